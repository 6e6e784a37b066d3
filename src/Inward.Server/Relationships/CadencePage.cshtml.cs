using System.Globalization;
using Inward.House;
using Inward.Relationships;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Relationships;

/// <summary>Where I choose how often I wish to see a colleague or a team.</summary>
public sealed class CadencePage : OtherPage
{
    /// <summary>As it was typed.</summary>
    public string? Ideal { get; private set; }

    public string? Limit { get; private set; }

    public int Version { get; private set; }

    public bool IsChosen { get; private set; }

    public Task OnGetAsync(Id id) => Load(id);

    public Task<IActionResult> OnPostAsync(Id id, string? ideal, string? limit, int? version) =>
        Change(unit => RelationshipDesk.Keep(unit, Me, id, Cadence.Chosen(Whole(ideal), Whole(limit)), version), To, () => Load(id, ideal, limit));

    public Task<IActionResult> OnPostDefaultAsync(Id id, int? version) => Change(unit => RelationshipDesk.Keep(unit, Me, id, null, version), To, () => Load(id));

    private static int? Whole(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null;

    private async Task Load(Id id, string? ideal = null, string? limit = null)
    {
        var kept = await LoadMine(id);
        (Version, IsChosen) = (kept.Version, kept.Chosen is not null);
        Ideal = ideal ?? kept.Cadence.Ideal.ToString(CultureInfo.InvariantCulture);
        Limit = limit ?? kept.Cadence.Limit.ToString(CultureInfo.InvariantCulture);
    }
}

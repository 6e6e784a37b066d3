using System.Globalization;
using Inward.House;
using Inward.Relationships;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Relationships;

/// <summary>Where I plan a talk with a colleague or a team, move it or let it go.</summary>
public sealed class PlanPage : OtherPage
{
    private const string Clock = "HH:mm";

    /// <summary>As it was typed.</summary>
    public string? Day { get; private set; }

    public string? Hour { get; private set; }

    public string? About { get; private set; }

    public bool IsPlanned { get; private set; }

    /// <param name="about">What to bring up, where somebody comes from a page about it.</param>
    public Task OnGetAsync(Id id, string? about) => Load(id, about: about);

    public Task<IActionResult> OnPostAsync(Id id, string? day, string? hour, string? about) =>
        Change(unit => RelationshipDesk.Plan(unit, Me, id, PlannedTalk.Checked(When(day, hour), Query.Typed(about), Now)), To, () => Load(id, day, hour, about));

    public Task<IActionResult> OnPostLetGoAsync(Id id) => Change(unit => RelationshipDesk.Plan(unit, Me, id, null), To, () => Load(id));

    private DateTimeOffset? When(string? day, string? hour)
    {
        if (Query.Day("at", day) is not { } on)
            return null;
        return TimeOnly.TryParse(hour, CultureInfo.InvariantCulture, out var at) ? At(on, at) : throw Rule.Invalid("hour", "Write a time like 09:00.");
    }

    private async Task Load(Id id, string? day = null, string? hour = null, string? about = null)
    {
        var kept = await LoadMine(id);
        IsPlanned = kept.Plan is not null;
        var at = kept.Plan is { } plan ? TimeZoneInfo.ConvertTime(plan.At, Zone).DateTime : Today.AddDays(1).ToDateTime(new TimeOnly(10, 0));
        Day = day ?? at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Hour = hour ?? at.ToString(Clock, CultureInfo.InvariantCulture);
        About = about ?? kept.Plan?.About;
    }
}

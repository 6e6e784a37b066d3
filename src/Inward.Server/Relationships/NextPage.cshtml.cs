using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Relationships;

/// <summary>Whom to see next, each with the reason, and a way to put it off.</summary>
public sealed class NextPage : RoomPage
{
    private IReadOnlyDictionary<string, string> names = System.Collections.Frozen.FrozenDictionary<string, string>.Empty;

    /// <summary>How long somebody can be left out, in days.</summary>
    public static readonly (int Days, string Says)[] Pauses = [(3, "in three days"), (7, "in a week"), (30, "in a month")];

    public IReadOnlyList<NextRow> Rows { get; private set; } = [];

    public IReadOnlyList<PlannedRow> Planned { get; private set; } = [];

    public Id? InFocus { get; private set; }

    public string NameOf(Id id) => names.GetValueOrDefault(id.ToString(), "?");

    public Task OnGetAsync() => Load();

    public Task<IActionResult> OnPostSnoozeAsync(Id id, int days) => Change(unit => RelationshipDesk.Snooze(unit, Me, id, Today.AddDays(Math.Clamp(days, 0, 1_000))), _ => "/next", Load);

    private Task Load() => Read(async session =>
    {
        Rows = await SeeNext.Ask(session, Me, Today);
        Planned = await session.PlannedTalks(Me, Now);
        InFocus = await session.InFocus(Me);
        names = await session.Names(Me.Workspace, InFocus is { } focus ? [focus] : []);
        return true;
    });
}

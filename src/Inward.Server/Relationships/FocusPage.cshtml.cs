using Inward.House;
using Inward.Relationships;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Thanks;
using Inward.Thanks;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Relationships;

/// <summary>One colleague to win over now: six steps, each told from evidence, and the next act.</summary>
public sealed class FocusPage : RoomPage
{
    public BetweenUs Us { get; private set; } = null!;

    public WordsShown Words { get; private set; } = null!;

    public IReadOnlyList<GuidedStep> Steps { get; private set; } = [];

    public GiveAndTake Both { get; private set; } = new(0, 0);

    public FocusStep? Next => FocusGuide.Next(Steps);

    public Task OnGetAsync(Id id) => Load(id);

    public Task<IActionResult> OnPostAsync(Id id) => Change(unit => RelationshipDesk.Focus(unit, Me, id), kept => $"/people/{kept.Other}/focus", () => Load(id));

    public Task<IActionResult> OnPostLetGoAsync(Id id) => Change(async unit =>
    {
        await RelationshipDesk.EndFocus(unit, Me);
        return id;
    }, other => $"/people/{other}", () => Load(id));

    private async Task Load(Id id)
    {
        (Us, Words, Both) = await Read(async session =>
        {
            var us = await BetweenUs.Ask(session, Me, id);
            return (us, await WordsShown.Of(session, Me.Workspace, us.Person.OwnWords), await BetweenTwo.Ask(session, Me, id, Now));
        });
        Steps = FocusGuide.Tell(Us.Facts(Now));
    }
}

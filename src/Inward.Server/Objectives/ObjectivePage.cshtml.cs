using Inward.House;
using Inward.Objectives;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Objectives;

/// <summary>One objective: what it says, and what has been done so that people buy it.</summary>
public sealed class ObjectivePage : RoomPage
{
    [BindProperty]
    public int? Version { get; set; }

    [BindProperty]
    public string? Learned { get; set; }

    /// <summary>Which of the things of the day after, 1 the first.</summary>
    [BindProperty]
    public int N { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Link { get; set; }

    public ObjectiveSeen Seen { get; private set; } = null!;

    public ObjectiveFacts Facts { get; private set; } = null!;

    public AdviceCount Advice => Facts.Advice;

    /// <summary>The eight strategies, each with what use has left of it.</summary>
    public IReadOnlyList<Standing> Standings { get; private set; } = [];

    /// <summary>I am asked for advice, and have not answered.</summary>
    public AdviceWaiting? Waiting { get; private set; }

    public async Task<IActionResult> OnGetAsync(Id id)
    {
        await Load(id);
        return PageOr("objective", "/Objectives/_Objective.cshtml");
    }

    public Task<IActionResult> OnPostPublishAsync(Id id) => Move(id, unit => ObjectiveDesk.Publish(unit, Me, id, Version));

    public Task<IActionResult> OnPostFinishAsync(Id id) => Move(id, unit => ObjectiveDesk.Close(unit, Me, id, Version, Query.Typed(Learned)));

    public Task<IActionResult> OnPostSeeAsync(Id id) => Move(id, unit => ObjectiveDesk.See(unit, Me, id, N, Version, Query.Typed(Words), Link), "#day-after");

    public Task<IActionResult> OnPostUnseeAsync(Id id) => Move(id, unit => ObjectiveDesk.Unsee(unit, Me, id, N, Version), "#day-after");

    private Task<IActionResult> Move(Id id, Func<Unit, Task<Objective>> move, string place = "") => Change(move, _ => $"/objectives/{id}{place}", () => Load(id));

    private Task Load(Id id) => Read(async session =>
    {
        Seen = await ObjectiveSeen.One(session, Me, id, Today);
        Facts = await StrategiesSeen.Facts(session, Me, Seen, Today);
        Standings = Strategy.Of(Facts);
        Waiting = Seen.Objective.State == ObjectiveState.Advice && !Seen.MayChange ? (await AdviceWaiting.Mine(session, Me, id)).FirstOrDefault() : null;
        return true;
    });
}

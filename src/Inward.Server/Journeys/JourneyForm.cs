using Inward.House;
using Inward.Journeys;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Journeys;

/// <summary>The form of a journey, as it was typed; its stages have forms of their own.</summary>
public abstract class JourneyForm : RoomPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Segment { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public IReadOnlyList<string?> Editors { get; set; } = [];

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    protected async Task<JourneyTold> Told(Session session, JourneyTold now, string? before = null) => now with
    {
        Name = T.Typed(Name, before),
        Segment = Segment,
        Owner = await Whom.Colleague(session, Me, "owner", Owner),
        Editors = await Whom.Colleagues(session, Me, "editors", Editors),
    };

    protected async Task Offer(Session session) => Colleagues = await Whom.Suggested(session, Me, Today);
}

public sealed class NewJourneyPage : JourneyForm
{
    /// <summary>The journey whose stages it takes over; none begins with the ten.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public IReadOnlyList<Journey> Journeys { get; private set; } = [];

    public Task OnGetAsync()
    {
        Owner = Me.Name;
        return Load();
    }

    public Task<IActionResult> OnPostAsync() =>
        Change(async unit => await JourneyDesk.Make(unit, Me, await Told(unit, new JourneyTold(null)), Query.Id("from", From)), journey => $"/journeys/{journey.Id}", Load);

    private Task Load() => Read(async session =>
    {
        Journeys = await session.Journeys(Me.Workspace);
        await Offer(session);
        return true;
    });
}

public sealed class EditJourneyPage : JourneyForm
{
    [BindProperty]
    public int? Version { get; set; }

    public Journey Journey { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public async Task OnGetAsync(Id id)
    {
        await Load(id);
        (Name, Segment, Owner, Editors) = (T.Stage(Journey.Name), Journey.Segment, await OwnerOf(Journey), await EditorsOf(Journey));
    }

    public async Task<IActionResult> OnPostAsync(Id id)
    {
        await Load(id);
        return await Change(async unit =>
        {
            var told = await Told(unit, JourneyTold.Of(Journey), Journey.Name);
            return await JourneyDesk.Retell(unit, Me, id, Version, now => told with { Stages = now.Stages });
        }, journey => $"/journeys/{journey.Id}", () => Load(id));
    }

    public Task<IActionResult> OnPostDeleteAsync(Id id) => Change(async unit =>
    {
        await JourneyDesk.Delete(unit, Me, id, Version);
        return true;
    }, _ => "/journeys", () => Load(id));

    private Task Load(Id id) => Read(async session =>
    {
        var seen = await JourneySeen.One(session, Me, id, Today);
        Journey = seen.MayChange ? seen.Journey : throw Journey.NotYours();
        await Offer(session);
        if (Mistake?.Why == Broken.Stale)
        {
            Conflict = await Conflict.Over(session, Me.Workspace, id, Journey.Version,
                new Both("name", T["Name"], Name, T.Stage(Journey.Name)), new Both("segment", T["Segment"], Segment, Journey.Segment), new Both("owner", T["Owner"], Owner, await OwnerOf(Journey)),
                new Both("editors", T["Who may change it, too"], string.Join("; ", Editors.Where(one => !string.IsNullOrWhiteSpace(one))), string.Join("; ", await EditorsOf(Journey))));
        }
        Version ??= Journey.Version;
        return true;
    });

    private async Task<string?> OwnerOf(Journey journey) => journey.Owner is { } owner ? (await Read(session => Whom.Written(session, Me.Workspace, [owner]))).FirstOrDefault() : null;

    private Task<List<string?>> EditorsOf(Journey journey) => Read(session => Whom.Written(session, Me.Workspace, journey.Editors));
}

using System.Globalization;
using Inward.House;
using Inward.Journeys;
using Inward.People;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Journeys;

/// <summary>The form of one stage, as it was typed.</summary>
public abstract class StageForm : RoomPage
{
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>From 1: where it stands in the journey.</summary>
    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? CustomerValue { get; set; }

    [BindProperty]
    public string? OurValue { get; set; }

    [BindProperty]
    public string? Weight { get; set; }

    [BindProperty]
    public string? Control { get; set; }

    [BindProperty]
    public IReadOnlyList<string?> Teams { get; set; } = [];

    [BindProperty]
    public IReadOnlyList<string?> People { get; set; } = [];

    [BindProperty]
    public int? Version { get; set; }

    public JourneySeen Seen { get; private set; } = null!;

    public IReadOnlyList<Team> AllTeams { get; private set; } = [];

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    public static IReadOnlyList<(string Value, string Word)> Controls { get; } = [("mine", "In my hands"), ("shared", "Shared with others"), ("other", "In other hands")];

    protected async Task<StageTold> Told(Session session, string? before = null) => new(
        T.Typed(Name, before), Query.Number("customerValue", CustomerValue), Query.Number("ourValue", OurValue), Query.Number("weight", Weight), Query.Word<Control>("control", Control),
        await Whom.Teams(session, Me, "teams", Teams), await Whom.Colleagues(session, Me, "people", People));

    protected int? PlaceTold => (int?)Query.Number("place", Place);

    protected static string? Typed(decimal? value) => value?.ToString("0.##", CultureInfo.InvariantCulture);

    protected async Task Offer(Session session, Id journey)
    {
        Seen = await JourneySeen.One(session, Me, journey, Today);
        if (!Seen.MayChange)
            throw Journey.NotYours();
        AllTeams = await session.Teams(Me.Workspace);
        Colleagues = await Whom.Suggested(session, Me, Today);
        Version ??= Seen.Journey.Version;
    }

    /// <summary>What the form writes for these teams: their names, where no two have the same.</summary>
    protected IReadOnlyList<string?> Written(IEnumerable<Id> teams) =>
        [.. AllTeams.Where(team => teams.Contains(team.Id)).Select(team => AllTeams.Count(other => other.Name == team.Name) == 1 ? team.Name : team.Id.ToString())];
}

public sealed class NewStagePage : StageForm
{
    public Task OnGetAsync(Id id) => Read(async session =>
    {
        await Offer(session, id);
        Place = (Seen.Stages.Count + 1).ToString(CultureInfo.InvariantCulture);
        return true;
    });

    public Task<IActionResult> OnPostAsync(Id id) => Change(async unit => await JourneyDesk.AddStage(unit, Me, id, Version, await Told(unit), PlaceTold), journey => $"/journeys/{journey.Id}", () => Read(async session =>
    {
        await Offer(session, id);
        return true;
    }));
}

public sealed class EditStagePage : StageForm
{
    /// <summary>Where sales go that stand in it, when it is removed.</summary>
    [BindProperty]
    public string? Into { get; set; }

    public StageSeen Row { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public async Task OnGetAsync(Id id, Id stage)
    {
        await Load(id, stage);
        var now = Row.Stage;
        (Name, Place, Control) = (T.Stage(now.Name), Row.Place.ToString(CultureInfo.InvariantCulture), now.Control?.ToString().ToLowerInvariant());
        (CustomerValue, OurValue, Weight) = (Typed(now.CustomerValue), Typed(now.OurValue), Typed(now.Weight));
        (Teams, People) = (Written(now.Teams), await PeopleOf(now));
    }

    public async Task<IActionResult> OnPostAsync(Id id, Id stage)
    {
        await Load(id, stage);
        return await Change(async unit =>
        {
            var told = await Told(unit, Row.Stage.Name);
            return await JourneyDesk.RetellStage(unit, Me, id, stage, Version, (_, place) => (told, PlaceTold ?? place));
        }, journey => $"/journeys/{journey.Id}", () => Load(id, stage));
    }

    public Task<IActionResult> OnPostRemoveAsync(Id id, Id stage) =>
        Change(unit => JourneyDesk.RemoveStage(unit, Me, id, stage, Version, Query.Id("into", Into)), journey => $"/journeys/{journey.Id}", () => OnGetAsync(id, stage));

    private Task Load(Id id, Id stage) => Read(async session =>
    {
        await Offer(session, id);
        Row = Seen.Stage(stage) ?? throw Rule.NotVisible();
        if (Mistake?.Why == Broken.Stale)
        {
            var now = Row.Stage;
            var (mine, theirs) = (Control, now.Control?.ToString().ToLowerInvariant());
            Conflict = await Conflict.Over(session, Me.Workspace, id, Seen.Journey.Version,
                new Both("name", T["Name"], Name, T.Stage(now.Name)), new Both("place", T["Place in the journey"], Place, Row.Place.ToString(CultureInfo.InvariantCulture)),
                new Both("customerValue", T["Value to the customer"], CustomerValue, Typed(now.CustomerValue)), new Both("ourValue", T["Value to us"], OurValue, Typed(now.OurValue)),
                new Both("weight", T["Weight"], Weight, Typed(now.Weight)), new Both("control", T["Control"], mine, theirs, Said(mine), Said(theirs)),
                new Both("teams", T["Teams"], Joined(Teams), Joined(Written(now.Teams))), new Both("people", T["People"], Joined(People), Joined(await PeopleOf(now))));
        }
        return true;
    });

    private string? Said(string? control) => Controls.FirstOrDefault(one => one.Value == control).Word is { } word ? T[word] : null;

    private Task<List<string?>> PeopleOf(Stage stage) => Read(session => Whom.Written(session, Me.Workspace, stage.People));

    private static string Joined(IEnumerable<string?> names) => string.Join("; ", names.Where(name => !string.IsNullOrWhiteSpace(name)));
}

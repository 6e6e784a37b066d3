using System.Text.Json.Serialization;
using Inward.House;
using Inward.Journeys;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Journeys;

/// <summary>A colleague whom a journey names.</summary>
/// <param name="LeftOn">Where they work here no more.</param>
public sealed record PersonNamed(Id Id, string Name, DateOnly? LeftOn)
{
    [JsonIgnore]
    public bool HasLeft => LeftOn is not null;
}

/// <summary>A stage with the names of whom it names, and how many sales stand in it.</summary>
/// <param name="ValuedBy">Who said what it is worth; null where nobody did, or Inward brought it along.</param>
public sealed record StageSeen(Stage Stage, int Place, IReadOnlyList<Named> Teams, IReadOnlyList<PersonNamed> People, StageSales Sales, string? ValuedBy);

/// <summary>A journey as everybody sees it.</summary>
/// <param name="MayChange">Whether the one who looks may change it.</param>
public sealed record JourneySeen(Journey Journey, PersonNamed? Owner, IReadOnlyList<PersonNamed> Editors, IReadOnlyList<StageSeen> Stages, bool MayChange)
{
    /// <summary>Whoever stands here and has left: somebody else is wanted.</summary>
    public IEnumerable<PersonNamed> Gone => Stages.SelectMany(stage => stage.People).Concat(Editors).Where(one => one.HasLeft).DistinctBy(one => one.Id);

    public StageSeen? Stage(Id id) => Stages.FirstOrDefault(stage => stage.Stage.Id == id);

    public static async Task<JourneySeen> One(Session session, Me me, Id id, DateOnly today)
    {
        var known = await session.KnownStages(me.Workspace);
        return (await Of(session, me, known, [.. known.Journeys.Where(journey => journey.Id == id)], today)) is [var seen] ? seen : throw Rule.NotVisible();
    }

    /// <summary>Those whose name or segment holds the words, the oldest first. Four questions, however many there are.</summary>
    public static async Task<(List<JourneySeen> Rows, string? Next)> List(Session session, Me me, string? words, string? after, int size, DateOnly today)
    {
        var known = await session.KnownStages(me.Workspace);
        var place = Cursor.Id(string.IsNullOrEmpty(after) ? null : after);
        var (rows, next) = Cursor.Cut([.. known.Journeys.Where(journey => (place is not { } last || journey.Id.CompareTo(last) > 0) && Holds(journey, words)).Take(size + 1)], size, last => last.Id.ToString());
        return (await Of(session, me, known, rows, today), next);
    }

    private static async Task<List<JourneySeen>> Of(Session session, Me me, KnownStages known, List<Journey> journeys, DateOnly today)
    {
        var stages = journeys.SelectMany(journey => journey.Stages).ToList();
        var people = (await session.PeopleNamed(me.Workspace, [.. stages.SelectMany(stage => stage.People).Concat(journeys.SelectMany(journey => journey.Editors)).Concat(journeys.Select(journey => journey.Owner).Concat(stages.Select(stage => stage.Valued?.By)).OfType<Id>()).Distinct()], today))
            .ToDictionary(person => person.Id);
        var teams = await session.Names(me.Workspace, stages.SelectMany(stage => stage.Teams).Distinct());
        var sales = journeys.Count == 0 ? new Dictionary<Id, StageSales>() : await session.SalesByStage(me.Workspace, known);
        return journeys.ConvertAll(journey =>
        {
            var owner = journey.Owner is { } owned ? people.GetValueOrDefault(owned) : null;
            return new JourneySeen(journey, owner, Known(journey.Editors), [.. journey.Stages.Select((stage, at) => new StageSeen(
                stage, at + 1, [.. stage.Teams.Where(team => teams.ContainsKey(team.ToString())).Select(team => new Named(team, teams[team.ToString()]))], Known(stage.People), sales.GetValueOrDefault(stage.Id, StageSales.None),
                stage.Valued?.By is { } by ? people.GetValueOrDefault(by)?.Name : null))],
                journey.MayChange(me.Person, me.Administrator, owner is { HasLeft: false }));
        });

        IReadOnlyList<PersonNamed> Known(IEnumerable<Id> ids) => [.. ids.Where(people.ContainsKey).Select(id => people[id])];
    }

    private static bool Holds(Journey journey, string? words) => string.IsNullOrWhiteSpace(words)
        || journey.Name.Contains(words.Trim(), StringComparison.OrdinalIgnoreCase) || journey.Segment?.Contains(words.Trim(), StringComparison.OrdinalIgnoreCase) == true;
}

public static class PeopleOfJourneys
{
    /// <summary>People by their ids; the day on which they left is told once it has come.</summary>
    public static async Task<List<PersonNamed>> PeopleNamed(this Session session, Id workspace, IReadOnlyCollection<Id> ids, DateOnly today) => ids.Count == 0 ? []
        : await session.All<PersonNamed>("select id, name, case when left_on <= @today then left_on end as left_on from person where workspace = @workspace and merged_into is null and id in @ids", new { workspace, ids, today });
}

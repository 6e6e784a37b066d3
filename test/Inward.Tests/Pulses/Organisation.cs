using Inward.House;
using Inward.Pulses;

namespace Inward.Tests.Pulses;

/// <summary>One person and what they said; null where they passed the question by.</summary>
internal sealed record Voice(Id Person, Id Team, int?[] Scores);

/// <summary>A company of random shape in which some people pass some questions by.</summary>
internal sealed class Organisation
{
    public const int Questions = 4;
    private static readonly DateTimeOffset Then = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private readonly Dictionary<Id, Id?> parents = [];

    public Id Company { get; } = Id.New(Then);

    public List<Voice> Voices { get; } = [];

    public FrozenTree Tree => new(Company, parents.Select(team => (team.Key, team.Value)));

    public static Organisation Random(int seed)
    {
        var random = new Random(seed);
        var organisation = new Organisation();
        var teams = new List<Id?> { null };
        var skipping = random.NextDouble() * 0.4;
        // Some companies agree about nearly everything.
        var scores = random.Next(1, 6);
        for (var i = 0; i < random.Next(1, 25); i++)
            teams.Add(organisation.Team(teams[random.Next(teams.Count)], random.Next(14), random, skipping, scores));
        organisation.People(organisation.Company, random.Next(8), random, skipping, scores);
        return organisation;
    }

    public Id Team(Id? above, int people, Random random, double skipping = 0, int scores = 5)
    {
        var team = Id.New(Then);
        parents[team] = above;
        People(team, people, random, skipping, scores);
        return team;
    }

    /// <summary>Those who answered a question and may be known, by the unit that is shown.</summary>
    public IReadOnlyDictionary<Id, List<Voice>> Shown(int question) => Cut(Said(question), group => TallyOf(group, question).IsEnough);

    public IReadOnlyDictionary<Id, Tally> Tallies(int question) => CarryUp.Of(Tree,
        Said(question).GroupBy(voice => voice.Team).ToDictionary(team => team.Key, team => TallyOf(team, question)), (one, other) => one + other, tally => tally.IsEnough);

    /// <summary>A twin that must fail: every unit with five answers is shown, as most products do.</summary>
    public IReadOnlyDictionary<Id, List<Voice>> ShownByThresholdAlone(int question) => Tree.BottomUp
        .ToDictionary(unit => unit, unit => Said(question).Where(voice => Tree.Upward(voice.Team).Contains(unit)).ToList()).Where(unit => unit.Value.Count >= Pulse.FewestAnswers).ToDictionary();

    /// <summary>A twin that must fail: one cut for the whole pulse, by whoever answered anything.</summary>
    public IReadOnlyDictionary<Id, List<Voice>> ShownByOneCut(int question) =>
        Cut(Voices.Where(voice => voice.Scores.Any(score => score is not null)), group => group.Count >= Pulse.FewestAnswers)
            .ToDictionary(unit => unit.Key, unit => unit.Value.Where(voice => voice.Scores[question] is not null).ToList());

    public IEnumerable<Voice> Said(int question) => Voices.Where(voice => voice.Scores[question] is not null);

    public static Tally TallyOf(IEnumerable<Voice> voices, int question) => voices.Aggregate(default(Tally), (tally, voice) => tally + Tally.Of(voice.Scores[question]!.Value));

    private IReadOnlyDictionary<Id, List<Voice>> Cut(IEnumerable<Voice> voices, Func<List<Voice>, bool> isEnough) =>
        CarryUp.Of(Tree, voices.GroupBy(voice => voice.Team).ToDictionary(team => team.Key, team => team.ToList()), (one, other) => [.. one, .. other], isEnough);

    private void People(Id team, int people, Random random, double skipping, int scores)
    {
        for (var i = 0; i < people; i++)
            Voices.Add(new Voice(Id.New(Then), team, [.. Enumerable.Range(0, Questions).Select(_ => random.NextDouble() < skipping ? (int?)null : random.Next(1, scores + 1))]));
    }
}

/// <summary>Somebody who has every figure that is shown and takes them away from each other.</summary>
internal static class Attack
{
    /// <summary>Every group that can be had: what is shown, each less another, each less all inside it, and whoever is in just the same of them.</summary>
    public static IEnumerable<List<Voice>> Recovered(IEnumerable<IReadOnlyList<Voice>> shown)
    {
        var sets = shown.Select(group => group.ToHashSet()).ToList();
        foreach (var one in sets)
        {
            yield return [.. one];
            var inside = sets.Where(other => other.Count < one.Count && other.IsSubsetOf(one)).ToList();
            foreach (var other in inside)
                yield return [.. one.Except(other)];
            yield return [.. one.Except(inside.SelectMany(other => other))];
        }
        // Any sum of figures is the same for those who are in just the same groups: nothing finer can be had.
        var cells = sets.SelectMany(set => set).Distinct().GroupBy(voice => string.Concat(sets.Select(set => set.Contains(voice) ? '1' : '0')));
        foreach (var cell in cells)
            yield return [.. cell];
    }
}

using Inward.House;

namespace Inward.Journeys;

/// <summary>A stage and what it would bring to win over those it depends on.</summary>
/// <param name="Worth">Value to the customer + value to us, 0 to 10.</param>
/// <param name="Dependence">0 in my hands, 0.5 shared, 1 in other hands.</param>
/// <param name="Support">0 to 1: what the teams that own it do already, on average; a team of which too little is known counts 0.</param>
public sealed record StageToWin(Journey Journey, Stage Stage, decimal Worth, decimal Weight, decimal Dependence, decimal Support)
{
    public decimal Score => Worth * Weight * Dependence * (1 - Support);
}

/// <summary>A team and how much of what matters to customers lies with it.</summary>
/// <param name="Lies">The sum over its stages of worth × weight × dependence.</param>
/// <param name="Support">Null where too few people stand behind a figure; it then counts 0.</param>
public sealed record TeamToWin(Id Team, decimal Lies, decimal? Support, IReadOnlyList<Stage> Stages)
{
    public decimal Score => Lies * (1 - (Support ?? 0));
}

/// <summary>
/// Whom to win first: stages and teams by (customer value + our value) × weight × dependence × (1 − support). Teams and stages alone:
/// people stand in nobody's ranking.
/// </summary>
/// <param name="Unsaid">Stages of which something is not said, so that nothing can be worked out.</param>
public sealed record WinFirst(IReadOnlyList<StageToWin> Stages, IReadOnlyList<TeamToWin> Teams, IReadOnlyList<Stage> Unsaid)
{
    /// <param name="support">Of a team, 0 to 1; null where too little is known.</param>
    public static WinFirst Of(IReadOnlyList<Journey> journeys, Func<Id, decimal?> support)
    {
        var all = journeys.SelectMany(journey => journey.Stages.Select(stage => (journey, stage))).ToList();
        var stages = all.Where(one => IsSaid(one.stage)).Select(one => StageOf(one.journey, one.stage, support)).ToList();
        var teams = stages.SelectMany(one => one.Stage.Teams.Select(team => (team, one))).GroupBy(both => both.team, both => both.one)
            .Select(mine => new TeamToWin(mine.Key, mine.Sum(one => one.Worth * one.Weight * one.Dependence), support(mine.Key), [.. mine.Select(one => one.Stage)]));
        return new WinFirst([.. stages.OrderByDescending(one => one.Score)], [.. teams.OrderByDescending(team => team.Score).ThenBy(team => team.Team)], [.. all.Select(one => one.stage).Where(stage => !IsSaid(stage))]);
    }

    /// <summary>How much lies with each team, 1 for the one with most, less what it does already.</summary>
    public IReadOnlyDictionary<Id, double> Leverage()
    {
        var most = Teams.Select(team => team.Lies).DefaultIfEmpty().Max();
        return Teams.ToDictionary(team => team.Team, team => most == 0 ? 0 : (double)(team.Score / most));
    }

    /// <summary>What is in other hands counts whole, what is shared half, and what is in mine needs nobody.</summary>
    public static decimal Dependence(Control control) => control switch
    {
        Control.Other => 1,
        Control.Shared => 0.5m,
        _ => 0,
    };

    private static bool IsSaid(Stage stage) => stage is { CustomerValue: not null, OurValue: not null, Weight: not null, Control: not null };

    private static StageToWin StageOf(Journey journey, Stage stage, Func<Id, decimal?> support) => new(
        journey, stage, stage.CustomerValue!.Value + stage.OurValue!.Value, stage.Weight!.Value, Dependence(stage.Control!.Value),
        stage.Teams.Count == 0 ? 0 : stage.Teams.Average(team => support(team) ?? 0));
}

using System.Globalization;
using Inward.House;

namespace Inward.Journeys;

/// <summary>What one change of a journey did, in one respect; kept with what happened, and read as its history.</summary>
/// <param name="What">name, segment, owner, editors, customerValue, ourValue, weight, control, teams, people; or added, removed, moved.</param>
/// <param name="Stage">The stage as it was called before; null where the whole journey changed.</param>
/// <param name="Before">A text, a number, a word, or ids with commas between them.</param>
public sealed record JourneyChange(string What, string? Stage = null, string? Before = null, string? After = null)
{
    /// <summary>What holds ids of people and teams.</summary>
    public static bool NamesSomebody(string what) => what is "owner" or "editors" or "teams" or "people";

    /// <summary>All that differs, the whole journey first, then stage by stage.</summary>
    public static IReadOnlyList<JourneyChange> Between(Journey before, Journey after)
    {
        var changes = new List<JourneyChange>();
        Differ(changes, null, "name", before.Name, after.Name);
        Differ(changes, null, "segment", before.Segment, after.Segment);
        Differ(changes, null, "owner", before.Owner?.ToString(), after.Owner?.ToString());
        Differ(changes, null, "editors", Ids(before.Editors), Ids(after.Editors));
        changes.AddRange(before.Stages.Where(stage => after.Stage(stage.Id) is null).Select(stage => new JourneyChange("removed", stage.Name)));
        changes.AddRange(after.Stages.Where(stage => before.Stage(stage.Id) is null).Select(stage => new JourneyChange("added", stage.Name)));
        if (!Order(before, after).SequenceEqual(Order(after, before)))
            changes.Add(new JourneyChange("moved", null, null, string.Join(", ", after.Stages.Select(stage => stage.Name))));
        foreach (var stage in before.Stages)
        {
            if (after.Stage(stage.Id) is { } now)
                Differ(changes, stage, now);
        }
        return changes;
    }

    private static void Differ(List<JourneyChange> changes, Stage before, Stage after)
    {
        Differ(changes, before.Name, "name", before.Name, after.Name);
        Differ(changes, before.Name, "customerValue", Number(before.CustomerValue), Number(after.CustomerValue));
        Differ(changes, before.Name, "ourValue", Number(before.OurValue), Number(after.OurValue));
        Differ(changes, before.Name, "weight", Number(before.Weight), Number(after.Weight));
        Differ(changes, before.Name, "control", Word(before.Control), Word(after.Control));
        Differ(changes, before.Name, "teams", Ids(before.Teams), Ids(after.Teams));
        Differ(changes, before.Name, "people", Ids(before.People), Ids(after.People));
    }

    private static void Differ(List<JourneyChange> changes, string? stage, string what, string? before, string? after)
    {
        if (before != after)
            changes.Add(new JourneyChange(what, stage, before, after));
    }

    // The stages that both have, in the order of the first.
    private static IEnumerable<Id> Order(Journey one, Journey other) => one.Stages.Select(stage => stage.Id).Where(id => other.Stage(id) is not null);

    private static string? Ids(IReadOnlyList<Id> ids) => ids.Count == 0 ? null : string.Join(',', ids);

    private static string? Number(decimal? value) => value?.ToString("0.##", CultureInfo.InvariantCulture);

    private static string? Word(Control? control) => control?.ToString().ToLowerInvariant();
}

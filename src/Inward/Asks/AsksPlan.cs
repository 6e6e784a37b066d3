using Inward.House;
using Inward.House.Imports;
using Inward.People;

namespace Inward.Asks;

/// <summary>What tells an ask from another: who asked whom for what, and by when the answer was wanted.</summary>
public readonly record struct AskedBefore(Id Requester, Id Receiver, string What, DateOnly? AnswerBy);

/// <summary>
/// What importing a file of asks would do, before anything is written. Each is asked by the same rules as on a page, but an import
/// tells history: days that have passed are kept, and it says how many.
/// </summary>
public sealed record AsksPlan(IReadOnlyList<Change<Ask>> Asks, int Rows, int AskedAlready, int Past, IReadOnlyList<Noticed> Noticed)
{
    private static readonly string[] Days = ["answerBy", "neededBy"];

    /// <param name="known">The asks of the workspace, in whatever state.</param>
    /// <param name="calendar">The workspace's: in its zone days pass.</param>
    public static AsksPlan For(
        IEnumerable<MappedRow> rows, ImportMap map, Roster roster, IEnumerable<AskedBefore> known, WorkingCalendar calendar, DateTimeOffset now, Noticings noticed)
    {
        MappedRow[] mapped = [.. rows];
        var today = calendar.Today(now);
        var days = new DayColumns(mapped, Days, map.Dates, today, noticed);
        var planned = new PlannedAsks(roster, known, new Circumstances(null, now) { Calendar = calendar }, noticed);
        foreach (var row in mapped)
        {
            if (days.TryRead(row, "answerBy", out var answerBy) && days.TryRead(row, "neededBy", out var neededBy))
                planned.Add(row, answerBy, neededBy);
        }
        return new AsksPlan(planned.Changes, mapped.Length, planned.AskedAlready, planned.Changes.Count(change => change.After.Due < today), noticed.All);
    }

    /// <summary>The plan in a few sentences, for the top of the preview.</summary>
    public IEnumerable<Sentence> InWords()
    {
        yield return new Sentence("Rows read: {0}; left out: {1}.", Rows, Noticed.Count(noticed => noticed.Weight == Weight.LeftOut));
        yield return new Sentence("Asks: {0} new, {1} asked already.", Asks.Count, AskedAlready);
        yield return new Sentence("Asked of a colleague: {0}, of a team: {1}.", Asks.Count(change => change.After.Performer is not null), Asks.Count(change => change.After.Performer is null));
        if (Past > 0)
            yield return new Sentence("Asks whose day has passed: {0}. An import tells history, so they keep it.", Past);
    }
}

/// <summary>
/// Undoing an import of asks. An ask that somebody has moved since, or written to, has become theirs too: it stays and is named.
/// </summary>
public sealed record AsksUndo(IReadOnlyList<Ask> Removed, IReadOnlyList<Noticed> Noticed)
{
    public static AsksUndo For(IEnumerable<Change<Ask>> asks, IEnumerable<Ask> now)
    {
        var noticed = new Noticings();
        var there = now.ToDictionary(ask => ask.Id);
        var removed = new List<Ask>();
        foreach (var change in asks)
        {
            if (!there.TryGetValue(change.After.Id, out var ask))
                continue;
            if (ask.Version != change.After.Version)
                noticed.Tell(new Sentence("“{0}” was moved since the import and stays.", ask.Terms.What));
            else
                removed.Add(ask);
        }
        return new AsksUndo(removed, noticed.All);
    }
}

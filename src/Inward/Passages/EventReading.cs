using System.Globalization;
using Inward.House;
using Inward.House.Imports;

namespace Inward.Passages;

/// <summary>
/// Turns the rows of a log into passings, one after the other. What cannot be read is left out with its row and its reason, and the
/// rest of the row counts.
/// </summary>
public sealed class EventReading
{
    /// <summary>How many rows are looked at to tell whether days or months come first.</summary>
    public const int RowsForOrder = 5_000;

    private const int FewestUnread = 20;

    private readonly MomentColumns moments;
    private readonly IReadOnlyList<string> steps;
    private readonly LogWords words;
    private readonly Hands hands;
    private readonly Noticings noticed;
    private readonly SameMoment same = new();

    private long rowsRead;
    private int lastRead;

    public EventReading(ImportMap map, IEnumerable<MappedRow> firstRows, DateOnly today, LogWords words, Hands hands, Noticings noticed)
    {
        (this.words, this.hands, this.noticed) = (words, hands, noticed);
        steps = WideMap.StepsOf(map);
        string[] times = ["time", "start", "opened", "promised", "kept", .. steps.Select(step => WideMap.Prefix + step)];
        moments = new MomentColumns(times, [.. firstRows.Take(RowsForOrder)], map.Dates, today, noticed);
    }

    public long Rows { get; private set; }

    public long Events { get; private set; }

    /// <summary>Rows about something else than a begin or an end, such as an assignment.</summary>
    public long OtherTransitions { get; private set; }

    /// <summary>What is true of the whole file, once it is read.</summary>
    public IEnumerable<Sentence> Whole()
    {
        if (OtherTransitions > 0)
            yield return new Sentence("Rows that tell neither a begin nor an end, such as an assignment, are passed over: {0}.", OtherTransitions);
        if (Events > 0 && Rows - rowsRead >= FewestUnread)
            yield return new Sentence("After row {0} no row could be read. Does the file change its columns there?", lastRead);
        foreach (var (stage, at, count) in same.Found())
        {
            yield return new Sentence("“{0}”: at least {1} events bear one and the same moment, {2} UTC. Were they written down together? Then times up to there say when that was, not when it happened.",
                words.Stages[stage], count, DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Reads one row into the open cases.</summary>
    public void Read(MappedRow row, OpenCases open)
    {
        Rows++;
        var @case = row["case"];
        if (@case.Length is 0 or > LogWords.LongestWord)
            LeaveOut(row, @case.Length == 0 ? "It names no case." : new Sentence("The key of its case is longer than {0} characters.", LogWords.LongestWord));
        else if (steps.Count > 0)
            ReadSteps(row, @case, open);
        else
            ReadEvent(row, @case, open);
    }

    private void ReadEvent(MappedRow row, string @case, OpenCases open)
    {
        var stage = words.Stages.Of(row["activity"]);
        if (stage == 0)
        {
            LeaveOut(row, "It says nothing about what happened.");
            return;
        }
        if (!moments.TryRead(row, "time", out var time) || !moments.TryRead(row, "start", out var start))
            return;
        if ((time ?? start) is not { } at)
        {
            LeaveOut(row, "It has no time.");
            return;
        }
        if (TransitionOf(row["transition"]) is not { } transition)
        {
            OtherTransitions++;
            return;
        }
        if (!at.WholeDay)
            same.Add(stage, at.At);
        var began = start?.At ?? at.At;
        if (began > at.At)
        {
            noticed.Tell(row.File, row.Number, "It ends before it starts; only its end is read.");
            began = at.At;
        }
        Add(open, row, @case, Around(row, @case, new Passing(stage, at.At, began)), transition);
    }

    private void ReadSteps(MappedRow row, string @case, OpenCases open)
    {
        foreach (var step in steps)
        {
            if (moments.TryRead(row, WideMap.Prefix + step, out var moment) && moment is { } at)
                Add(open, row, @case, Around(row, @case, new Passing(words.Stages.Of(step), at.At, at.At)), Transition.Whole);
        }
    }

    private void Add(OpenCases open, MappedRow row, string @case, Passing passing, Transition transition)
    {
        if (passing.Opened != Passing.Untold && passing.Began < passing.Opened)
            noticed.Tell(row.File, row.Number, new Sentence("It happened before its case was opened; the case is measured from here."));
        open.Add(@case, passing, transition);
        Events++;
        rowsRead = Rows;
        lastRead = row.Number;
    }

    private Passing Around(MappedRow row, string @case, Passing passing)
    {
        var (team, person) = (words.Teams.Of(row["team"]), row["resource"]);
        if (person.Length > 0 && words.Counts(team))
            words.HearOf(team, hands.OfTeam(person));
        return passing with
        {
            Team = team,
            Product = words.Products.Of(row["product"]),
            Hand = hands.Of(@case, person),
            Opened = Whole(row, "opened")?.At ?? Passing.Untold,
            Promised = Whole(row, "promised")?.Last ?? Passing.Untold,
            Kept = Whole(row, "kept")?.At ?? Passing.Untold,
            InTime = YesOrNo(row["onTime"]),
        };
    }

    private Moment? Whole(MappedRow row, string field) => moments.TryTell(row, field, out var moment) ? moment : null;

    private void LeaveOut(MappedRow row, Sentence why) => noticed.LeaveOut(row.File, row.Number, why);

    private static bool? YesOrNo(string word) => word.ToLowerInvariant() switch
    {
        "true" or "yes" or "1" or "y" or "ja" or "wahr" => true,
        "false" or "no" or "0" or "n" or "nein" or "falsch" => false,
        _ => null,
    };

    // The words of the standard for logs, IEEE 1849; what neither begins nor ends a stage is passed over.
    private static Transition? TransitionOf(string word) => word.Length == 0 ? Transition.Whole : word.ToLowerInvariant() switch
    {
        "start" or "begin" => Transition.Start,
        "complete" or "end" or "finish" => Transition.Complete,
        _ => null,
    };
}

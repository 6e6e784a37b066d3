using Inward.Customers;
using Inward.House;

namespace Inward.Journeys;

/// <summary>
/// The way of a sale through its journey: its passages in the order in which it entered the stages. Those entered at one moment stand in
/// the order in which they were told, and what nobody knows the moment of stands first.
/// </summary>
public sealed class SaleLine
{
    private static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Sale sale;

    public SaleLine(Sale sale, KnownStages known, IEnumerable<Passage> told)
    {
        (this.sale, Known) = (sale, known);
        Passages = InOrder(told);
        if (Passages.Count == 0 && sale.Stage is { } stage)
            Passages = [Untold = new Passage(sale.Workspace, default, sale.Id, stage)];
    }

    public KnownStages Known { get; }

    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>The stage it stands in, where nobody has told a passage yet; it has no id.</summary>
    public Passage? Untold { get; }

    /// <summary>The journey it stands in: the one that has its stage, else the one that was chosen, else the one for every customer.</summary>
    public Journey? Journey => Here?.Journey ?? Known.Journeys.FirstOrDefault(one => one.Id == sale.Journey)
        ?? Known.Journeys.FirstOrDefault(one => one.Segment is null) ?? (Known.Journeys.Count > 0 ? Known.Journeys[0] : null);

    /// <summary>Where it stands; null for a word that no journey has.</summary>
    public Standing? Here => Known.Of(sale.Journey, sale.Stage);

    /// <summary>The stage after the one it stands in; null after the last, of a word that no journey has, and of a lost sale.</summary>
    public Stage? Next => sale.Outcome == Outcome.Lost || (sale.Stage is not null && Here is null) ? null : Journey?.Stages.ElementAtOrDefault(Here is { } here ? here.Place + 1 : 0);

    public Passage? Passage(Id id) => id == default ? null : Passages.FirstOrDefault(passage => passage.Id == id);

    /// <summary>It is now in this stage, or was since.</summary>
    /// <param name="dayOf">The day of a moment in the zone of whoever tells it.</param>
    public Passage Enter(PassageTold told, Id? by, Func<DateTimeOffset, DateOnly> dayOf, DateTimeOffset now)
    {
        if (sale.Outcome == Outcome.Lost)
            throw Rule.NotNow("This sale was lost. Open it again before it goes on.");
        var passage = Told(told with { Stage = told.Stage ?? Next?.Name }, by, now);
        if (told.EnteredAt is null && Dated(passage) is { } there)
            throw StandsThere(there);
        Check(passage, told.EnteredAt is not null, dayOf, now);
        return passage;
    }

    /// <summary>The passage of which this one tells the moment, and so is no other: it stood there since nobody knew when.</summary>
    public Passage? Dated(Passage passage) =>
        Passages is [{ EnteredAt: null } first, ..] && IsSame(first.Stage, passage.Stage) && (Passages.Count == 1 || passage.EnteredAt < Passages[1].EnteredAt) ? first : null;

    public bool EndsWith(Passage passage) => InOrder([.. Passages, passage])[^1] == passage;

    /// <summary>It was told where it stands now, and nothing of when: it went there this moment. Going back says why by every door.</summary>
    public Passage GoneTo(string stage, string? reason, Id? by, DateTimeOffset now)
    {
        var (gone, last) = (Told(new PassageTold(stage, Reason: reason), by, now), Passages.Count > 0 ? Passages[^1] : null);
        return gone.Reason is null && IsBack(gone, last) ? throw Rule.Invalid([GoesBack(last!)]) : gone;
    }

    /// <summary>The same passage at other moments, between the same others.</summary>
    public Passage Corrected(Passage passage, DateTimeOffset? enteredAt, DateTimeOffset? leftAt, Func<DateTimeOffset, DateOnly> dayOf, DateTimeOffset now)
    {
        var (corrected, at) = (passage with { EnteredAt = enteredAt, LeftAt = leftAt, Version = passage.Version + 1 }, Passages.ToList().IndexOf(passage));
        var wrong = new List<Wrong>();
        if (enteredAt is null && at > 0)
            wrong.Add(new Wrong("enteredAt", "Say when it entered this stage."));
        if (at > 0 && Passages[at - 1].EnteredAt is { } before && enteredAt < before)
            wrong.Add(new Wrong("enteredAt", new Sentence("That is before it entered “{0}”.", Said(Passages[at - 1]))));
        if (at + 1 < Passages.Count && enteredAt > Passages[at + 1].EnteredAt)
            wrong.Add(new Wrong("enteredAt", new Sentence("That is after it entered “{0}”.", Said(Passages[at + 1]))));
        if (wrong.Count > 0)
            throw Rule.Invalid(wrong);
        Check(corrected, enteredAt != passage.EnteredAt, dayOf, now);
        return corrected;
    }

    /// <summary>A wrong entry goes; the line is told without it.</summary>
    public SaleLine Without(Passage passage, Id by, DateTimeOffset now)
    {
        if (by != passage.By && by != sale.Owner)
            throw Rule.NotYours("Only whoever told it, or the owner of the sale, takes a passage back.");
        if (!passage.CanBeTakenBack(by, sale.Owner, now))
            throw Rule.NotNow("An entry is taken back within a day. Correct its time, or say where the sale is now.");
        var others = Passages.Where(other => other != passage).ToList();
        var at = Passages.ToList().IndexOf(passage);
        if (at > 0 && at < others.Count && IsSame(others[at - 1].Stage, others[at].Stage))
            throw Rule.NotNow(new Sentence("It came back to “{0}” after this: take that back first.", Said(others[at])));
        return new SaleLine(sale with { Stage = others.Count > 0 ? others[^1].Stage : null }, Known, others);
    }

    /// <summary>The line as it was lived: when each stage was entered and left.</summary>
    /// <param name="endOf">The end of a day where the company is.</param>
    public IReadOnlyList<Stay> Stays(DateTimeOffset now, Func<DateOnly, DateTimeOffset> endOf) => [.. Passages.Select((passage, at) =>
    {
        var (next, isLast) = (at + 1 < Passages.Count ? Passages[at + 1] : null, at + 1 == Passages.Count);
        DateTimeOffset? lost = sale is { Outcome: Outcome.Lost, ClosedOn: { } day } ? Earlier(now, endOf(day)) : null;
        var until = passage.LeftAt ?? next?.EnteredAt ?? (isLast && lost is { } end && passage.EnteredAt is { } since ? Later(since, end) : null);
        var isHere = isLast && passage.LeftAt is null && sale.Outcome != Outcome.Lost && IsSame(passage.Stage, sale.Stage);
        return new Stay(passage, Known.Of(sale.Journey, passage.Stage), until, isHere, IsBack(passage, at > 0 ? Passages[at - 1] : null), (until ?? (isHere ? now : null)) - passage.EnteredAt);
    })];

    private Passage Told(PassageTold told, Id? by, DateTimeOffset now)
    {
        var (stage, reason) = (told.Stage?.Trim() ?? "", told.Reason?.Trim());
        var wrong = new List<Wrong>();
        Text.Check(wrong, "stage", stage, Stage.LongestName, required: "Say in which stage it is now.");
        Text.Check(wrong, "reason", reason, Journeys.Passage.LongestReason);
        return wrong.Count > 0 ? throw Rule.Invalid(wrong) : new Passage(sale.Workspace, Id.New(now), sale.Id, stage)
        {
            EnteredAt = told.EnteredAt ?? now, LeftAt = told.LeftAt, By = by, ToldAt = now, Reason = string.IsNullOrEmpty(reason) ? null : reason,
        };
    }

    private void Check(Passage passage, bool isTimeTold, Func<DateTimeOffset, DateOnly> dayOf, DateTimeOffset now)
    {
        var line = InOrder(Passages.Where(other => other.Id != passage.Id && other != Dated(passage)).Append(passage)).ToList();
        var at = line.IndexOf(passage);
        var (before, after) = (at > 0 ? line[at - 1] : null, at + 1 < line.Count ? line[at + 1] : null);
        if (new[] { before, after }.OfType<Passage>().FirstOrDefault(other => IsSame(other.Stage, passage.Stage)) is { } same)
            throw StandsThere(same);
        var wrong = new List<Wrong>();
        if (passage.EnteredAt < Earliest)
            wrong.Add(new Wrong("enteredAt", "That is too long ago."));
        if (passage.EnteredAt > now)
            wrong.Add(new Wrong("enteredAt", "This moment has not come yet."));
        if (isTimeTold && passage.EnteredAt is { } entered && dayOf(entered) < sale.OpenedOn)
            wrong.Add(new Wrong("enteredAt", new Sentence("That is before the sale was opened, on {0}.", sale.OpenedOn.Value)));
        if (passage.EnteredAt < before?.LeftAt)
            wrong.Add(new Wrong("enteredAt", new Sentence("It left “{0}” later than that.", Said(before))));
        if (passage.LeftAt > now)
            wrong.Add(new Wrong("leftAt", "This moment has not come yet."));
        if (passage.LeftAt < passage.EnteredAt)
            wrong.Add(new Wrong("leftAt", "It does not leave a stage before it enters it."));
        if (passage.LeftAt > after?.EnteredAt)
            wrong.Add(new Wrong("leftAt", new Sentence("That is after it entered “{0}”.", Said(after))));
        if (IsBack(passage, before) && passage.Reason is null && passage.Version == 1)
            wrong.Add(GoesBack(before!));
        if (wrong.Count > 0)
            throw Rule.Invalid(wrong);
    }

    private Wrong GoesBack(Passage before) => new("reason", new Sentence("It goes back from “{0}”. Say why.", Said(before)));

    private static BrokenRule StandsThere(Passage passage) => Rule.NotNow(new Sentence("It stands in “{0}” already then.", Said(passage)));

    private bool IsBack(Passage passage, Passage? before) => before is not null && Known.Of(sale.Journey, passage.Stage) is { } to
        && Known.Of(sale.Journey, before.Stage) is { } from && from.Journey.Id == to.Journey.Id && to.Place < from.Place;

    private static bool IsSame(string stage, string? other) => other is not null && Stage.Key(stage) == Stage.Key(other);

    // The names that Inward brought are said in the reader's language.
    private static object Said(Passage passage) => JourneyTemplate.IsItsOwn(passage.Stage) ? new Sentence(passage.Stage) : passage.Stage;

    private static IReadOnlyList<Passage> InOrder(IEnumerable<Passage> told) =>
        [.. told.OrderBy(passage => passage.EnteredAt ?? DateTimeOffset.MinValue).ThenBy(passage => passage.ToldAt).ThenBy(passage => passage.Id)];

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <summary>A passage as it was lived.</summary>
/// <param name="At">Null for a word that no journey has, or has no longer.</param>
/// <param name="Until">Null while it stands there, and where nobody knows.</param>
/// <param name="IsBack">It came from a later stage of the same journey.</param>
/// <param name="Length">So far, where it stands there; null where nobody knows since when.</param>
public sealed record Stay(Passage Passage, Standing? At, DateTimeOffset? Until, bool IsHere, bool IsBack, TimeSpan? Length);

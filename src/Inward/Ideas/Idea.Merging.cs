using Inward.House;

namespace Inward.Ideas;

/// <summary>Two colleagues had the same idea: one goes into the other, with all who wanted it, and can be parted from it again.</summary>
public sealed partial record Idea
{
    public void CheckMerges(Id by)
    {
        if (by != Author && !IsAnsweredBy(by))
            throw Rule.NotYours("Only whoever had this idea, or is to answer it, says that it is the same as another.");
    }

    /// <param name="into">The idea that stays; of several that went into each other, the last one.</param>
    public Idea Merge(Idea into, Id by, DateTimeOffset now)
    {
        CheckMerges(by);
        CheckOpen();
        if (into.Id == Id)
            throw Rule.Invalid("into", "This would go round in a ring: the other idea went into this one, or is this one. Part them first.");
        if (Private || into.Private)
            throw Rule.NotNow("A private idea stays between two people: it goes into no other, and no other goes into it.");
        if (into.Withdrawn is not null || into.Last is { Kind: AnswerKind.Declined })
            throw Rule.NotNow("The other idea was declined or taken back. Answer this one itself.");
        return this with { Merged = new IdeaMerging(into.Id, by, now) };
    }

    /// <summary>They were not the same after all: both are what they were.</summary>
    public Idea Part(Id by, WorkingCalendar days, DateTimeOffset now)
    {
        if (by != Merged?.By && by != Author && !IsAnsweredBy(by))
            throw Rule.NotYours("Only whoever merged them, had this idea or is to answer it parts them again.");
        if (Merged is null)
            throw Rule.NotNow("This idea went into no other.");
        var today = days.Today(now);
        // Its day may have passed while it was part of another.
        return this with { Merged = null, DueOn = DueOn < today ? days.AddWorkingDays(today, UsualDays) : DueOn };
    }
}

using Inward.House;

namespace Inward.Handovers;

/// <summary>A promise to a customer as somebody tells it.</summary>
/// <param name="By">The day the customer was told, if one was.</param>
/// <param name="SaidBy">Who said it to the customer; whoever writes it down when left out.</param>
/// <param name="Spoken">Nothing was written: all the more it must not be lost.</param>
public sealed record CustomerPromiseTold(string? What, DateOnly? By = null, Id? SaidBy = null, DateOnly? SaidOn = null, bool Spoken = false);

/// <summary>How a promise to a customer ended: kept, or let go with a reason that the customer knows.</summary>
public sealed record Settled(bool Kept, Id By, DateTimeOffset At, string? Note);

/// <summary>
/// What one of us promised a customer in a sale, spoken ones too. It goes along from hand to hand until it is kept: whoever takes the sale
/// over takes it over with it.
/// </summary>
public sealed record CustomerPromise(Id Workspace, Id Id, Id Sale, string What)
{
    public const int Longest = 500;

    public DateOnly? By { get; init; }
    public Id SaidBy { get; init; }
    public DateOnly SaidOn { get; init; }
    public bool Spoken { get; init; }
    public Settled? Settled { get; init; }
    public int Version { get; init; } = 1;

    public bool IsOpen => Settled is null;

    public bool IsLate(DateOnly today) => IsOpen && By < today;

    /// <summary>As it is told now. What was kept or let go is not told otherwise.</summary>
    /// <param name="today">In the zone of whoever writes: nobody has said anything tomorrow.</param>
    public CustomerPromise Retold(CustomerPromiseTold told, Id writer, DateOnly today)
    {
        CheckOpen();
        var next = this with { What = (told.What ?? "").Trim(), By = told.By, SaidBy = told.SaidBy ?? writer, SaidOn = told.SaidOn ?? today, Spoken = told.Spoken };
        var wrong = new List<Wrong>();
        Text.Check(wrong, "what", next.What, Longest, required: "Say what the customer was promised.");
        if (next.SaidOn > today)
            wrong.Add(new Wrong("saidOn", new Sentence("{0} has not come yet.", next.SaidOn)));
        if (next.By < next.SaidOn)
            wrong.Add(new Wrong("by", "The promised day is before the day on which it was said."));
        return wrong.Count == 0 ? next : throw Rule.Invalid(wrong);
    }

    public CustomerPromise Keep(Id by, string? note, DateTimeOffset now) => Settle(new Settled(true, by, now, Checked("note", note)));

    /// <summary>It will not be kept, or need not be: the customer knows why.</summary>
    public CustomerPromise LetGo(Id by, string? reason, DateTimeOffset now) => string.IsNullOrWhiteSpace(reason)
        ? throw Rule.Invalid("reason", "Say why it is let go, and that the customer knows.")
        : Settle(new Settled(false, by, now, Checked("reason", reason)));

    /// <summary>It was a slip: the promise is open again.</summary>
    public CustomerPromise Reopen() => IsOpen ? throw Rule.NotNow("This promise is open.") : this with { Settled = null, Version = Version + 1 };

    private CustomerPromise Settle(Settled settled)
    {
        CheckOpen();
        return this with { Settled = settled, Version = Version + 1 };
    }

    private void CheckOpen()
    {
        if (Settled is { Kept: var kept })
            throw Rule.NotNow(kept ? "This promise was kept already." : "This promise was let go.");
    }

    private static string? Checked(string field, string? text)
    {
        var wrong = new List<Wrong>();
        Text.Check(wrong, field, text, Longest);
        return wrong.Count > 0 ? throw Rule.Invalid(wrong) : string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}

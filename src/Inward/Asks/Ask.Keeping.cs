using Inward.House;

namespace Inward.Asks;

/// <summary>From the promise to the thank-you: renegotiated openly, delivered, confirmed by the one who asked, told to the customer.</summary>
public sealed partial record Ask
{
    /// <summary>New terms after the promise; until the other one answers, the old promise stands.</summary>
    internal Ask Renegotiate(DateOnly? by, string? what, IReadOnlyList<string>? conditions, string? note, LateCause? cause, Circumstances c)
    {
        Manners.Allow(this, "renegotiation", c);
        var terms = NewTerms(Terms, what, conditions, by, note, c);
        return With(terms) with { Offer = new Offer(c.Mover, terms.Version, Blank(note), cause, c.Now) };
    }

    /// <summary>Yes to what the other one offered: those terms are in force, and promised.</summary>
    internal Ask Agree(Circumstances c)
    {
        Manners.Allow(this, "agreement", c);
        var offered = OfferedTerms!;
        if (offered.By < c.Today)
            throw Rule.NotNow(new Sentence("The day that was offered has passed: {0}.", offered.By!), Manners.PossibleFor(this, c));
        var by = offered.By!.Value;
        return this with
        {
            TermsVersion = offered.Version,
            Offer = null,
            Promise = Promise is null ? new Promise(by, by, null, c.Now) : Promise with { By = by, At = c.Now },
        };
    }

    /// <summary>No to the new terms: the old promise stands.</summary>
    internal Ask KeepOldPromise(Circumstances c)
    {
        Manners.Allow(this, "keeping", c);
        return this with { Offer = null };
    }

    internal Ask Deliver(string? note, LateCause? cause, Circumstances c)
    {
        Manners.Allow(this, "delivery", c);
        Require(Wrongs("note", note));
        return Ended(c.Now) with { Delivery = new Delivery(c.Mover, Blank(note), cause, c.Today, c.Now) };
    }

    internal Ask Retract(Circumstances c)
    {
        Manners.Allow(this, "retraction", c);
        return NotDelivered(new Rejection(c.Mover, null, null, Delivery!, c.Now));
    }

    internal Ask Revoke(string? reason, LateCause? cause, Circumstances c)
    {
        Manners.Allow(this, "revocation", c);
        Require(Wrongs("reason", reason, "Say why you take the promise back, so that the one who asked can find another way."));
        return Ended(c.Now) with { Revocation = new Revocation(c.Mover, reason!, cause, Left: false, c.Now) };
    }

    internal Ask Accept(Circumstances c)
    {
        Manners.Allow(this, "acceptance", c);
        return this with { Acceptance = new Acceptance(c.Mover, c.Now) };
    }

    /// <param name="condition">One of the current conditions, word for word: "not good enough" is no reason.</param>
    internal Moved Reject(string? condition, string? note, Circumstances c)
    {
        Manners.Allow(this, "rejection", c);
        var wrong = Wrongs("note", note);
        // Conditions are kept without blanks at their ends: whoever copies what was typed means the same one.
        condition = condition?.Trim();
        if (!Terms.Conditions.Contains(condition, StringComparer.Ordinal))
            wrong.Add(new Wrong("condition", "Name the condition that is not met, one of those agreed."));
        Require(wrong);
        var promised = NotDelivered(new Rejection(c.Mover, condition, Blank(note), Delivery!, c.Now));
        return c.PerformerHasLeft ? promised.AskedAfresh(c.PerformersTeam, Id.New(c.Now), c) : new Moved(promised);
    }

    internal Ask TellCustomer(string? words, string? channel, DateOnly? at, Circumstances c)
    {
        Manners.Allow(this, "telling", c);
        var wrong = Wrongs("words", words, "Write down what you told the customer.");
        Text.Check(wrong, "channel", channel, 100, "Say how you told them: a call, a visit, a mail.");
        if (at > c.Today)
            wrong.Add(new Wrong("at", new Sentence("{0} has not come yet.", at)));
        Require(wrong);
        return this with { Telling = new Telling(c.Mover, words!, channel!.Trim(), at ?? c.Today, c.Now) };
    }

    /// <summary>Ten working days without a word after the delivery. Silence is not a yes: it stays open, and the asker's turn.</summary>
    public Ask GoneQuiet(Circumstances c)
    {
        if (c.Me is not null)
            throw Rule.NotYours("Nobody decides that a delivery stays unconfirmed: it is so after ten working days of silence.");
        if (State != AskState.Delivered || QuietAfter(c.Calendar) > c.Now)
            throw Rule.NotNow("The one who asked still has time to confirm.");
        return Next(this with { Delivery = Delivery! with { QuietSince = c.Now } }, "quiet", c, undoable: false);
    }

    /// <summary>When a delivery that nobody confirmed becomes unconfirmed.</summary>
    public DateTimeOffset QuietAfter(WorkingCalendar calendar) => calendar.EndOf(calendar.AddWorkingDays(Delivery!.On, 10));

    private Ask NotDelivered(Rejection rejection) => this with { Delivery = null, Rejections = [.. Rejections, rejection] };
}

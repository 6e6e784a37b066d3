using Inward.House;

namespace Inward.Thanks;

/// <summary>A thank-you: tied to what somebody did, and what it changed. No points, and nobody counts them.</summary>
/// <param name="Public">In everyone's feed; only if the receiver likes it so.</param>
public sealed record ThankYou(Id Workspace, Id Id, Id From, Id To, string Text, string Effect, bool Public, Id? Ask, DateTimeOffset At)
{
    /// <summary>Who got a copy, because the receiver likes their manager to know.</summary>
    public IReadOnlyList<Id> Copies { get; init; } = [];

    public ThankYou Checked(bool receiverHasLeft)
    {
        var wrong = new List<Wrong>();
        if (From == To)
            wrong.Add(new Wrong("to", "Thanks go to somebody else."));
        if (receiverHasLeft)
            wrong.Add(new Wrong("to", "This colleague no longer works here."));
        House.Text.Check(wrong, "text", Text, 4_000, "Say what you are thankful for.");
        House.Text.Check(wrong, "effect", Effect, 4_000);
        return wrong.Count == 0 ? this with { Text = Text.Trim(), Effect = Effect.Trim() } : throw Rule.Invalid(wrong);
    }

    /// <summary>With a copy for the receiver's managers, if the receiver likes that; whoever thanks knows it already.</summary>
    public ThankYou CopiedTo(bool receiverLikes, IEnumerable<Id> managers) =>
        this with { Copies = receiverLikes ? [.. managers.Where(m => m != From && m != To).Distinct()] : [] };

    public bool CanBeTakenBack(Id by, DateTimeOffset now) => by == From && At <= now && now - At <= UndoWindow.Length;

    public void CheckTakingBack(Id by, DateTimeOffset now)
    {
        if (by != From)
            throw Rule.NotYours("Only whoever said a thank-you takes it back.");
        if (!CanBeTakenBack(by, now))
            throw Rule.NotNow("It is too late to take this thank-you back: that is possible for ten seconds.");
    }
}

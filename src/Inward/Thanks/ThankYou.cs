using Inward.House;

namespace Inward.Thanks;

/// <summary>A thank-you: tied to what somebody did, and what it changed. No points, and nobody counts them.</summary>
/// <param name="Public">In everyone's feed; only if the receiver likes it so.</param>
public sealed record ThankYou(Id Workspace, Id Id, Id From, Id To, string Text, string Effect, bool Public, Id? Ask, DateTimeOffset At)
{
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
}

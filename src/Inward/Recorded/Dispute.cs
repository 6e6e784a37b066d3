using Inward.House;

namespace Inward.Recorded;

/// <summary>“It was not so”: what somebody says against an entry about them that another wrote. It stands beside the entry, for all who read that.</summary>
/// <param name="Version">Which version of the entry was read.</param>
public sealed record Dispute(Id Workspace, Id Record, Id Person, int Version, string Text, DateTimeOffset At)
{
    public const int Longest = 2_000;

    /// <param name="author">Who wrote the entry.</param>
    /// <param name="isNamed">The entry is about this person.</param>
    public Dispute Checked(Id author, bool isNamed)
    {
        if (author == Person)
            throw Rule.NotYours("You wrote this yourself.");
        if (!isNamed)
            throw Rule.NotYours("Only whom an entry names can dispute it.");
        var wrong = new List<Wrong>();
        House.Text.Check(wrong, "text", Text, Longest, "Say what is not right.");
        return wrong.Count == 0 ? this with { Text = Text.Trim() } : throw Rule.Invalid(wrong);
    }
}

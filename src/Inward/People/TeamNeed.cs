using Inward.House;

namespace Inward.People;

/// <summary>Two teams, in the one order in which their page stands: the same whichever is named first.</summary>
public readonly record struct TeamPair
{
    public TeamPair(Id team, Id other)
    {
        if (team == other)
            throw Rule.Invalid("other", "This is about two teams. Choose another one.");
        (One, Other) = team.CompareTo(other) < 0 ? (team, other) : (other, team);
    }

    public Id One { get; }

    public Id Other { get; }
}

/// <summary>What one team needs of one other team, as somebody who is in it wrote it.</summary>
/// <param name="Of">The other team.</param>
/// <param name="Words">Empty when nothing is needed any more.</param>
public sealed record TeamNeed(Id Workspace, Id Id, Id Team, Id Of, string Words, Id By, DateTimeOffset At)
{
    public int Version { get; init; } = 1;

    /// <summary>Writes it anew; null when nothing changes.</summary>
    /// <param name="isMember">Whoever writes is in the team today.</param>
    /// <param name="team">What the team is called.</param>
    public TeamNeed? Said(string? words, Id by, bool isMember, string team, DateTimeOffset at)
    {
        if (!isMember)
            throw Rule.NotYours(new Sentence("Only those who are in {0} say what it needs.", team));
        var wrong = new List<Wrong>();
        Text.Check(wrong, "words", words, Answer.Longest);
        if (wrong.Count > 0)
            throw Rule.Invalid(wrong);
        var said = string.IsNullOrWhiteSpace(words) ? "" : words;
        return said == Words ? null : this with { Words = said, By = by, At = at, Version = Version + 1 };
    }
}

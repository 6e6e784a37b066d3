using Inward.People;

namespace Inward.Server.People;

/// <summary>Own words as a page shows them, of a person or a team.</summary>
/// <param name="Edit">Where their owner writes them; null for everybody else.</param>
/// <param name="Invitation">What their owner is asked while nothing stands there.</param>
public sealed record OwnWordsSeen(string Name, OwnWords Words, string? Edit, string Invitation)
{
    /// <summary>Every answer but the first, which stands on its own, each under what was asked.</summary>
    public IEnumerable<(string Label, Answer Answer)> More => new (string, Answer?)[]
    {
        ("What I need from others", Words.NeedFromOthers), ("How to reach me", Words.HowToReach), ("The best time", Words.BestTime),
        ("What I am good at", Words.Strengths), ("How I like to be thanked", Words.HowToThank),
    }.Where(a => a.Item2 is not null).Select(a => (a.Item1, a.Item2!));
}

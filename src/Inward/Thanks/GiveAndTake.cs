using Inward.House;

namespace Inward.Thanks;

/// <summary>
/// What a colleague and I did for each other within a year, asked for and accepted: (given − taken) / (given + taken + 2). Mine
/// alone: the other one is never told, nor anybody else.
/// </summary>
/// <param name="Given">What I did for them.</param>
/// <param name="Taken">What they did for me.</param>
public sealed record GiveAndTake(int Given, int Taken)
{
    /// <summary>How far back it looks, in days.</summary>
    public const int Days = 365;

    // Below it the two terms added in the formula outweigh what happened.
    private const double Even = 1 / 3.0;

    /// <summary>From −1, all taken, to 1, all given; near 0 while little happened.</summary>
    public double Balance => (Given - Taken) / (double)(Given + Taken + 2);

    public Sentence Counts(string name) => Given + Taken == 0
        ? new Sentence("Within a year nothing that was asked was done between {0} and you.", name)
        : new Sentence("Within a year you did {0} for {2}, who did {1} for you.", Things(Given), Things(Taken), name);

    /// <summary>What one might make of it; null while nothing happened.</summary>
    public Sentence? Suggests => Given + Taken == 0 ? null : Balance switch
    {
        > Even => new Sentence("You gave more than you took. Perhaps there is something to ask for."),
        < -Even => new Sentence("You took more than you gave. Perhaps there is something to thank for, or to offer."),
        _ => new Sentence("That is about even."),
    };

    private static Sentence Things(int count) => count switch
    {
        0 => new Sentence("nothing yet"),
        1 => new Sentence("one thing"),
        _ => new Sentence("{0} things", count),
    };
}

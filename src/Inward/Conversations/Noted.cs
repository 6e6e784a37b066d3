using Inward.House;

namespace Inward.Conversations;

/// <summary>What became of an item.</summary>
public enum ItemAnswer
{
    /// <summary>The colleague took a need into their own words.</summary>
    Taken,

    /// <summary>It is not needed, or not so.</summary>
    Waved,

    /// <summary>The promise is kept.</summary>
    Done,
}

/// <summary>An item as it is kept, of one colleague: a need is answered by whom it is about, a promise by whoever gave it.</summary>
/// <param name="Author">Who logged the talk.</param>
public sealed record Noted(ItemKind Kind, string Text, Id Author, Id About, ItemAnswer? Answer = null)
{
    public Noted Answered(ItemAnswer answer, Id by)
    {
        if (Kind == ItemKind.Promise && by != Author)
            throw Rule.NotYours("Only whoever gave a promise says what became of it.");
        if (Kind != ItemKind.Promise && by != About)
            throw Rule.NotYours("Only the colleague whom it is about answers this.");
        if (!Possible.Contains(answer))
            throw Rule.NotNow("A need is taken or waved away, a promise is done or not needed any more. The rest needs no answer.");
        return Answer is null ? this with { Answer = answer } : throw Rule.NotNow("This has been answered already.");
    }

    private IReadOnlyList<ItemAnswer> Possible => Kind switch
    {
        ItemKind.Need => [ItemAnswer.Taken, ItemAnswer.Waved],
        ItemKind.Promise => [ItemAnswer.Done, ItemAnswer.Waved],
        _ => [],
    };
}

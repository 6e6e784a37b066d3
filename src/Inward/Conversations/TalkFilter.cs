using Inward.House;
using Inward.Lists;

namespace Inward.Conversations;

/// <summary>Which talks.</summary>
public sealed record TalkFilter(string? Q = null) : ListFilter(Q)
{
    /// <summary>The words of what is learned in talks.</summary>
    public static readonly IReadOnlyList<string> Kinds = [.. Enum.GetNames<ItemKind>().Select(kind => kind.ToLowerInvariant())];

    /// <summary>Whoever logged a talk or took part in it; how it was; talks with an item of a kind.</summary>
    public static readonly ListFields By = new("channel:visit", new ListField("person"), new("channel", Conversation.Channels), new("kind", Kinds));

    public static TalkFilter Typed(Func<string, string?> typed) => Understood(wrong => Typed(typed, wrong));

    /// <summary>What can be understood of it; the rest is told in <paramref name="wrong"/>.</summary>
    public static TalkFilter Typed(Func<string, string?> typed, ICollection<Wrong> wrong) => new(Words(typed("q"))) { Each = By.Each(typed, wrong), Any = By.Any(typed("any"), wrong) };
}

using Inward.Conversations;
using Inward.House;
using Inward.Lists;
using Inward.Server.Lists;
using Inward.Server.Storage;

namespace Inward.Server.Conversations;

/// <summary>Chooses talks by more than the bar of the list shows.</summary>
public sealed class TalkFilterPage : ListFilterPage
{
    public override ListRoom Of => ListRoom.Talks;

    public override string Shows => T["Show these talks"];

    public override string ScopePartial => "/Conversations/_TalkScope.cshtml";

    public override ListFilter Filter { get; protected set; } = new TalkFilter();

    protected override ListFilter Typed(ICollection<Wrong> wrong) => TalkFilter.Typed(Said, wrong);

    protected override string Says(Condition condition, IReadOnlyDictionary<string, string> names) => TalkFilterWords.Of(condition, T, names);

    protected override Task<IReadOnlyList<Chooser>> Offered(Session session) => Task.FromResult<IReadOnlyList<Chooser>>(
    [
        new Chips("channel", T["How"], [.. Conversation.Channels.Select(channel => (channel, T[channel]))]),
        new Chips("kind", T["What was learned"], [.. TalkFilter.Kinds.Select(kind => (kind, T[TalkFilterWords.With(kind)]))]),
        Colleague("person", T["With a colleague"]),
    ]);
}

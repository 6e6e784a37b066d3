using Inward.Conversations;
using Inward.House;
using Inward.Lists;
using Inward.Server.Lists;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Conversations;

/// <summary>Talks that I logged or took part in.</summary>
public sealed class ConversationsPage : ListPage
{
    public IReadOnlyList<ConversationRow> Rows { get; private set; } = [];

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    public TalkFilter Filter { get; private set; } = new();

    public bool IsFiltered => Mistake is not null || Filter.Address.Any();

    public override ListRoom Of => ListRoom.Talks;

    protected override ListFilter Chosen => Filter;

    protected override IEnumerable<string> Filters => ["q", "person", "channel", "kind", "any"];

    protected override IReadOnlyList<string> Bar => ["q", "person", "channel", "kind"];

    protected override (string Id, string Partial) Part => ("talks", "/Conversations/_Conversations.cshtml");

    protected override async Task Find(Session session)
    {
        // The bar stays, whatever is wrong with the rest.
        Colleagues = WantsFragment(Part.Id) ? [] : await TalkedWith(session);
        Filter = TalkFilter.Typed(Said);
        (Rows, Next) = await ConversationList.Ask(session, Me, Filter, Said("after"));
    }

    protected override string Says(Condition condition, IReadOnlyDictionary<string, string> names) => TalkFilterWords.Of(condition, T, names);

    private Task<List<Colleague>> TalkedWith(Session session) => session.All<Colleague>("""
        select p.id, p.name, p.title from person p where p.workspace = @Workspace and (p.id = @asked or p.id in (
          select c.person from conversation_person c join conversation x on x.workspace = c.workspace and x.id = c.conversation where c.workspace = @Workspace and x.author = @Me
          union select x.author from conversation_person c join conversation x on x.workspace = c.workspace and x.id = c.conversation
            where c.workspace = @Workspace and c.person = @Me and x.is_private = 0))
        order by p.search_name, p.id limit 300
        """, new { Me.Workspace, Me = Me.Person, asked = Id.TryParse(Said("person"), null, out var one) ? one : (Id?)null });
}

using Inward.Conversations;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Lists;
using Inward.Server.Storage;

namespace Inward.Server.Conversations;

public sealed record ConversationRow(
    Id Id, Id Author, string AuthorName, DateTimeOffset At, string Channel, string Text, bool IsPrivate, int Version)
{
    public IReadOnlyList<Named> People { get; init; } = [];

    public IReadOnlyList<ItemOut> Items { get; init; } = [];
}

/// <summary>Talks that I logged or took part in, the last one logged first. Three questions.</summary>
public static class ConversationList
{
    public static async Task<(List<ConversationRow> Rows, string? Next)> Ask(Session session, Me me, TalkFilter filter, string? after, int size = 50)
    {
        var place = Cursor.Id(string.IsNullOrEmpty(after) ? null : after);
        var (each, any) = (filter.Each, filter.Any);
        var words = Search.Words(session.Engine, filter.Q);
        var rows = await session.All<Row>($"""
            select x.id, x.author, w.name as author_name, x.at, x.channel, x.text, x.is_private, x.version from conversation x
            join person w on w.workspace = x.workspace and w.id = x.author
            where x.workspace = @Workspace and {Me.MaySee("x.id")}
              {(place is null ? "" : "and x.id < @place")}
              {ListConditions.Of(filter, Of)}
              {(words is null ? "" : $"and (x.id in ({Search.Matching(session.Engine)}) or (x.is_private = 1 and x.author = @Me and lower(x.text) like @part escape '!'))")}
            order by x.id desc limit @most
            """,
            new
            {
                me.Workspace, Me = me.Person, me.Sees, me.Led, place, Person = each.Ids("person"), Channel = each.Of("channel"), Kind = each.Of("kind"),
                anyPerson = any.Ids("person"), anyChannel = any.Of("channel"), anyKind = any.Of("kind"), words, part = Cursor.Anywhere(filter.Q ?? ""), most = size + 1,
            });
        var (page, next) = Cursor.Cut(rows, size, last => last.Id.ToString());
        var ids = page.ConvertAll(r => r.Id);
        var people = (await People(session, me, ids)).ToLookup(p => p.Conversation, p => new Named(p.Id, p.Name));
        var items = (await session.ItemsOf(me.Workspace, ids)).ToLookup(i => i.Conversation);
        return (page.ConvertAll(r => r.Shown([.. people[r.Id]], ItemOut.Of(items[r.Id]))), next);
    }

    private static string Of(string field, string at) => field switch
    {
        "person" => $"(x.author in @{at}Person or exists (select 1 from conversation_person c where c.workspace = x.workspace and c.conversation = x.id and c.person in @{at}Person))",
        "channel" => $"x.channel in @{at}Channel",
        _ => $"exists (select 1 from conversation_item i where i.workspace = x.workspace and i.conversation = x.id and i.kind in @{at}Kind)",
    };

    private static Task<List<TookPart>> People(Session session, Me me, List<Id> talks) => talks.Count == 0 ? Task.FromResult(new List<TookPart>())
        : session.All<TookPart>("""
            select c.conversation, p.id, p.name from conversation_person c join person p on p.workspace = c.workspace and p.id = c.person
            where c.workspace = @Workspace and c.conversation in @talks order by p.name, p.id
            """, new { me.Workspace, talks });

    private sealed record TookPart(Id Conversation, Id Id, string Name);

    private sealed record Row(Id Id, Id Author, string AuthorName, DateTimeOffset At, string Channel, string Text, bool IsPrivate, int Version)
    {
        public ConversationRow Shown(IReadOnlyList<Named> people, IReadOnlyList<ItemOut> items) =>
            new(Id, Author, AuthorName, At, Channel, Text, IsPrivate, Version) { People = people, Items = items };
    }
}

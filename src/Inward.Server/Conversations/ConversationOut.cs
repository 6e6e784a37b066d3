using Inward.Conversations;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Recorded;
using Inward.Server.Storage;

namespace Inward.Server.Conversations;

/// <summary>A line of a talk that says what was learned.</summary>
/// <param name="About">The colleagues whom it is about, or to whom it was promised.</param>
/// <param name="State">open, taken, waved or done; taken as soon as one of them took it.</param>
public sealed record ItemOut(int N, ItemKind Kind, string Text, IReadOnlyList<Id> About, DateTimeOffset At, string State)
{
    public static IReadOnlyList<ItemOut> Of(IEnumerable<KeptItem> rows) => [.. rows.GroupBy(r => r.N).Select(same => same.ToList())
        .Select(rows => new ItemOut(rows[0].N, rows[0].Kind, rows[0].Text, [.. rows.Select(r => r.Person)], rows[0].At, StateOf(rows)))];

    public static string Word(ItemAnswer? answer) => answer?.ToString().ToLowerInvariant() ?? "open";

    private static string StateOf(List<KeptItem> rows) =>
        Word(rows.Exists(r => r.Answer == ItemAnswer.Taken) ? ItemAnswer.Taken : rows.TrueForAll(r => r.Answer is not null) ? rows[0].Answer : null);
}

/// <summary>A version of a talk that was replaced.</summary>
public sealed record ConversationVersion(int Version, IReadOnlyList<Id> People, DateTimeOffset At, string Channel, string Text, bool Private, DateTimeOffset ReplacedAt);

/// <param name="Versions">Those before this one, the newest first.</param>
/// <param name="Disputes">What those who took part say against it.</param>
public sealed record ConversationOut(
    Id Id, Id Author, IReadOnlyList<Id> People, DateTimeOffset At, string Channel, string Text, bool Private, IReadOnlyDictionary<string, string> Names, int Version,
    IReadOnlyList<ItemOut> Items, IReadOnlyList<ConversationVersion> Versions, IReadOnlyList<DisputeOut> Disputes)
{
    public static async Task<ConversationOut> Of(Session session, Me me, Id id)
    {
        var talk = await ConversationDesk.Seen(session, me, id);
        var items = await session.ItemsOf(me.Workspace, [id]);
        // What its author once kept to themselves stays theirs, also when a later version is for all who took part.
        var versions = talk.Version == 1 ? [] : await session.All<Row>("""
            select version, people, at, channel, text, is_private, replaced_at from conversation_version
            where workspace = @Workspace and conversation = @id and (is_private = 0 or @Author = @Person) order by version desc
            """, new { me.Workspace, id, talk.Author, me.Person });
        var before = versions.ConvertAll(v => v.Told());
        var names = await session.Names(me.Workspace, [talk.Author, .. talk.People, .. before.SelectMany(v => v.People)]);
        return new ConversationOut(id, talk.Author, talk.People, talk.At, talk.Channel, talk.Text, talk.Private, names, talk.Version, ItemOut.Of(items), before, await session.Disputes(me.Workspace, id));
    }

    /// <summary>As <see cref="Of"/> tells it, of a talk that was logged in this unit: nothing is read that was only just written.</summary>
    public static async Task<ConversationOut> Logged(Session session, Conversation talk, IReadOnlyList<Item> items)
    {
        var people = talk.People.Order().ToList();
        var names = await session.Names(talk.Workspace, [talk.Author, .. people]);
        var said = items.Select(i => new ItemOut(i.N, i.Kind, i.Text, [.. i.About.OrderBy(p => names[p.ToString()], StringComparer.Ordinal).ThenBy(p => p)], talk.At, ItemOut.Word(null)));
        return new ConversationOut(talk.Id, talk.Author, people, talk.At, talk.Channel, talk.Text, talk.Private, names, talk.Version, [.. said], [], []);
    }

    private sealed record Row(int Version, string People, DateTimeOffset At, string Channel, string Text, bool IsPrivate, DateTimeOffset ReplacedAt)
    {
        public ConversationVersion Told() => new(Version, [.. People.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => Inward.House.Id.Parse(p))], At, Channel, Text, IsPrivate, ReplacedAt);
    }
}

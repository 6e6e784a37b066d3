using Inward.Conversations;
using Inward.House;
using Inward.Relationships;
using Inward.Server.House;
using Inward.Server.Relationships;
using Inward.Server.Storage;

namespace Inward.Server.Conversations;

public sealed record ConversationOut(Id Id, Id Author, IReadOnlyList<Id> People, DateTimeOffset At, string Channel, string Text, bool Private, IReadOnlyDictionary<string, string> Names, int Version);

/// <summary>Talks are seen by their author and those who took part; private ones by their author alone, their words in no happening.</summary>
public static class ConversationDesk
{
    public static async Task<Conversation> Log(Unit unit, Me me, IReadOnlyList<Id>? people, DateTimeOffset? at, string? channel, string? text, bool isPrivate)
    {
        var talk = new Conversation(me.Workspace, Id.New(unit.Now), me.Person, people ?? [], at ?? unit.Now, channel ?? "call", text ?? "", isPrivate).Checked(unit.Now);
        var known = await unit.Count("select count(*) from person where workspace = @Workspace and id in @People", new { me.Workspace, talk.People });
        if (known != talk.People.Count)
            throw Rule.Invalid("people", "Somebody of them is not known here.");
        unit.Save(talk);
        return talk;
    }

    internal static void Save(this Unit unit, Conversation talk)
    {
        unit.Write("""
            insert into conversation (workspace, id, author, at, channel, text, is_private, version)
            values (@Workspace, @Id, @Author, @At, @Channel, @Text, @Private, @Version)
            """, talk);
        foreach (var person in talk.People)
            unit.Write("insert into conversation_person (workspace, conversation, person, at) values (@Workspace, @Id, @person, @At)", new { talk.Workspace, talk.Id, person, talk.At });
        unit.Met([.. talk.People.Select(p => (talk.Author, p)), .. talk.Private ? [] : talk.People.Select(p => (p, talk.Author))], new Contact(talk.At, talk.Channel, talk.Id));
        unit.ShowTo(talk.Id, [new Reader(talk.Author), .. talk.Private ? [] : talk.People.Select(p => new Reader(p))]);
        if (!talk.Private)
            unit.MakeFindable(talk.Id, "conversation", talk.Text.Length > 120 ? talk.Text[..120] : talk.Text, talk.Text);
        unit.Append("conversation.logged", talk.Id, talk.Private ? new { } : new { talk.People, talk.Channel, talk.Text, talk.At });
    }

    public static async Task<ConversationOut> Read(Session session, Me me, Id id)
    {
        var row = await session.One<Row>($"select x.author, x.at, x.channel, x.text, x.is_private, x.version from conversation x where x.workspace = @Workspace and x.id = @id and {Me.MaySee("x.id")}",
            new { me.Workspace, id, me.Sees, me.Led }) ?? throw Rule.NotVisible();
        var people = await session.All<Id>("select person from conversation_person where workspace = @Workspace and conversation = @id", new { me.Workspace, id });
        return new ConversationOut(id, row.Author, people, row.At, row.Channel, row.Text, row.IsPrivate, await session.Names(me.Workspace, [row.Author, .. people]), row.Version);
    }

    public static async Task<(List<ConversationRow> Rows, string? Next)> Mine(Session session, Me me, Id? person, string? after)
    {
        var place = Id.TryParse(after, null, out var id) ? id : (Id?)null;
        var rows = await session.All<ConversationRow>($"""
            select x.id, x.author, w.name as author_name, x.at, x.channel, x.text, x.is_private, x.version from conversation x
            join person w on w.workspace = x.workspace and w.id = x.author
            where x.workspace = @Workspace and {Me.MaySee("x.id")}
              {(place is null ? "" : "and x.id < @place")}
              {(person is null ? "" : "and (x.author = @person or exists (select 1 from conversation_person c where c.workspace = x.workspace and c.conversation = x.id and c.person = @person))")}
            order by x.id desc limit 51
            """, new { me.Workspace, me.Sees, me.Led, place, person });
        if (rows.Count <= 50)
            return (rows, null);
        rows.RemoveAt(50);
        return (rows, rows[^1].Id.ToString());
    }

    public sealed record ConversationRow(Id Id, Id Author, string AuthorName, DateTimeOffset At, string Channel, string Text, bool IsPrivate, int Version);

    private sealed record Row(Id Author, DateTimeOffset At, string Channel, string Text, bool IsPrivate, int Version);
}

using Inward.Conversations;
using Inward.House;
using Inward.Relationships;
using Inward.Server.Customers;
using Inward.Server.Motives;
using Inward.Server.Relationships;
using Inward.Server.Storage;

namespace Inward.Server.Conversations;

/// <summary>Where talks are kept: the newest version in one table, those before it in another, their items in a third.</summary>
public static class ConversationTable
{
    public static async Task<Conversation?> Conversation(this Session session, Id workspace, Id id)
    {
        var row = await session.One<Row>("select author, at, channel, text, is_private, version, logged_at from conversation where workspace = @workspace and id = @id", new { workspace, id });
        if (row is null)
            return null;
        var people = await session.All<Id>("select person from conversation_person where workspace = @workspace and conversation = @id order by person", new { workspace, id });
        return new Conversation(workspace, id, row.Author, people, row.At, row.Channel, row.Text, row.IsPrivate) { Version = row.Version, LoggedAt = row.LoggedAt };
    }

    /// <summary>A new talk with what was learned in it.</summary>
    public static void Save(this Unit unit, Conversation talk, IReadOnlyList<Item> items)
    {
        unit.Write("""
            insert into conversation (workspace, id, author, at, channel, text, is_private, version, logged_at)
            values (@Workspace, @Id, @Author, @At, @Channel, @Text, @Private, @Version, @LoggedAt)
            """, talk);
        unit.Keep(talk, items, []);
        unit.Append("conversation.logged", talk.Id, talk.Private ? new { } : new { talk.People, talk.Channel, talk.Text, talk.At });
    }

    /// <summary>The next version. The one before stays; whoever is not of it any more does not see it any more.</summary>
    public static void Replace(this Unit unit, Conversation before, Conversation talk, IReadOnlyList<Item> items, IReadOnlyList<KeptItem> kept)
    {
        unit.Write("""
            insert into conversation_version (workspace, conversation, version, people, at, channel, text, is_private, replaced_at)
            values (@Workspace, @Id, @Version, @people, @At, @Channel, @Text, @Private, @Now)
            """, new { before.Workspace, before.Id, before.Version, people = string.Join(' ', before.People), before.At, before.Channel, before.Text, before.Private, unit.Now });
        unit.Write("""
            update conversation set at = @At, channel = @Channel, text = @Text, is_private = @Private, version = @Version where workspace = @Workspace and id = @Id and version = @before
            """, new { talk.Workspace, talk.Id, talk.At, talk.Channel, talk.Text, talk.Private, talk.Version, before = before.Version }, 1);
        unit.Clear(talk.Id, "conversation_person", "conversation_item");
        unit.NotMet(talk.Id, [before.Author, .. before.People]);
        foreach (var person in talk.Private ? before.People : before.People.Except(talk.People))
            unit.HideFrom(talk.Id, person);
        if (talk.Private)
            unit.Forget(talk.Id);
        unit.Keep(talk, items, kept);
    }

    /// <summary>As if it had not been logged: not even its words stay where it is told that it happened.</summary>
    public static void TakeBack(this Unit unit, Conversation told)
    {
        var talk = told.Id;
        unit.Clear(talk, "conversation_person", "conversation_item", "conversation_version");
        unit.NotMet(talk, [told.Author, .. told.People]);
        unit.Write("delete from audience where workspace = @Workspace and record = @talk", new { unit.Workspace, talk });
        unit.Write("delete from dispute where workspace = @Workspace and record = @talk", new { unit.Workspace, talk });
        unit.Write("delete from conversation where workspace = @Workspace and id = @talk", new { unit.Workspace, talk });
        unit.Write("update happening set payload = null, salt = null where workspace = @Workspace and on_id = @talk", new { unit.Workspace, talk });
        unit.Forget(talk);
    }

    private static void Keep(this Unit unit, Conversation talk, IReadOnlyList<Item> items, IReadOnlyList<KeptItem> kept)
    {
        foreach (var person in talk.People)
            unit.Write("insert into conversation_person (workspace, conversation, person, at) values (@Workspace, @Id, @person, @At)", new { talk.Workspace, talk.Id, person, talk.At });
        unit.PoolLater(talk, items);
        unit.Met([.. talk.People.Select(p => (talk.Author, p)), .. talk.Private ? [] : talk.People.Select(p => (p, talk.Author))], new Contact(talk.At, talk.Channel, talk.Id));
        foreach (var (item, person) in items.SelectMany(i => i.About.Select(person => (i, person))))
        {
            // What was answered once stays answered while the line stays.
            var was = kept.FirstOrDefault(k => (k.Kind, k.Text, k.Person) == (item.Kind, item.Text, person));
            unit.Write("""
                insert into conversation_item (workspace, conversation, n, person, kind, text, author, at, answer, answered_at)
                values (@Workspace, @Id, @N, @person, @Kind, @Text, @Author, @At, @Answer, @AnsweredAt)
                """, new { talk.Workspace, talk.Id, item.N, person, item.Kind, item.Text, talk.Author, talk.At, was?.Answer, was?.AnsweredAt });
        }
        unit.ShowTo(talk.Id, [new Reader(talk.Author), .. talk.Private ? [] : talk.People.Select(p => new Reader(p))]);
        if (!talk.Private)
            unit.MakeFindable(talk.Id, "conversation", VerbatimTable.Opening(talk.Text, 120), talk.Text);
    }

    private static void Clear(this Unit unit, Id talk, params string[] tables)
    {
        foreach (var table in tables)
            unit.Write($"delete from {table} where workspace = @Workspace and conversation = @talk", new { unit.Workspace, talk });
    }

    private sealed record Row(Id Author, DateTimeOffset At, string Channel, string Text, bool IsPrivate, int Version, DateTimeOffset? LoggedAt);
}

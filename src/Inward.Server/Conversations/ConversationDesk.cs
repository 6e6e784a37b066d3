using Inward.Conversations;
using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Conversations;

/// <summary>A talk as its author tells it.</summary>
/// <param name="At">Now, when it is left out.</param>
public sealed record ConversationTold(IReadOnlyList<Id>? People, DateTimeOffset? At = null, string? Channel = null, string? Text = null, bool Private = false)
{
    public static ConversationTold Of(Conversation talk) => new(talk.People, talk.At, talk.Channel, talk.Text, talk.Private);
}

/// <summary>Talks are seen by their author and those who took part; private ones by their author alone, their words in no happening.</summary>
public static class ConversationDesk
{
    public static async Task<(Conversation Talk, IReadOnlyList<Item> Items)> Log(Unit unit, Me me, ConversationTold told)
    {
        var talk = AsTold(new Conversation(me.Workspace, Id.New(unit.Now), me.Person, [], unit.Now, "call", "", Private: false) { LoggedAt = unit.Now }, told).Checked(unit.Now);
        var items = Items.Of(talk.Text, await Participants(unit, talk));
        unit.Save(talk, items);
        return (talk, items);
    }

    public static async Task<Conversation> Correct(Unit unit, Me me, Id id, int? version, Func<ConversationTold, ConversationTold> told)
    {
        var before = await Seen(unit, me, id);
        before.CheckAuthor(me.Person);
        Rule.Fresh(version, before.Version);
        if (before.Corrected(AsTold(before, told(ConversationTold.Of(before))), me.Person, unit.Now) is not { } talk)
            return before;
        unit.Replace(before, talk, Items.Of(talk.Text, await Participants(unit, talk)), await unit.ItemsOf(me.Workspace, [id]));
        var changed = Patch.Changed(ConversationTold.Of(before), ConversationTold.Of(talk));
        unit.Append("conversation.corrected", id, talk.Private ? new { } : new { talk.Version, changed });
        return talk;
    }

    /// <summary>A slip: it was never logged.</summary>
    public static async Task<Conversation> TakeBack(Unit unit, Me me, Id id)
    {
        var talk = await Seen(unit, me, id);
        talk.CheckTakingBack(me.Person, unit.Now);
        unit.TakeBack(talk);
        unit.Append("conversation.taken-back", id, new { });
        return talk;
    }

    /// <summary>Says what became of an item: a need by whom it is about, a promise by whoever gave it.</summary>
    /// <param name="words">How a need shall stand in one's own words; as it was noted when empty.</param>
    public static async Task<Conversation> Answer(Unit unit, Me me, Id id, int n, ItemAnswer answer, string? words = null)
    {
        var talk = await Seen(unit, me, id);
        var rows = (await unit.ItemsOf(me.Workspace, [id])).FindAll(i => i.N == n);
        var row = rows.Find(i => i.Person == me.Person) ?? rows.FirstOrDefault() ?? throw Rule.NotVisible();
        new Noted(row.Kind, row.Text, row.Author, row.Person, row.Answer).Answered(answer, me.Person);
        // A promise to several people is one promise.
        unit.Write($"""
            update conversation_item set answer = @answer, answered_at = @Now
            where workspace = @Workspace and conversation = @id and n = @n {(row.Kind == ItemKind.Promise ? "" : "and person = @Person")} and answer is null
            """, new { me.Workspace, id, n, me.Person, answer, unit.Now }, row.Kind == ItemKind.Promise ? rows.Count : 1);
        unit.Append($"conversation.item-{ItemOut.Word(answer)}", id, new { n });
        if (answer == ItemAnswer.Taken)
            await PersonDesk.Say(unit, me, me.Person, null, said => said with { NeedFromOthers = Added(said.NeedFromOthers, Blank(words) ?? row.Text) });
        return talk;
    }

    /// <summary>The talk, if I may see it.</summary>
    public static async Task<Conversation> Seen(Session session, Me me, Id id) =>
        await session.Count($"select count(*) from conversation x where x.workspace = @Workspace and x.id = @id and {Me.MaySee("x.id")}", new { me.Workspace, id, me.Sees, me.Led }) > 0
            ? (await session.Conversation(me.Workspace, id))! : throw Rule.NotVisible();

    private static Conversation AsTold(Conversation talk, ConversationTold told) =>
        talk with { People = told.People ?? [], At = told.At ?? talk.At, Channel = told.Channel ?? talk.Channel, Text = told.Text ?? "", Private = told.Private };

    private static async Task<IReadOnlyList<Participant>> Participants(Unit unit, Conversation talk)
    {
        var known = await unit.All<Participant>("select id, name from person where workspace = @Workspace and id in @People", new { talk.Workspace, talk.People });
        return known.Count == talk.People.Count ? known : throw Rule.Invalid("people", "Somebody of them is not known here.");
    }

    private static string Added(string? before, string words) => string.IsNullOrWhiteSpace(before) ? words : $"{before}\n{words}";

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

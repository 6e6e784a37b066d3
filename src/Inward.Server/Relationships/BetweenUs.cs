using Inward.Conversations;
using Inward.House;
using Inward.People;
using Inward.Relationships;
using Inward.Server.Conversations;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Relationships;

/// <param name="Author">Who wrote it down.</param>
public sealed record TalkSeen(Id Id, DateTimeOffset At, string Channel, string Text, Id Author, bool IsPrivate);

public sealed record ThanksSeen(Id Id, DateTimeOffset At, Id Giver, string Text, string Effect);

public sealed record AskSeen(Id Id, string What, string State, DateTimeOffset At);

/// <summary>What a colleague and I have had to do with each other, each list newest first and short: for the brief and the focus.</summary>
/// <param name="Said">What they said in talks, as it was noted: needs, wishes, obstacles, ideas.</param>
/// <param name="Promises">What one of us promised the other in a talk and still owes.</param>
/// <param name="Asked">What I asked of them, open or closed.</param>
/// <param name="ToThank">What they did for me and I have not thanked for.</param>
/// <param name="Cleared">Asks between us out of whose way an obstacle was taken.</param>
public sealed record BetweenUs(
    Person Person, Relationship? Kept, IReadOnlyList<TalkSeen> Talks, IReadOnlyList<ThanksSeen> Thanks, IReadOnlyList<AskLine> Open,
    IReadOnlyList<AskSeen> Asked, IReadOnlyList<AskSeen> ToThank, IReadOnlyList<AskSeen> Cleared, IReadOnlyList<KeptItem> Said, IReadOnlyList<KeptItem> Promises)
{
    private const int Most = 5;

    public IEnumerable<AskLine> Blocked => Open.Where(a => a.State == "blocked");

    public IEnumerable<ThanksSeen> Given => Thanks.Where(t => t.Giver != Person.Id);

    /// <summary>What the guide is told from. Talks count for ninety days.</summary>
    public FocusFacts Facts(DateTimeOffset now) => new(Person.OwnWords, Talks.Count(t => t.At > now.AddDays(-90)), Given.Count(), ToThank.Count, Blocked.Count(), Cleared.Count,
        Asked.Count(a => a.State is "requested"), Asked.Count(a => a.State is not ("requested" or "blocked" or "withdrawn")),
        Said.Count(i => i.Kind is ItemKind.Need or ItemKind.Want), Said.Count(i => i.Kind == ItemKind.Obstacle));

    /// <summary>What stands behind a step, newest first: each can be opened.</summary>
    public IEnumerable<(string Text, string Address)> Evidence(FocusStep step) => step switch
    {
        FocusStep.Listening => Noted(ItemKind.Need, ItemKind.Want),
        FocusStep.Appreciation => ToThank.Count > 0 ? ToThank.Select(a => (a.What, $"/asks/{a.Id}")) : Given.Select(t => (t.Text, $"/thanks/{t.Id}")),
        FocusStep.Obstacles => Blocked.Select(a => (a.What, $"/asks/{a.Id}")).Concat(Noted(ItemKind.Obstacle)).Concat(Cleared.Select(a => (a.What, $"/asks/{a.Id}"))),
        FocusStep.Decision => Asked.Where(a => a.State != "withdrawn").Select(a => (a.What, $"/asks/{a.Id}")),
        _ => [],
    };

    private IEnumerable<(string Text, string Address)> Noted(params ItemKind[] kinds) => Said.Where(i => kinds.Contains(i.Kind)).Select(i => (i.Text, i.Source));

    public static async Task<BetweenUs> Ask(Session session, Me me, Id other)
    {
        var person = await session.Person(me.Workspace, other) ?? throw Rule.NotVisible();
        if (other == me.Person)
            throw Rule.Invalid("person", "This is about you and a colleague.");
        var pair = new { me.Workspace, me.Person, other };
        return new BetweenUs(person, await session.Relationship(me, other),
            await session.All<TalkSeen>(Talked, pair), await session.All<ThanksSeen>(Thanked, pair), await AskLines.OpenWith(session, me, other),
            await session.All<AskSeen>($"select * from ({Mine("is_open = 1")} union all {Mine("is_open = 0")}) a order by at desc limit {Most}", pair),
            await session.All<AskSeen>($"{Mine("is_open = 0")} and state = 'accepted' and thanked = 0 order by at desc limit {Most}", pair),
            await session.All<AskSeen>(OutOfTheWay, pair), await ItemTable.SaidBy(session, me, other, most: 8), await ItemTable.PromisesBetween(session, me, other, Most));
    }

    // Each branch has an index of its own.
    private static string Mine(string open, string from = "@Person", string to = "@other") =>
        $"select id, what, state, sent_at as at from ask where workspace = @Workspace and {open} and requester = {from} and performer = {to} and state <> 'draft'";

    private static readonly string Talked = $"""
        select * from (
          select c.id, c.at, c.channel, c.text, c.author, c.is_private from conversation_person p
            join conversation c on c.workspace = p.workspace and c.id = p.conversation and c.author = @Person
            where p.workspace = @Workspace and p.person = @other
          union all
          select c.id, c.at, c.channel, c.text, c.author, c.is_private from conversation_person p
            join conversation c on c.workspace = p.workspace and c.id = p.conversation and c.author = @other and c.is_private = 0
            where p.workspace = @Workspace and p.person = @Person) t
        order by at desc, id desc limit {Most}
        """;

    private static readonly string Thanked = $"""
        select * from (
          select id, at, giver, text, effect from thanks where workspace = @Workspace and giver = @Person and receiver = @other
          union all
          select id, at, giver, text, effect from thanks where workspace = @Workspace and giver = @other and receiver = @Person) t
        order by at desc, id desc limit {Most}
        """;

    private static readonly string OutOfTheWay = $"""
        select a.id, a.what, a.state, h.at from (
          {Mine("is_open = 1")} union all {Mine("is_open = 0")} union all {Mine("is_open = 1", "@other", "@Person")} union all {Mine("is_open = 0", "@other", "@Person")}) a
        join happening h on h.workspace = @Workspace and h.on_id = a.id and h.kind = 'ask.obstacle-cleared' order by h.at desc limit {Most}
        """;
}

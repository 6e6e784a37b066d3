using Inward.House;
using Inward.Server.Asks;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Today;

/// <summary>What somebody else did lately with what is mine: the last step of an ask, thanks to me, what a customer said of it since, or a copy of thanks to somebody who likes me to have one.</summary>
/// <param name="On">The ask, or the thank-you.</param>
/// <param name="Who">Null where Inward itself did it: a day has passed, a colleague left.</param>
public sealed record Moved(Id On, string What, Id? Who, string Name, HappeningOut Happening)
{
    private const int Shown = 6;

    // Older steps of an ask that moved again are not read, so a few more than are shown are enough.
    private const int Looked = 24;

    public bool IsThanks => Happening.Kind == "thanks.given";

    /// <summary>Whom the thanks are for, when I got a copy.</summary>
    public string? Thanked { get; init; }

    public string Address => IsThanks ? $"/thanks/{On}" : $"/asks/{On}";

    public string Says(Tongue t) => IsThanks ? Thanked is null ? t["{0} thanks you", Name] : t["{0} thanks {1}", Name, Thanked] : AskTalk.Line(Name, Happening, t)!.Step;

    /// <param name="asks">Those of mine that moved lately, whoever moved them.</param>
    public static async Task<IReadOnlyList<Moved>> Ask(Session session, Me me, IEnumerable<AskRow> asks, DateTimeOffset since)
    {
        // An ask that is closed while the lists are read stands in two of them: as it was, and as it is.
        var mine = asks.Where(a => a.MovedAt >= since && a.State != "draft").OrderByDescending(a => a.MovedAt).DistinctBy(a => a.Id).Take(Looked).ToDictionary(a => a.Id);
        var steps = mine.Count == 0 ? [] : (await session.All<Step>("""
            select id, kind, who, at, door, payload, on_id from happening where workspace = @Workspace and on_id in @asks and at >= @since order by id
            """, new { me.Workspace, asks = mine.Keys, since })).GroupBy(s => s.OnId).Select(of => of.Last()).Where(s => s.Who != me.Person && s.Kind != "ask.undone").ToList();
        var names = await session.Names(me.Workspace, steps.Select(s => s.Who).OfType<Id>());
        var moved = steps.Select(s => new Moved(s.OnId, mine[s.OnId].What, s.Who, s.Who is { } who ? names.GetValueOrDefault(who.ToString(), "") : "Inward", s.Told))
            .Where(m => AskTalk.Line(m.Name, m.Happening, Tongue.English) is not null);
        return [.. moved.Concat(await CameOf(session, me, since)).DistinctBy(m => (m.On, m.Happening.Kind)).Concat(await ThanksTo(session, me, since)).OrderByDescending(m => m.Happening.At).Take(Shown)];
    }

    /// <summary>A customer complained or came back, and an ask of mine lies behind it, however long ago it was closed.</summary>
    private static async Task<IEnumerable<Moved>> CameOf(Session session, Me me, DateTimeOffset since) =>
        (await session.All<Named>($"""
            select k.id, k.what, b.by_person as who, p.name, b.at, case when c.id is null then 'ask.purchase-named' else 'ask.complaint-named' end as kind
            from ask_behind b join ask k on k.workspace = @Workspace and k.id = b.ask join person p on p.workspace = @Workspace and p.id = b.by_person
            left join complaint c on c.workspace = @Workspace and c.id = b.record
            where b.workspace = @Workspace and b.at >= @since and b.by_person <> @Person and (k.requester = @Person or k.performer = @Person) order by b.at desc limit {Shown}
            """, new { me.Workspace, me.Person, since })).Select(n => new Moved(n.Id, n.What, n.Who, n.Name, new HappeningOut(n.Id, n.Kind, n.Who, n.At, "page", null)));

    private static async Task<IEnumerable<Moved>> ThanksTo(Session session, Me me, DateTimeOffset since) =>
        (await session.All<ThanksSaid>($"""
            select x.id, x.giver, x.receiver, x.text, x.at, p.name, r.name as receiver_name from thanks x
            join person p on p.workspace = @Workspace and p.id = x.giver join person r on r.workspace = @Workspace and r.id = x.receiver
            where x.workspace = @Workspace and x.at >= @since
              and (x.receiver = @Person or x.id in (select c.thanks from thanks_copy c where c.workspace = @Workspace and c.person = @Person)) order by x.at desc limit {Shown}
            """, new { me.Workspace, me.Person, since })).Select(x =>
            new Moved(x.Id, x.Text, x.Giver, x.Name, new HappeningOut(x.Id, "thanks.given", x.Giver, x.At, "page", null)) { Thanked = x.Receiver == me.Person ? null : x.ReceiverName });

    private sealed record Step(Id Id, string Kind, Id? Who, DateTimeOffset At, string Door, string? Payload, Id OnId)
    {
        public HappeningOut Told => new(Id, Kind, Who, At, Door, Raw.Of(Payload));
    }

    private sealed record Named(Id Id, string What, Id Who, string Name, DateTimeOffset At, string Kind);

    private sealed record ThanksSaid(Id Id, Id Giver, Id Receiver, string Text, DateTimeOffset At, string Name, string ReceiverName);
}

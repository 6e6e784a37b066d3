using Inward.House;
using Inward.Server.Asks;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Today;

/// <summary>What somebody else did lately with what is mine: the last step of an ask, or thanks to me.</summary>
/// <param name="On">The ask, or the thank-you.</param>
/// <param name="Who">Null where Inward itself did it: a day has passed, a colleague left.</param>
public sealed record Moved(Id On, string What, Id? Who, string Name, HappeningOut Happening)
{
    private const int Shown = 6;

    // Older steps of an ask that moved again are not read, so a few more than are shown are enough.
    private const int Looked = 24;

    public bool IsThanks => Happening.Kind == "thanks.given";

    public string Address => IsThanks ? "/thanks" : $"/asks/{On}";

    public string Says(Tongue t) => IsThanks ? t["{0} thanks you", Name] : AskTalk.Line(Name, Happening, t)!.Step;

    /// <param name="asks">Those of mine that moved lately, whoever moved them.</param>
    public static async Task<IReadOnlyList<Moved>> Ask(Session session, Me me, IEnumerable<AskRow> asks, DateTimeOffset since)
    {
        var mine = asks.Where(a => a.MovedAt >= since && a.State != "draft").OrderByDescending(a => a.MovedAt).Take(Looked).ToDictionary(a => a.Id);
        var steps = mine.Count == 0 ? [] : (await session.All<Step>("""
            select id, kind, who, at, door, payload, on_id from happening where workspace = @Workspace and on_id in @asks and at >= @since order by id
            """, new { me.Workspace, asks = mine.Keys, since })).GroupBy(s => s.OnId).Select(of => of.Last()).Where(s => s.Who != me.Person && s.Kind != "ask.undone").ToList();
        var names = await session.Names(me.Workspace, steps.Select(s => s.Who).OfType<Id>());
        var moved = steps.Select(s => new Moved(s.OnId, mine[s.OnId].What, s.Who, s.Who is { } who ? names.GetValueOrDefault(who.ToString(), "") : "Inward", s.Told))
            .Where(m => AskTalk.Line(m.Name, m.Happening, Tongue.English) is not null);
        return [.. moved.Concat(await ThanksTo(session, me, since)).OrderByDescending(m => m.Happening.At).Take(Shown)];
    }

    private static async Task<IEnumerable<Moved>> ThanksTo(Session session, Me me, DateTimeOffset since) =>
        (await session.All<Thanked>($"""
            select x.id, x.giver, x.text, x.at, p.name from thanks x join person p on p.workspace = x.workspace and p.id = x.giver
            where x.workspace = @Workspace and x.receiver = @Person and x.at >= @since order by x.at desc limit {Shown}
            """, new { me.Workspace, me.Person, since })).Select(x => new Moved(x.Id, x.Text, x.Giver, x.Name, new HappeningOut(x.Id, "thanks.given", x.Giver, x.At, "page", null)));

    private sealed record Step(Id Id, string Kind, Id? Who, DateTimeOffset At, string Door, string? Payload, Id OnId)
    {
        public HappeningOut Told => new(Id, Kind, Who, At, Door, Raw.Of(Payload));
    }

    private sealed record Thanked(Id Id, Id Giver, string Text, DateTimeOffset At, string Name);
}

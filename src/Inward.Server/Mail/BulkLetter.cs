using Inward.House;
using Inward.Server.Asks;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Mail;

/// <summary>One letter for all that somebody did at once with asks of its reader; nothing of what was taken back.</summary>
public static class BulkLetter
{
    private const int MostNamed = 20;

    public static async Task<Func<Unit, Letter>?> Of(Session session, Recipient to, Job job, OwnAddress address)
    {
        var (me, t) = (to.Me, to.T);
        if (await session.Bulk(me.Workspace, job.OnId!.Value) is not { } kept)
            return null;
        var bulk = kept.Change;
        var asks = await session.All<Told>($"""
            select x.id, x.what from bulk_ask b join ask x on x.workspace = @Workspace and x.id = b.ask
            where b.workspace = @Workspace and b.bulk = @Id and b.state = 'done' and {Me.MaySee("b.ask")}
              and (x.requester = @Me or x.performer = @Me or x.turn_person = @Me or x.team in @Teams) order by b.ask
            """, new { me.Workspace, bulk.Id, me.Sees, me.Led, Me = me.Person, me.Teams });
        if (asks.Count == 0)
            return null;
        var by = (await session.Names(me.Workspace, [bulk.Person])).GetValueOrDefault(bulk.Person.ToString(), t["somebody"]);
        var (headline, settings) = ($"{by}: {t[BulkWords.Of(bulk.Move)]} ({t.Count(asks.Count, "one ask", "{0} asks")})", address.To("/settings"));
        var named = asks.Take(MostNamed).Select(a => $"{Letter.OneLine(a.What, 120)} {address.To($"/asks/{a.Id}")}").ToList();
        if (asks.Count > MostNamed)
            named.Add(t["and {0} more", asks.Count - MostNamed]);
        var letter = new Letter(job.Id, bulk.Id, to.Address, t.Code, headline)
        {
            Headline = headline,
            Quotes = bulk.Text is { } text ? [(text, by)] : [],
            Facts = [(t["Asks"], named)],
            Page = (t["Asks"], address.To("/asks")),
            Foot = [t["You get this because you take part in these asks."], t["Nobody reads replies to this mail. To get no more of them: {0}", settings]],
            Unsubscribe = settings,
        };
        return _ => letter;
    }

    private sealed record Told(Id Id, string What);
}

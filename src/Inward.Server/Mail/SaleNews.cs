using Inward.Customers;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Mail;

/// <summary>A sale is lost, or the customer was told another day: whoever still works on it hears of it, and may stop.</summary>
public static class SaleNews
{
    /// <summary>Call it after every change of a sale, in the same unit. What is changed again meanwhile is one letter.</summary>
    public static async Task TellOf(this Unit unit, Sale sale, Sale before, Id happening)
    {
        var isLost = sale.Outcome == Outcome.Lost && before.Outcome != Outcome.Lost;
        if (unit.Act.Door == "import" || !(isLost || (sale.Outcome == Outcome.Open && sale.PromisedOn != before.PromisedOn)))
            return;
        var working = await unit.All<Working>("""
            select distinct x.requester, x.performer, case when x.performer is null then x.team end as team from ask x where x.workspace = @Workspace and x.sale = @Id and x.is_open = 1
            """, new { sale.Workspace, sale.Id });
        foreach (var person in working.SelectMany(w => new[] { w.Requester, w.Performer }).OfType<Id>().Distinct().Where(p => p != unit.Act.Who))
            Later(new Notice(person, null, "sale.news", happening, ForTheTurn: false), person);
        foreach (var team in working.Select(w => w.Team).OfType<Id>().Distinct())
            Later(new Notice(null, team, "sale.news", happening, ForTheTurn: false), team);

        void Later(Notice notice, Id whom) => unit.DoLater("notice", sale.Id, notice, unit.Now + TimeSpan.FromSeconds(30), $"sale {sale.Id} {whom}");
    }

    /// <summary>With the asks of the reader that are still open; nothing once there are none.</summary>
    public static async Task<Func<Unit, Letter>?> Of(Session session, Recipient to, Job job, OwnAddress address)
    {
        var (me, t) = (to.Me, to.T);
        var asks = await session.All<Named>($"""
            select x.id, x.what as name from ask x where x.workspace = @Workspace and x.sale = @Sale and x.is_open = 1 and {Me.MaySee("x.id")}
              and (x.requester = @Me or x.performer = @Me or (x.performer is null and x.team in @Teams)) order by x.id
            """, new { me.Workspace, Sale = job.OnId, me.Sees, me.Led, Me = me.Person, me.Teams });
        var sale = await session.One<Now>("select s.name, c.name as customer, s.outcome, s.promised_on from sale s join customer c on c.workspace = s.workspace and c.id = s.customer where s.workspace = @Workspace and s.id = @Sale",
            new { me.Workspace, Sale = job.OnId });
        if (asks.Count == 0 || sale is null || sale.Outcome == Outcome.Won)
            return null;
        var (headline, settings) = (Headline(sale, t), address.To("/settings"));
        var letter = new Letter(job.Id, job.OnId!.Value, to.Address, t.Code, headline)
        {
            Headline = headline,
            Facts =
            [
                (t["You work on"], [.. asks.Select(a => $"{Letter.OneLine(a.Name, 120)} {address.To($"/asks/{a.Id}")}")]),
                (t["What you can do"], [sale.Outcome == Outcome.Lost ? t["If it is not needed any more, stop: take your promise back or withdraw the ask, with one button on its page."] : t["Look whether your day still fits, and offer another one if it does not."]]),
            ],
            Page = (t["Open the sale"], address.To($"/sales/{job.OnId}")),
            Foot = [t["You get this because you take part in these asks."], t["Nobody reads replies to this mail. To get no more of them: {0}", settings]],
            Unsubscribe = settings,
        };
        return _ => letter;
    }

    private static string Headline(Now sale, House.Words.Tongue t) => sale.Outcome == Outcome.Lost ? t["The sale was lost: {0} ({1})", sale.Name, sale.Customer]
        : sale.PromisedOn is { } day ? t["The customer was told another day, {2}: {0} ({1})", sale.Name, sale.Customer, t.Date(day)]
        : t["The customer's day was taken back: {0} ({1})", sale.Name, sale.Customer];

    private sealed record Working(Id Requester, Id? Performer, Id? Team);

    private sealed record Now(string Name, string Customer, Outcome Outcome, DateOnly? PromisedOn);
}

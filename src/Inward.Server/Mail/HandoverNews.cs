using Inward.Handovers;
using Inward.House;
using Inward.Server.Handovers;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Mail;

/// <summary>A sale goes into a team's hands: the team hears of it, with every promise that goes along.</summary>
public static class HandoverNews
{
    public const string Happened = "handover.made";

    // A handover that went to the wrong team is taken back at once.
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);

    /// <summary>Call it where a handover is made, in the same unit.</summary>
    public static void TellHandedOver(this Unit unit, Handover handover, Id happening)
    {
        if (unit.Act.Door != "import")
            unit.DoLater("notice", handover.Id, new Notice(null, handover.To, Happened, happening, ForTheTurn: false), unit.Now + Wait);
    }

    /// <summary>Nothing once it was taken back or taken over, and nothing for who handed it over.</summary>
    public static async Task<Func<Unit, Letter>?> Of(Session session, Recipient to, Job job, OwnAddress address)
    {
        var (me, t) = (to.Me, to.T);
        if (await session.Handover(me.Workspace, job.OnId!.Value) is not { WaitsForTeam: true } handover || handover.By == me.Person || !handover.IsFor(me.Teams))
            return null;
        var sale = (await session.One<Sold>("select s.name, c.name as customer from sale s join customer c on c.workspace = s.workspace and c.id = s.customer where s.workspace = @Workspace and s.id = @Sale",
            new { me.Workspace, handover.Sale }))!;
        var promises = (await session.CustomerPromises(me.Workspace, handover.Sale)).Where(promise => handover.Items.Any(item => item.Promise == promise.Id && item.IsToDecide));
        var names = await session.Names(me.Workspace, [handover.By, handover.To]);
        var (by, settings) = (names.GetValueOrDefault($"{handover.By}", t["somebody"]), address.To("/settings"));
        var headline = t["{0} hands over to {1}: {2} ({3})", by, names.GetValueOrDefault($"{handover.To}", ""), sale.Name, sale.Customer];
        var letter = new Letter(job.Id, handover.Id, to.Address, t.Code, headline)
        {
            Headline = headline,
            Quotes = handover.Note is { } note ? [(note, by)] : [],
            Facts = [(t["Promised to the customer"], [.. promises.Select(promise => promise.By is { } day ? $"{Letter.OneLine(promise.What, 200)} ({t.Date(day)})" : Letter.OneLine(promise.What, 200))])],
            Page = (t["Take each promise over, or ask first"], address.To($"/sales/{handover.Sale}/promises")),
            Foot = [t["You get this because your team takes over."], t["Nobody reads replies to this mail. To get no more of them: {0}", settings]],
            Unsubscribe = settings,
        };
        return _ => letter;
    }

    private sealed record Sold(string Name, string Customer);
}

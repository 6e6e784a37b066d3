using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Mail;

/// <summary>A thank-you, as it was said, with the effect it tells of.</summary>
public static class ThanksLetter
{
    public static async Task<Func<Unit, Letter>?> Of(Session session, Recipient to, Job job, OwnAddress address)
    {
        var row = await session.One<Row>($"""
            select x.text, x.effect, p.name from thanks x join person p on p.workspace = x.workspace and p.id = x.giver
            where x.workspace = @Workspace and x.id = @id and {Me.MaySee("x.id")}
            """, new { to.Me.Workspace, id = job.OnId, to.Me.Sees, to.Me.Led });
        if (row is null)
            return null;
        var t = to.T;
        var settings = address.To("/settings");
        var letter = new Letter(job.Id, job.OnId!.Value, to.Address, t.Code, t["{0} thanks you", row.Name])
        {
            Headline = t["{0} thanks you", row.Name],
            Quotes = [(row.Text, row.Name)],
            Facts = row.Effect.Length == 0 ? [] : [(t["What it changed"], [row.Effect])],
            Page = (t["All thanks"], address.To("/thanks")),
            Foot = [t["Nobody reads replies to this mail. To get no more of them: {0}", settings]],
            Unsubscribe = settings,
        };
        return _ => letter;
    }

    private sealed record Row(string Text, string Effect, string Name);
}

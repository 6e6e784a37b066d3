using Inward.House;
using Inward.Relationships;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Relationships;

/// <summary>Who writes to whom, as mail logs tell it. Two people's figures are theirs alone; no cadence counts from a mail.</summary>
public static class MailContacts
{
    public static async Task<bool> AreOn(Session session, Id workspace) => await session.Count("select mail_logs from workspace where id = @workspace", new { workspace }) > 0;

    /// <summary>Between a colleague and me; nothing is told of others.</summary>
    public static async Task<MailPair> Between(Session session, Me me, Id other, DateOnly today) => MailPair.Of(me.Person, other, await session.All<MailsOfDay>("""
        select sender as "from", receiver as "to", day, mails as count from mail_contact where workspace = @Workspace and sender = @Person and receiver = @other
        union all select sender, receiver, day, mails from mail_contact where workspace = @Workspace and sender = @other and receiver = @Person
        """, new { me.Workspace, me.Person, other }), today);

    /// <summary>The same for programs, refused where it is not about two people.</summary>
    public static async Task<MailPair> Asked(Session session, Me me, Id other, DateOnly today)
    {
        await Thanks.BetweenTwo.CheckColleague(session, me, other);
        return await Between(session, me, other, today);
    }

    /// <summary>A colleague, how many I wrote to them and they to me, and the first and last day: all that is kept of me.</summary>
    public static Task<List<MailsAboutMe>> AboutMe(Session session, Me me) => session.All<MailsAboutMe>("""
        select m.other, p.name, sum(m.sent) as sent, sum(m.received) as received, min(m.day) as first_day, max(m.day) as last_day from (
          select receiver as other, mails as sent, 0 as received, day from mail_contact where workspace = @Workspace and sender = @Person
          union all select sender, 0, mails, day from mail_contact where workspace = @Workspace and receiver = @Person) m
        join person p on p.workspace = @Workspace and p.id = m.other group by m.other, p.name order by p.name, m.other
        """, new { me.Workspace, me.Person });

    /// <summary>Keeps what a log says, and counts the quarters that are over.</summary>
    public static async Task Keep(Unit unit, Id import, IReadOnlyList<MailsOfDay> mails)
    {
        foreach (var mail in mails)
        {
            unit.Write("insert into mail_contact (workspace, sender, receiver, day, mails, import) values (@Workspace, @From, @To, @Day, @Count, @import) on conflict do nothing",
                new { unit.Workspace, mail.From, mail.To, mail.Day, mail.Count, import });
        }
        await MailCuts.Count(unit, mails.Min(m => m.Day), mails.Max(m => m.Day));
    }

    /// <summary>As if the log had not been brought in; quarters that counted it are counted no more.</summary>
    public static async Task TakeBack(Unit unit, Id import)
    {
        var days = await unit.One<Span>("select min(day) as first_day, max(day) as last_day from mail_contact where workspace = @Workspace and import = @import", new { unit.Workspace, import });
        unit.Write("delete from mail_contact where workspace = @Workspace and import = @import", new { unit.Workspace, import });
        if (days is { FirstDay: { } first, LastDay: { } last })
            MailCuts.Forget(unit, first, last);
    }

    /// <summary>The company wants no mail logs any more: all of it goes.</summary>
    public static void Forget(Unit unit)
    {
        unit.Write("delete from mail_contact where workspace = @Workspace", new { unit.Workspace });
        unit.Write("delete from mail_cut where workspace = @Workspace", new { unit.Workspace });
        unit.Write("delete from import_file where workspace = @Workspace and import in (select id from import where workspace = @Workspace and kind = 'mails')", new { unit.Workspace });
    }

    private sealed record Span(DateOnly? FirstDay, DateOnly? LastDay);
}

/// <summary>What mail logs told of me and a colleague.</summary>
public sealed record MailsAboutMe(Id Other, string Name, long Sent, long Received, DateOnly FirstDay, DateOnly LastDay);

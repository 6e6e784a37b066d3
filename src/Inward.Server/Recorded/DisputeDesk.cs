using Inward.House;
using Inward.Recorded;
using Inward.Server.Conversations;
using Inward.Server.House;
using Inward.Server.Mail;
using Inward.Server.Storage;

namespace Inward.Server.Recorded;

/// <param name="Version">Which version of the entry they read.</param>
public sealed record DisputeOut(Id By, string ByName, string Text, int Version, DateTimeOffset At);

/// <summary>A dispute of a talk that I noted.</summary>
public sealed record DisputedTalk(Id Record, Id Person, string Name, string Text, DateTimeOffset At);

/// <summary>What one says against a talk that somebody else noted.</summary>
public static class DisputeDesk
{
    public static async Task<Dispute> Say(Unit unit, Me me, Id id, string? text)
    {
        var talk = await ConversationDesk.Seen(unit, me, id);
        var dispute = new Dispute(me.Workspace, id, me.Person, talk.Version, text ?? "", unit.Now).Checked(talk.Author, talk.People.Contains(me.Person));
        unit.TellDisputed(dispute, talk.Author, unit.Save(dispute));
        return dispute;
    }

    internal static Id Save(this Unit unit, Dispute dispute)
    {
        unit.Write("""
            insert into dispute (workspace, record, person, version, text, at) values (@Workspace, @Record, @Person, @Version, @Text, @At)
            on conflict (workspace, record, person) do update set version = excluded.version, text = excluded.text, at = excluded.at
            """, dispute);
        return unit.Append("conversation.disputed", dispute.Record, new { });
    }

    /// <summary>Also of a talk that I am no longer part of: what I said is mine to take back.</summary>
    public static async Task<Id> Withdraw(Unit unit, Me me, Id id)
    {
        if (await unit.Count("select count(*) from dispute where workspace = @Workspace and record = @id and person = @Person", new { me.Workspace, id, me.Person }) == 0)
            throw Rule.NotVisible();
        unit.Write("delete from dispute where workspace = @Workspace and record = @id and person = @Person", new { me.Workspace, id, me.Person });
        unit.Append("conversation.dispute-withdrawn", id, new { });
        return id;
    }

    public static Task<List<DisputeOut>> Disputes(this Session session, Id workspace, Id record) => session.All<DisputeOut>("""
        select d.person as by, p.name as by_name, d.text, d.version, d.at from dispute d join person p on p.workspace = @workspace and p.id = d.person
        where d.workspace = @workspace and d.record = @record order by d.at, d.person
        """, new { workspace, record });

    /// <summary>What colleagues dispute of what I noted, lately; what I corrected since is settled.</summary>
    public static Task<List<DisputedTalk>> DisputedOf(this Session session, Me me, DateTimeOffset since, bool andCorrected = false) => session.All<DisputedTalk>($"""
        select d.record, d.person, p.name, d.text, d.at from dispute d
        join conversation c on c.workspace = @Workspace and c.id = d.record and c.author = @Person
        join person p on p.workspace = @Workspace and p.id = d.person
        where d.workspace = @Workspace and d.at >= @since {(andCorrected ? "" : "and d.version = c.version")} order by d.at desc, d.person
        """, new { me.Workspace, me.Person, since });
}

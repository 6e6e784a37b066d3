using Inward.House;
using Inward.People;
using Inward.Relationships;
using Inward.Server.Mail;
using Inward.Server.People;
using Inward.Server.Relationships;
using Inward.Server.Storage;
using Inward.Thanks;

namespace Inward.Server.Thanks;

/// <summary>Where thanks are kept. Private ones are seen by the two of them, and by whoever the receiver lets have a copy.</summary>
public static class ThanksTable
{
    public static void Save(this Unit unit, ThankYou thanks)
    {
        unit.Write("""
            insert into thanks (workspace, id, giver, receiver, ask, text, effect, is_public, at, version)
            values (@Workspace, @Id, @From, @To, @Ask, @Text, @Effect, @Public, @At, 1)
            """, new { thanks.Workspace, thanks.Id, thanks.From, thanks.To, thanks.Ask, thanks.Text, thanks.Effect, thanks.Public, thanks.At });
        foreach (var person in thanks.Copies)
            unit.Write("insert into thanks_copy (workspace, thanks, person) values (@Workspace, @Id, @person)", new { thanks.Workspace, thanks.Id, person });
        unit.Met([(thanks.From, thanks.To), (thanks.To, thanks.From)], new Contact(thanks.At, "thanks", thanks.Id));
        unit.ShowTo(thanks.Id, [new Reader(thanks.From), new Reader(thanks.To), .. thanks.Public ? [new Reader(thanks.Workspace)] : thanks.Copies.Select(c => new Reader(c))]);
        unit.MakeFindable(thanks.Id, "thanks", thanks.Text, thanks.Effect);
        // A public one is read by everybody, and who got a copy of it is nobody's business.
        unit.TellThanked(thanks, unit.Append("thanks.given", thanks.Id, new { thanks.To, thanks.Text, thanks.Effect, thanks.Public, thanks.Ask, copies = thanks.Public ? [] : thanks.Copies }));
    }

    /// <summary>A slip: it was never said, and nobody reads it in what happened.</summary>
    public static void TakeBack(this Unit unit, ThankYou said)
    {
        var (thanks, ask) = (said.Id, said.Ask);
        unit.Write("delete from thanks_copy where workspace = @Workspace and thanks = @thanks", new { unit.Workspace, thanks });
        unit.Write("delete from thanks where workspace = @Workspace and id = @thanks", new { unit.Workspace, thanks });
        unit.NotMet(thanks, [said.From, said.To]);
        unit.Write("delete from audience where workspace = @Workspace and record = @thanks", new { unit.Workspace, thanks });
        unit.Write("update happening set payload = null, salt = null where workspace = @Workspace and on_id = @thanks", new { unit.Workspace, thanks });
        unit.Forget(thanks);
        if (ask is not null)
        {
            unit.Write("""
                update ask set thanked = (select count(*) from (select t.id from thanks t where t.workspace = @Workspace and t.ask = @ask limit 1) one)
                where workspace = @Workspace and id = @ask
                """, new { unit.Workspace, ask });
        }
    }

    /// <summary>Whom this person reports to; where nobody is named, or they have left, whoever leads one of their teams.</summary>
    public static async Task<IReadOnlyList<Id>> ManagersOf(this Session session, Person person, DateOnly today)
    {
        if (person.Manager is { } manager && await session.Person(person.Workspace, manager) is { } known && !known.HasLeft(today))
            return [manager];
        return await session.All<Id>($"""
            select distinct m.person from membership m join person p on p.workspace = m.workspace and p.id = m.person
            where m.workspace = @Workspace and m.lead = 1 and {TeamQuestions.Today} and m.team in (
              select s.team from membership s where s.workspace = @Workspace and s.person = @Id
                and (s.from_day is null or s.from_day <= @today) and (s.to_day is null or s.to_day >= @today))
            order by m.person
            """, new { person.Workspace, person.Id, today });
    }
}

using System.Text.Json;
using Inward.Conversations;
using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;

namespace Inward.Server.Conversations;

/// <summary>A mail that came to my address and became no talk: its subject, and why.</summary>
public sealed record RefusedMail(DateTimeOffset At, string Subject, Sentence Why);

/// <summary>Mails become talks of the colleague at whose secret address they came in; whatever is refused says so to them alone.</summary>
public static class MailDesk
{
    /// <summary>So many an hour are somebody's; more are an accident.</summary>
    public const int MostAnHour = 100;

    private const int MostRefused = 20;
    private static readonly TimeSpan Known = TimeSpan.FromDays(30);

    /// <summary>The talk that it became; null when it had become one before.</summary>
    public static async Task<Id?> Log(Unit unit, Me me, byte[] name, Mailed mail)
    {
        if (await unit.Count("select count(*) from mail_in where workspace = @Workspace and person = @Person and message = @name and refused is null", new { me.Workspace, me.Person, name }) > 0)
            return null;
        var known = await Correspondents(unit, me, mail.Others);
        var people = mail.With(me.Person, known);
        var (talk, _) = await ConversationDesk.Log(unit, me, new ConversationTold(people, mail.When(unit.Now), "mail", Words(mail.Words(me.Person, known), Tongue.Of(me.Language))));
        Remember(unit, me, name, "", null);
        return talk.Id;
    }

    /// <summary>Says to me alone what came and became no talk.</summary>
    public static Task Refuse(Unit unit, Me me, byte[] name, string subject, Sentence why)
    {
        Remember(unit, me, name, subject, JsonSerializer.Serialize(why, Wire.Json));
        unit.Write($"""
            delete from mail_in where workspace = @Workspace and person = @Person and refused is not null and message not in
              (select k.message from mail_in k where k.workspace = @Workspace and k.person = @Person and k.refused is not null order by k.at desc, k.message limit {MostRefused})
            """, new { me.Workspace, me.Person });
        unit.Append("mail.refused", Id.New(unit.Now), new { });
        return Task.CompletedTask;
    }

    public static async Task<IReadOnlyList<RefusedMail>> Refused(Session session, Me me)
    {
        var rows = await session.All<Row>("select at, subject, refused from mail_in where workspace = @Workspace and person = @Person and refused is not null order by at desc, message", new { me.Workspace, me.Person });
        return rows.ConvertAll(r => new RefusedMail(r.At, r.Subject, JsonSerializer.Deserialize<Sentence>(r.Refused, Wire.Json)!));
    }

    public static Task<long> CameLately(Session session, Me me, DateTimeOffset now) =>
        session.Count("select count(*) from mail_in where workspace = @Workspace and person = @Person and at > @since", new { me.Workspace, me.Person, since = now.AddHours(-1) });

    // One that was refused may be brought again once the colleague is known.
    private static void Remember(Unit unit, Me me, byte[] name, string subject, string? refused)
    {
        unit.Write("delete from mail_in where workspace = @Workspace and person = @Person and (at < @before or (message = @name and refused is not null))", new { me.Workspace, me.Person, before = unit.Now - Known, name });
        unit.Write("insert into mail_in (workspace, person, message, at, subject, refused) values (@Workspace, @Person, @name, @Now, @subject, @refused)", new { me.Workspace, me.Person, name, unit.Now, subject, refused });
    }

    private static async Task<IReadOnlyList<Correspondent>> Correspondents(Session session, Me me, IReadOnlyList<string> addresses) => addresses.Count == 0 ? [] : await session.All<Correspondent>("""
        select p.id, p.name, n.email_key as address from person n join person p on p.workspace = n.workspace and p.id = coalesce(n.merged_into, n.id)
        where n.workspace = @Workspace and n.email_key in @keys order by p.name, p.id
        """, new { me.Workspace, keys = addresses.Select(Person.Key).ToList() });

    private static string Words((string Said, IReadOnlyList<Sentence> Notes) words, Tongue t)
    {
        const int RoomForNotes = 2_000;
        var (said, notes) = words;
        var isTooLong = said.Length > Text.Longest - RoomForNotes;
        if (isTooLong)
        {
            var cut = Text.Longest - RoomForNotes;
            said = said[..(char.IsHighSurrogate(said[cut - 1]) ? cut - 1 : cut)] + "…";
            notes = [.. notes, "The mail was longer than a talk can be; its end was left out."];
        }
        var noted = string.Join(' ', notes.Select(n => t[n]));
        return noted.Length == 0 ? said : $"{said}\n\n[{(noted.Length > RoomForNotes - 10 ? noted[..(RoomForNotes - 10)] : noted)}]";
    }

    private sealed record Row(DateTimeOffset At, string Subject, string Refused);
}

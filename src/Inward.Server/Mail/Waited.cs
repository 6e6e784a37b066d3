using System.Text.Json;
using Inward.Asks;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Mail;

/// <summary>Somebody, or a team, that asks wait for, and when they work: their days away are holidays of theirs.</summary>
public sealed record Waited(Id Who, bool IsTeam, WorkingCalendar Calendar)
{
    /// <summary>Nobody reads more than this in one mail; the rest comes the next day.</summary>
    private const int MostAtOnce = 200;

    /// <summary>All whose turn it is somewhere and whom a mail would reach.</summary>
    public static async Task<List<Waited>> All(Session session, Id workspace, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var people = await session.All<Row>("""
            select p.id, coalesce(p.zone, w.zone) as zone, w.calendar, p.absences from person p join workspace w on w.id = p.workspace
            where p.workspace = @workspace and p.email is not null and p.mail = 1 and (p.left_on is null or p.left_on > @today)
              and exists (select 1 from ask k where k.workspace = p.workspace and k.turn_person = p.id and k.is_open = 1)
            order by p.id
            """, new { workspace, today });
        var teams = await session.All<Row>("""
            select distinct k.turn_team as id, w.zone, w.calendar, '[]' as absences from ask k join workspace w on w.id = k.workspace
            where k.workspace = @workspace and k.turn_team is not null
            """, new { workspace });
        return [.. people.Select(row => row.Waited(isTeam: false, today)), .. teams.Select(row => row.Waited(isTeam: true, today))];
    }

    public static async Task<Waited> One(Session session, Id workspace, Turn turn, DateTimeOffset now) =>
        (await session.One<Row>("""
            select w.id, coalesce(p.zone, w.zone) as zone, w.calendar, coalesce(p.absences, '[]') as absences
            from workspace w left join person p on p.workspace = w.id and p.id = @Id where w.id = @workspace
            """, new { workspace, turn.Id }))!.Waited(turn.Kind == TurnKind.Team, DateOnly.FromDateTime(now.UtcDateTime)) with { Who = turn.Id };

    /// <summary>What they should be reminded of now. Asked of the index of turns, and only those asks whose day is near.</summary>
    public async Task<List<Ask>> Due(Session session, Id workspace, DateTimeOffset now)
    {
        var today = Calendar.Today(now);
        var rows = await session.All<Found>($"""
            select facts, reminded_on from ask where workspace = @workspace and {(IsTeam ? "turn_team" : "turn_person")} = @Who and is_open = 1
              and (reminded_on is null or reminded_on < @today)
              and (state not in ('requested', 'promised') or due <= @soon or answer_by <= @soon or turn_person = requester)
            order by due, id limit {MostAtOnce}
            """, new { workspace, Who, today, soon = Calendar.AddWorkingDays(today, 1) });
        return [.. rows.Select(row => (Ask: JsonSerializer.Deserialize<Ask>(row.Facts, Wire.Json)!, row.RemindedOn))
            .Where(row => Reminder.Due(row.Ask, Calendar, now, row.RemindedOn) is not null).Select(row => row.Ask)];
    }

    private sealed record Found(string Facts, DateOnly? RemindedOn);

    private sealed record Row(Id Id, string Zone, string Calendar, string Absences)
    {
        public Waited Waited(bool isTeam, DateOnly today) => new(Id, isTeam, CalendarTable.Read(Calendar, Zone, Absences, today));
    }
}

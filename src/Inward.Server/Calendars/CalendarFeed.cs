using Inward.House;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Mail;
using Inward.Server.Relationships;
using Inward.Server.Storage;

namespace Inward.Server.Calendars;

/// <summary>What a person promised, is promised, should answer and means to talk about, as a calendar program reads it.</summary>
public static class CalendarFeed
{
    private const int Most = 500;
    private static readonly TimeSpan TalkLasts = TimeSpan.FromMinutes(30);

    public static async Task<string> Write(Session session, Me me, OwnAddress address, DateTimeOffset now)
    {
        var asks = await Asks(session, me);
        var names = await session.Names(me.Workspace, asks.Select(a => a.Other));
        var (talks, t) = (await session.PlannedTalks(me, now), Tongue.Of(me.Language));
        var calendar = new ContentLines().Line("BEGIN", "VCALENDAR").Line("VERSION", "2.0").Line("PRODID", "-//Inward//Inward//EN").Line("CALSCALE", "GREGORIAN")
            .Text("NAME", $"Inward: {me.Name}").Text("X-WR-CALNAME", $"Inward: {me.Name}").Line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H").Line("X-PUBLISHED-TTL", "PT1H");
        if (talks.Count > 0)
            calendar.Zone(me.Clock, DateOnly.FromDateTime(talks[0].Plan.At.UtcDateTime).AddDays(-2), DateOnly.FromDateTime(talks[^1].Plan.At.UtcDateTime).AddDays(2));
        foreach (var talk in talks)
        {
            Begin(calendar, $"talk-{talk.Other}", now).Moment("DTSTART", talk.Plan.At, me.Clock).Moment("DTEND", talk.Plan.At + TalkLasts, me.Clock)
                .Text("SUMMARY", talk.Plan.About is { } about ? t["Talk with {0}: {1}", talk.Name, about] : t["Talk with {0}", talk.Name]).Line("URL", address.To(talk.Address).AbsoluteUri).Line("END", "VEVENT");
        }
        foreach (var ask in asks)
        {
            var (what, why) = ask.Says(names.GetValueOrDefault(ask.Other.ToString(), t["somebody"]), t);
            var page = address.To($"/asks/{ask.Id}").AbsoluteUri;
            Begin(calendar, $"{ask.Kind}-{ask.Id}", now).Day("DTSTART", ask.Day).Day("DTEND", ask.Day.AddDays(1)).Text("SUMMARY", what).Text("DESCRIPTION", $"{why}\n{page}")
                .Line("URL", page).Line("TRANSP", "TRANSPARENT").Line("LAST-MODIFIED", ICalendar.Utc(ask.MovedAt)).Line("SEQUENCE", $"{ask.Version}").Line("END", "VEVENT");
        }
        return calendar.Line("END", "VCALENDAR").ToString();
    }

    // Written anew each day, not each minute: what did not change keeps its ETag.
    private static ContentLines Begin(ContentLines calendar, string name, DateTimeOffset now) =>
        calendar.Line("BEGIN", "VEVENT").Line("UID", $"{name}@inward").Line("DTSTAMP", ICalendar.Utc(now.UtcDateTime.Date));

    // Three branches, each with an index of its own.
    private static Task<List<Dated>> Asks(Session session, Me me) => session.All<Dated>($"""
        select * from (select 'owed' as kind, id, what, requester as other, due as day, moved_at, version from ask
          where workspace = @Workspace and performer = @Person and is_open = 1 and state in ('promised', 'renegotiating') and due is not null order by due, id limit {Most}) a
        union all select * from (select 'awaited' as kind, id, what, performer as other, due as day, moved_at, version from ask
          where workspace = @Workspace and requester = @Person and is_open = 1 and state in ('promised', 'renegotiating') and due is not null order by due, id limit {Most}) b
        union all select * from (select 'answer' as kind, id, what, requester as other, answer_by as day, moved_at, version from ask
          where workspace = @Workspace and turn_person = @Person and is_open = 1 and state = 'requested' and requester <> @Person and answer_by is not null order by due, id limit {Most}) c
        """, new { me.Workspace, me.Person });

    private sealed record Dated(string Kind, Id Id, string What, Id Other, DateOnly Day, DateTimeOffset MovedAt, int Version)
    {
        public (string What, string Why) Says(string other, Tongue t) => Kind switch
        {
            "owed" => (t["Promised: {0}", What], t["You promised {0}", other]),
            "awaited" => (t["{0} promised: {1}", other, What], t["{0} promised it", other]),
            _ => (t["To answer: {0}", What], t["{0} asks you", other]),
        };
    }
}

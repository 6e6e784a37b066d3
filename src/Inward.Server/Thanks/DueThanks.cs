using Inward.Asks;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Thanks;

/// <summary>Something a colleague did for me that I accepted and nobody has thanked for yet.</summary>
/// <param name="DueOn">Five working days after it was accepted.</param>
public sealed record DueThanks(Id Ask, string What, Id Performer, string PerformerName, string? CustomerName, DateOnly AcceptedOn, DateOnly DueOn)
{
    public static async Task<(List<DueThanks> Rows, string? Next)> Mine(Session session, Me me, string? after, int size = 50)
    {
        var place = Cursor.Read(after, 2);
        var calendar = await session.CalendarOf(me.Workspace, me.Person);
        var rows = await session.All<Row>($"""
            select k.id, k.what, k.performer, p.name as performer_name, c.name as customer_name, k.accepted_at, k.moved_at
            from (select id, what, performer, sale, accepted_at, moved_at from ask where workspace = @Workspace and requester = @Person and is_open = 0 and state = 'accepted' and thanked = 0
                {(place is null ? "" : "and (moved_at, id) < (@afterAt, @afterId)")} order by moved_at desc, id desc limit @most) k
            join person p on p.workspace = @Workspace and p.id = k.performer
            left join sale s on s.workspace = @Workspace and s.id = k.sale left join customer c on c.workspace = @Workspace and c.id = s.customer
            order by k.moved_at desc, k.id desc
            """, new { me.Workspace, me.Person, afterAt = Cursor.Instant(place?[0]), afterId = Cursor.Id(place?[1]), most = size + 1 });
        var (shown, next) = Cursor.Cut(rows, size, last => Cursor.Of(Cursor.Key(last.MovedAt), last.Id.ToString()));
        return (shown.ConvertAll(r => r.Of(calendar)), next);
    }

    private sealed record Row(Id Id, string What, Id Performer, string PerformerName, string? CustomerName, DateTimeOffset? AcceptedAt, DateTimeOffset MovedAt)
    {
        public DueThanks Of(WorkingCalendar calendar)
        {
            var accepted = calendar.Today(AcceptedAt ?? MovedAt);
            return new DueThanks(Id, What, Performer, PerformerName, CustomerName, accepted, calendar.AddWorkingDays(accepted, Reminder.ThankedWithin));
        }
    }
}

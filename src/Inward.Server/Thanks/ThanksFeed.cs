using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Thanks;

public sealed record ThanksRow(
    Id Id, Id Giver, string GiverName, Id Receiver, string ReceiverName, string Text, string Effect, bool IsPublic, DateTimeOffset At, Id? Ask, string? What);

/// <summary>The feed of thanks: what I may see of the company's, a team's or a person's. Never counted by person.</summary>
public static class ThanksFeed
{
    public const int PageSize = 30;

    public static async Task<(List<ThanksRow> Rows, string? Next)> Ask(Session session, Me me, Id? person = null, Id? team = null, string? after = null)
    {
        var place = Id.TryParse(after, null, out var id) ? id : (Id?)null;
        var rows = await session.All<ThanksRow>($"""
            select l.id, l.giver, g.name as giver_name, l.receiver, r.name as receiver_name, l.text, l.effect, l.is_public, l.at, l.ask, k.what
            from (select x.* from thanks x where x.workspace = @Workspace and {Me.MaySee("x.id")}
                {(place is null ? "" : "and x.id < @place")} {(person is null ? "" : "and (x.receiver = @person or x.giver = @person)")}
                {(team is null ? "" : "and x.receiver in (select m.person from membership m where m.workspace = @Workspace and m.team = @team)")}
              order by x.id desc limit @most) l
            join person g on g.workspace = @Workspace and g.id = l.giver
            join person r on r.workspace = @Workspace and r.id = l.receiver
            left join ask k on k.workspace = @Workspace and k.id = l.ask and {Me.MaySee("k.id")}
            order by l.id desc
            """, new { me.Workspace, me.Sees, me.Led, place, person, team, most = PageSize + 1 });
        if (rows.Count <= PageSize)
            return (rows, null);
        rows.RemoveAt(PageSize);
        return (rows, rows[^1].Id.ToString());
    }
}

using Inward.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Mail;

/// <summary>Who hears for a team while nobody has taken an ask.</summary>
public static class Hearers
{
    /// <summary>Its members of today, and of a team larger than <paramref name="most"/> its leads alone, if it has any.</summary>
    public static async Task<IReadOnlyList<Id>> Of(Session session, Id workspace, Id team, int most, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var members = await session.All<Row>($"""
            select m.person, max(m.lead) as lead from membership m join person p on p.workspace = m.workspace and p.id = m.person
            where m.workspace = @workspace and m.team = @team and {TeamQuestions.Today}
            group by m.person order by m.person
            """, new { workspace, team, today });
        var leads = members.Where(m => m.Lead).ToList();
        return [.. (members.Count > most && leads.Count > 0 ? leads : members).Select(m => m.Person)];
    }

    private sealed record Row(Id Person, bool Lead);
}

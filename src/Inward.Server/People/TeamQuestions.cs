using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>Somebody's stay in a team, with their name.</summary>
public sealed record StayRow(Id Id, Id Person, string Name, string? Title, DateOnly? FromDay, DateOnly? ToDay, bool Lead, DateOnly? LeftOn)
{
    public bool Covers(DateOnly day) => (FromDay is null || FromDay <= day) && (ToDay is null || day <= ToDay) && (LeftOn is null || LeftOn > day);

    public bool IsOver(DateOnly day) => ToDay < day || LeftOn <= day;
}

/// <summary>A person's stay in a team, with the team's name.</summary>
public sealed record TeamStay(Id Team, string Name, DateOnly? FromDay, DateOnly? ToDay, bool Lead)
{
    public bool Covers(DateOnly day) => (FromDay is null || FromDay <= day) && (ToDay is null || day <= ToDay);
}

/// <summary>A team with how many colleagues are in it today, and who leads it.</summary>
public sealed record TeamSeen(Team Team, long Members, IReadOnlyList<Named> Leads);

/// <summary>What pages and programs ask about teams.</summary>
public static class TeamQuestions
{
    /// <summary>Every team, by name. Three questions.</summary>
    public static async Task<List<TeamSeen>> All(Session session, Me me, DateOnly today)
    {
        var teams = await session.Teams(me.Workspace);
        var counts = (await session.All<Count>($"""
            select m.team, count(distinct m.person) as members from membership m join person p on p.workspace = @Workspace and p.id = m.person
            where m.workspace = @Workspace and {Today} group by m.team
            """, new { me.Workspace, today })).ToDictionary(c => c.Team, c => c.Members);
        var leads = (await session.All<LeadRow>($"""
            select distinct m.team, m.person, p.name from membership m join person p on p.workspace = @Workspace and p.id = m.person
            where m.workspace = @Workspace and m.lead = 1 and {Today} order by p.name
            """, new { me.Workspace, today })).ToLookup(l => l.Team, l => new Named(l.Person, l.Name));
        return teams.ConvertAll(t => new TeamSeen(t, counts.GetValueOrDefault(t.Id), [.. leads[t.Id]]));
    }

    /// <summary>Who is, was and will be in a team; leads first, then by name.</summary>
    public static Task<List<StayRow>> Stays(Session session, Me me, Id team) => session.All<StayRow>("""
        select m.id, m.person, p.name, p.title, m.from_day, m.to_day, m.lead, p.left_on from membership m
        join person p on p.workspace = @Workspace and p.id = m.person
        where m.workspace = @Workspace and m.team = @team and p.merged_into is null order by m.lead desc, p.search_name, m.from_day
        """, new { me.Workspace, team });

    /// <summary>Where a person is, was and will be; the newest first.</summary>
    public static Task<List<TeamStay>> StaysOf(Session session, Me me, Id person) => session.All<TeamStay>("""
        select m.team, t.name, m.from_day, m.to_day, m.lead from membership m join team t on t.workspace = @Workspace and t.id = m.team
        where m.workspace = @Workspace and m.person = @person order by coalesce(m.from_day, '') desc, t.name
        """, new { me.Workspace, person });

    /// <summary>An SQL condition on a stay m and its person p: in the team on the day @today.</summary>
    internal const string Today = """
        (m.from_day is null or m.from_day <= @today) and (m.to_day is null or m.to_day >= @today) and (p.left_on is null or p.left_on > @today)
        """;

    private sealed record Count(Id Team, long Members);

    private sealed record LeadRow(Id Team, Id Person, string Name);
}

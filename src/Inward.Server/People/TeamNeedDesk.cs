using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>What a team needs of another one.</summary>
public sealed record NeedTold(string? Words);

/// <summary>Writing what one's team needs of another team.</summary>
public static class TeamNeedDesk
{
    public static async Task<TeamNeed> Say(Unit unit, Me me, Id team, Id other, int? version, string? words)
    {
        _ = new TeamPair(team, other);
        var teams = await unit.TeamsOf(me.Workspace, team, other);
        var mine = teams.Find(t => t.Id == team);
        if (mine is null || teams.Count < 2)
            throw Rule.NotVisible();
        var before = await unit.TeamNeed(me.Workspace, team, other) ?? new TeamNeed(me.Workspace, Id.New(unit.Now), team, other, "", me.Person, unit.Now) { Version = 0 };
        Rule.Fresh(version, before.Version);
        if (before.Said(words, me.Person, me.Teams.Contains(team), mine.Name, unit.Now) is not { } said)
            return before;
        unit.Save(said);
        unit.Append("team.need-written", team, new { said.Of, said.Words });
        return said;
    }

    public static async Task<TeamNeed?> TeamNeed(this Session session, Id workspace, Id team, Id other) =>
        (await session.Needs(workspace, team, other)).Find(n => n.Team == team);

    /// <summary>What either needs of the other.</summary>
    public static async Task<List<TeamNeed>> Needs(this Session session, Id workspace, Id team, Id other) =>
        [.. (await session.All<Row>("""
            select id, team, other, words, author, at, version from team_need where workspace = @workspace and team = @team and other = @other
            union all select id, team, other, words, author, at, version from team_need where workspace = @workspace and team = @other and other = @team
            """, new { workspace, team, other })).Select(r => new TeamNeed(workspace, r.Id, r.Team, r.Other, r.Words, r.Author, r.At) { Version = r.Version })];

    internal static void Save(this Unit unit, TeamNeed need)
    {
        var row = new { need.Workspace, need.Id, need.Team, need.Of, need.Words, need.By, need.At, need.Version, before = need.Version - 1 };
        if (need.Version == 1)
            unit.Write("insert into team_need (workspace, id, team, other, words, author, at, version) values (@Workspace, @Id, @Team, @Of, @Words, @By, @At, @Version) on conflict do nothing", row, 1);
        else
            unit.Write("update team_need set words = @Words, author = @By, at = @At, version = @Version where workspace = @Workspace and team = @Team and other = @Of and version = @before", row, 1);
    }

    private sealed record Row(Id Id, Id Team, Id Other, string Words, Id Author, DateTimeOffset At, int Version);
}

using System.Text.Json;
using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <param name="Members">How many colleagues are in it today, without the teams below.</param>
/// <param name="Fields">What the company's own fields say of it.</param>
public sealed record TeamShown(Id Id, string Name, Id? Parent, long Members, IReadOnlyList<Named> Leads, WordsShown Words, IReadOnlyList<FieldShown> Fields, int Version)
{
    public static TeamShown Of(TeamSeen seen, WordsShown words, IReadOnlyList<CompanyField> fields) =>
        new(seen.Team.Id, seen.Team.Name, seen.Team.Parent, seen.Members, seen.Leads, words, FieldShown.InUse(seen.Team.Fields, fields), seen.Team.Version);

    public static TeamShown Of(Team team, IReadOnlyList<StayRow> stays, WordsShown words, IReadOnlyList<CompanyField> fields, DateOnly today) => new(
        team.Id, team.Name, team.Parent, stays.Where(s => s.Covers(today)).DistinctBy(s => s.Person).Count(),
        [.. stays.Where(s => s.Lead && s.Covers(today)).DistinctBy(s => s.Person).Select(s => new Named(s.Person, s.Name))], words, FieldShown.InUse(team.Fields, fields), team.Version);
}

/// <summary>A stay in a team. It changes with the team's version, which is its ETag.</summary>
public sealed record StayShown(Id Id, Named Person, Id Team, DateOnly? From, DateOnly? To, bool Lead)
{
    public static StayShown Of(StayRow row, Id team) => new(row.Id, new Named(row.Person, row.Name), team, row.FromDay, row.ToDay, row.Lead);
}

/// <summary>/api/v1/teams: a list in which each team names its parent, so that a program builds the tree it needs.</summary>
public static class TeamsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var teams = api.MapGroup("/teams").WithTags("teams");
        teams.MapGet("", List).WithName("listTeams").WithSummary("Every team by name, with its parent, its leads, how many are in it today and what the company's fields say of it")
            .WithDescription("A field of the company is a filter by its id or name: field.Cost centre=4711; of numbers and days also field.Since.from=2020-01-01 and .to. Different fields must all fit.").Produces<Listed<TeamShown>>().ProducesProblem(422);
        teams.MapGet("/{id}", Get).WithName("getTeam").WithSummary("One team").Produces<TeamShown>().ProducesProblem(404);
        teams.MapPost("", Found).WithName("foundTeam").WithSummary("Adds a team (administrators)").Produces<TeamShown>(201).ProducesProblem(403).ProducesProblem(422);
        teams.MapPut("/{id}", (Door door, Id id, TeamTold body) => Retell(door, id, body, _ => body))
            .WithName("replaceTeam").WithSummary("Renames a team or moves it in the tree (administrators)").Produces<TeamShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        teams.MapPatch("/{id}", (Door door, Id id, JsonElement body) => Retell(door, id, body, now => Patch.Over(now, body))).Accepts<TeamTold>("application/json", "application/merge-patch+json")
            .WithName("changeTeam").WithSummary("Renames a team or moves it in the tree (administrators)").Produces<TeamShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        teams.MapPut("/{id}/words", (Door door, Id id, WordsTold body) => Say(door, id, body, _ => body))
            .WithName("sayTeamWords").WithSummary("Writes the team's own words (whoever is in it)").Produces<TeamShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        teams.MapPatch("/{id}/words", (Door door, Id id, JsonElement body) => Say(door, id, body, now => Patch.Over(now, body))).Accepts<WordsTold>("application/json", "application/merge-patch+json")
            .WithName("changeTeamWords").WithSummary("Changes some of the team's own words (whoever is in it)").Produces<TeamShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        teams.MapPatch("/{id}/fields", (Door door, Id id, FieldsIn body) => door.Edit(body, async unit =>
        {
            var team = await TeamDesk.Fill(unit, door.Me, id, door.IfMatch(), body.Fields);
            return Reply.Done((await Shown(unit, door, id)).Team, team.Version);
        }, session => Shown(session, door, id))).Accepts<FieldsIn>("application/json", "application/merge-patch+json")
            .WithName("fillTeamFields").WithSummary("Fills in the company's fields of a team: what is named changes, null empties it (whoever is in it, and administrators)").Produces<TeamShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        teams.MapGet("/{id}/with/{other}", async (Door door, Id id, Id other) => Results.Json(await door.Read(session => TwoTeams.Ask(session, door.Me, new TeamPair(id, other), door.Today)), Wire.Json))
            .WithName("twoTeams").WithSummary("Two teams: what each needs of the other, open asks, what is in the way and thanks between them, as far as I may see").Produces<TwoTeams>().ProducesProblem(404).ProducesProblem(422);
        teams.MapGet("/{id}/needs/{other}", (Door door, Id id, Id other) => door.Show(session => Need(session, door, id, other)))
            .WithName("readTeamNeed").WithSummary("What a team needs of another one").Produces<NeedShown>().ProducesProblem(404).ProducesProblem(422);
        teams.MapPut("/{id}/needs/{other}", (Door door, Id id, Id other, NeedTold body) => door.Edit(body, async unit =>
        {
            var said = await TeamNeedDesk.Say(unit, door.Me, id, other, door.IfMatch(), body.Words);
            return Reply.Done((await Need(unit, door, id, other)).Need, said.Version);
        }, session => Need(session, door, id, other)))
            .WithName("sayTeamNeed").WithSummary("Writes what a team needs of another one (whoever is in it)").Produces<NeedShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        teams.MapGet("/{id}/memberships", Stays).WithName("listMemberships").WithSummary("Who is, was and will be in a team").Produces<Listed<StayShown>>().ProducesProblem(404);
        teams.MapPost("/{id}/memberships", Join).WithName("joinTeam").WithSummary("Somebody joins a team (administrators)").Produces<StayShown>(201).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        teams.MapPatch("/{id}/memberships/{stay}", Restay).Accepts<StayTold>("application/json", "application/merge-patch+json")
            .WithName("changeMembership").WithSummary("Ends a stay, moves its days, or says who leads (administrators); If-Match is the team's ETag").Produces<StayShown>()
            .ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
    }

    /// <param name="Fields">By the id of a field, or its name.</param>
    public sealed record FieldsIn(IReadOnlyDictionary<string, JsonElement>? Fields);

    private static async Task<IResult> List(Door door, HttpContext http) => door.List(await door.Read(async session =>
    {
        var fields = await session.CompanyFields(door.Me.Workspace, FieldAbout.Team);
        var filter = TeamFilter.Typed(http.Request.Query.Said(), fields);
        var teams = (await TeamQuestions.All(session, door.Me, door.Today)).FindAll(t => filter.Fits(t.Team));
        var names = await WordsShown.Names(session, door.Me.Workspace, teams.Select(t => t.Team.OwnWords));
        return teams.ConvertAll(t => TeamShown.Of(t, WordsShown.Of(t.Team.OwnWords, names), fields));
    }), null);

    private static Task<IResult> Get(Door door, Id id) => door.Show(session => Shown(session, door, id));

    private static Task<IResult> Found(Door door, TeamTold body) => door.Change(body, async unit =>
    {
        var team = await TeamDesk.Found(unit, door.Me, body);
        return Reply.Created($"/api/v1/teams/{team.Id}", TeamShown.Of(team, [], WordsShown.Of(team.OwnWords, new Dictionary<string, string>()), [], door.Today), team.Version);
    });

    private static Task<IResult> Retell(Door door, Id id, object body, Func<TeamTold, TeamTold> told) => door.Edit(body, async unit =>
    {
        var team = await TeamDesk.Retell(unit, door.Me, id, door.IfMatch(), told);
        return Reply.Done((await Shown(unit, door, id)).Team, team.Version);
    }, session => Shown(session, door, id));

    private static Task<IResult> Say(Door door, Id id, object body, Func<WordsTold, WordsTold> told) => door.Edit(body, async unit =>
    {
        var team = await TeamDesk.Say(unit, door.Me, id, door.IfMatch(), told);
        return Reply.Done((await Shown(unit, door, id)).Team, team.Version);
    }, session => Shown(session, door, id));

    private static async Task<IResult> Stays(Door door, Id id)
    {
        var stays = await door.Read(async session =>
        {
            _ = await session.Team(door.Me.Workspace, id) ?? throw Rule.NotVisible();
            return await TeamQuestions.Stays(session, door.Me, id);
        });
        return door.List(stays.ConvertAll(s => StayShown.Of(s, id)), null);
    }

    private static Task<IResult> Join(Door door, Id id, StayTold body) => door.Change(body, async unit =>
    {
        var (stay, version) = await TeamDesk.Join(unit, door.Me, id, door.IfMatch(), body);
        return Reply.Created($"/api/v1/teams/{id}/memberships/{stay.Id}", await Shown(unit, door, id, stay.Id), version);
    });

    private static Task<IResult> Restay(Door door, Id id, Id stay, JsonElement body) => door.Edit(body, async unit =>
    {
        var (_, version) = await TeamDesk.Restay(unit, door.Me, id, stay, door.IfMatch(), now => Patch.Over(now, body));
        return Reply.Done(await Shown(unit, door, id, stay), version);
    }, async session => (await Shown(session, door, id, stay), (await Shown(session, door, id)).Version));

    private static async Task<(NeedShown Need, int Version)> Need(Session session, Door door, Id id, Id other)
    {
        _ = new TeamPair(id, other);
        if ((await session.TeamsOf(door.Me.Workspace, id, other)).Count < 2)
            throw Rule.NotVisible();
        var need = await session.TeamNeed(door.Me.Workspace, id, other);
        var names = await session.Names(door.Me.Workspace, need is null ? [] : [need.By]);
        return (NeedShown.Of(need, names), need?.Version ?? 0);
    }

    private static async Task<(TeamShown Team, int Version)> Shown(Session session, Door door, Id id)
    {
        var team = await session.Team(door.Me.Workspace, id) ?? throw Rule.NotVisible();
        var fields = team.Fields.All.Count == 0 ? [] : await session.CompanyFields(door.Me.Workspace, FieldAbout.Team);
        return (TeamShown.Of(team, await TeamQuestions.Stays(session, door.Me, id), await WordsShown.Of(session, door.Me.Workspace, team.OwnWords), fields, door.Today), team.Version);
    }

    private static async Task<StayShown> Shown(Session session, Door door, Id team, Id stay) =>
        StayShown.Of((await TeamQuestions.Stays(session, door.Me, team)).Find(s => s.Id == stay) ?? throw Rule.NotVisible(), team);
}

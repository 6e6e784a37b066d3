using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.People;

/// <summary>Two teams: what each needs of the other, and what is open, in the way and thanked between them.</summary>
public sealed class TwoTeamsPage : RoomPage
{
    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    public TwoTeams Both { get; private set; } = null!;

    /// <summary>Whose need was sent; null where nothing was.</summary>
    public Id? Sent { get; private set; }

    public IEnumerable<TeamSide> Sides => [Both.One, Both.Other];

    public TeamSide Beside(TeamSide side) => side == Both.One ? Both.Other : Both.One;

    public bool IsMine(TeamSide side) => Me.Teams.Contains(side.Id);

    public static string Address(TeamPair pair) => $"/teams/{pair.One}/with/{pair.Other}";

    public async Task<IActionResult> OnGetAsync(Id id, Id other)
    {
        if (id == other)
            return Redirect($"/teams/{id}");
        var pair = new TeamPair(id, other);
        if (pair.One != id)
            return Redirect(Address(pair));
        await Load(pair);
        return PageOr("between", "/People/_BetweenTeams.cshtml");
    }

    public Task<IActionResult> OnPostNeedAsync(Id id, Id other)
    {
        Sent = id;
        return Change(unit => TeamNeedDesk.Say(unit, Me, id, other, Version, Query.Typed(Words)), _ => Address(new TeamPair(id, other)), () => Load(new TeamPair(id, other)));
    }

    private async Task Load(TeamPair pair) => Both = await Read(session => TwoTeams.Ask(session, Me, pair, Today));
}

/// <summary>Ways to the page of two teams: from a list of teams, and from an ask between people of both.</summary>
public static class WaysToTwoTeams
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/teams/{id}/with", async (HttpContext http, Store store, Id id, string? other) =>
        {
            var team = await store.Read(session => session.Team(http.Me()!.Workspace, id)) ?? throw Rule.NotVisible();
            return Results.Redirect(Query.Id("other", other) is { } beside && beside != id ? TwoTeamsPage.Address(new TeamPair(id, beside)) : $"/teams/{team.Id}");
        }).ExcludeFromDescription();
        app.MapGet("/asks/{id}/teams", async (HttpContext http, Store store, TimeProvider clock, Id id) =>
            Results.Redirect(await store.Read(session => Of(session, http.Me()!, id, clock.GetUtcNow())) is { } pair ? TwoTeamsPage.Address(pair) : $"/asks/{id}")).ExcludeFromDescription();
    }

    // The asker's team and the asked one, or the performer's; somebody may be in several, and then the first by name stands for them.
    private static async Task<TeamPair?> Of(Session session, Me me, Id id, DateTimeOffset now)
    {
        var ask = await Asks.AskTable.Ask(session, me, id) ?? throw Rule.NotVisible();
        var teams = await PeopleList.TeamsOf(session, me.Workspace, [ask.Requester, .. ask.Performer is { } performer ? [performer] : Array.Empty<Id>()], me.Today(now));
        var asked = ask.Team ?? teams.Find(t => t.Person == ask.Performer)?.Team;
        var asking = teams.Find(t => t.Person == ask.Requester && t.Team != asked)?.Team;
        return asked is { } to && asking is { } from ? new TeamPair(from, to) : null;
    }
}

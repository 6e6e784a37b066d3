using Inward.Asks;
using Inward.House;
using Inward.People;
using Inward.Relationships;
using Inward.Server.Asks;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.Relationships;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.People;

/// <summary>A team: its own words, who is in it and who was, where it stands, and what it was asked as far as I may see.</summary>
public sealed class TeamPage : RoomPage
{
    public Team Team { get; private set; } = null!;

    public IReadOnlyList<StayRow> Stays { get; private set; } = [];

    /// <summary>The teams that may be looked at beside this one; mine first.</summary>
    public IReadOnlyList<Team> Others { get; private set; } = [];

    public IReadOnlyList<Team> Above { get; private set; } = [];

    /// <summary>I lead it, or a team above it.</summary>
    public bool IsLed => Above.Append(Team).Any(t => Me.Leads.Contains(t.Id));

    public IReadOnlyList<Team> Below { get; private set; } = [];

    public IReadOnlyList<AskLine> Asks { get; private set; } = [];

    /// <summary>What its people have promised by day; null where the team does not show it.</summary>
    public IReadOnlyList<PromisedDay>? Promised { get; private set; }

    /// <summary>How I keep in touch with anybody of it.</summary>
    public Relationship Kept { get; private set; } = null!;

    /// <summary>I am in it today: its words are mine to write too.</summary>
    public bool IsMine => Me.Teams.Contains(Team.Id);

    public WordsShown Words { get; private set; } = null!;

    /// <summary>What the company's own fields say, in their order.</summary>
    public IReadOnlyList<FieldOnPage> Fields { get; private set; } = [];

    /// <summary>I may fill in its fields.</summary>
    public bool CanFill => IsMine || Me.Administrator;

    /// <summary>What is suggested for this page, as far as I may see it.</summary>
    public IReadOnlyList<SuggestionRow> Suggestions { get; private set; } = [];

    public IReadOnlyList<StayRow> Members => [.. Stays.Where(s => s.Covers(Today)).DistinctBy(s => s.Person)];

    public IEnumerable<StayRow> Before => Stays.Where(s => s.IsOver(Today)).OrderByDescending(s => s.ToDay ?? s.LeftOn);

    public IEnumerable<StayRow> Coming => Stays.Where(s => s.FromDay > Today && !s.IsOver(Today));

    public async Task<IActionResult> OnGetAsync(Id id)
    {
        await Read(async session =>
        {
            var teams = await session.Teams(Me.Workspace);
            Team = teams.Find(t => t.Id == id) ?? throw Rule.NotVisible();
            Others = [.. teams.Where(t => t.Id != id).OrderByDescending(t => Me.Teams.Contains(t.Id))];
            var tree = new TeamTree(teams);
            (Above, Below) = ([.. tree.AncestorsOf(id).Reverse()], tree.ChildrenOf(id));
            Words = await WordsShown.Of(session, Me.Workspace, Team.OwnWords);
            Fields = Team.Fields.All.Count == 0 ? [] : [.. (await session.CompanyFields(Me.Workspace, FieldAbout.Team)).Where(f => f.IsInUse && Team.Fields[f.Id] is not null).Select(f => new FieldOnPage(f, Team.Fields[f.Id]))];
            Suggestions = await session.SuggestionsFor(Me, id, most: 12);
            Stays = await TeamQuestions.Stays(session, Me, id);
            Asks = await AskLines.OpenOfTeam(session, Me, id);
            Kept = await RelationshipDesk.MineToTeam(session, Me, id, Now);
            Promised = await WorkPromised.ByTeamIfShown(session, Me, id, Today);
            return true;
        });
        return PageOr("asks", "/People/_TeamAsks.cshtml");
    }
}

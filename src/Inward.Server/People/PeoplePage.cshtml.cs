using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.House.Words;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.People;

/// <summary>Colleagues by name: who they are, and what is open between them and me.</summary>
public sealed class PeoplePage : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Team { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Left { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<PersonListed> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    /// <summary>Every team by its path, so that two of one name are told apart.</summary>
    public IReadOnlyList<(Id Id, string Path)> Teams { get; private set; } = [];

    public bool IsFiltered => !string.IsNullOrEmpty(Q + Team + Language + Left);

    /// <summary>The filters as an address has them.</summary>
    public string AddressOf(string? after = null) => "?" + string.Join('&', new (string, string?)[] { ("q", Q), ("team", Team), ("language", Language), ("left", Left), ("after", after) }
        .Where(f => !string.IsNullOrEmpty(f.Item2)).Select(f => $"{f.Item1}={Uri.EscapeDataString(f.Item2!)}"));

    public async Task<IActionResult> OnGetAsync()
    {
        var filter = PeopleFilter.Typed(Q, Team, Language, Left);
        await Read(async session =>
        {
            var tree = new TeamTree(await session.Teams(Me.Workspace));
            Teams = [.. tree.All.Select(team => (team.Id, tree.PathOf(team.Id))).OrderBy(t => t.Item2, StringComparer.OrdinalIgnoreCase)];
            IReadOnlyList<Id> teams = filter.Team is { } top ? [top, .. tree.DescendantsOf(top).Select(t => t.Id)] : [];
            (Rows, Next) = await PeopleList.Ask(session, Me, filter, teams, Today, After, 50);
            return true;
        });
        return PageOr("people", "/People/_People.cshtml");
    }
}

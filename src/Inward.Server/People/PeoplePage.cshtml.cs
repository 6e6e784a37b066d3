using Inward.House;
using Inward.Lists;
using Inward.People;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Lists;
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

    public IReadOnlyList<ViewRow> Views { get; private set; } = [];

    /// <summary>Every team by its path, so that two of one name are told apart.</summary>
    public IReadOnlyList<(Id Id, string Path)> Teams { get; private set; } = [];

    /// <summary>The company's own fields by which colleagues can be found.</summary>
    public IReadOnlyList<PersonField> Fields { get; private set; } = [];

    public PeopleFilter Filter { get; private set; } = new();

    /// <summary>The filters as an address has them.</summary>
    public string AddressOf(string? after = null)
    {
        (string Name, string? Value)[] filters = [("q", Q), ("team", Team), ("language", Language), ("left", Left), .. Filter.Typing.Select(f => ($"field.{f.Key}", (string?)f.Value)), ("after", after)];
        return "?" + string.Join('&', filters.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value!)}"));
    }

    public async Task<IActionResult> OnGetAsync()
    {
        Filter = PeopleFilter.Typed(Q, Team, Language, Left, Request.Query);
        await Read(async session =>
        {
            var fields = await session.PersonFields(Me.Workspace);
            Fields = [.. fields.Where(field => field.IsInUse && field.CanFilter)];
            var tree = new TeamTree(await session.Teams(Me.Workspace));
            Teams = [.. tree.All.Select(team => (team.Id, tree.PathOf(team.Id))).OrderBy(t => t.Item2, StringComparer.OrdinalIgnoreCase)];
            IReadOnlyList<Id> teams = Filter.Team is { } top ? [top, .. tree.DescendantsOf(top).Select(t => t.Id)] : [];
            (Rows, Next) = await PeopleList.Ask(session, Me, Filter.Known(fields), teams, Today, After, 50);
            Views = WantsFragment("people") ? [] : await SavedViews.Mine(session, Me, ListRoom.People);
            return true;
        });
        return PageOr("people", "/People/_People.cshtml");
    }
}

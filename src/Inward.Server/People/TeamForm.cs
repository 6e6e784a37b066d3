using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.People;

/// <summary>The form of a team, as an administrator keeps it.</summary>
public abstract class TeamForm : RoomPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Parent { get; set; }

    /// <summary>Where it may stand, by path.</summary>
    public IReadOnlyList<(Id Id, string Path)> Places { get; private set; } = [];

    protected TeamTold Told() => new(Name, Query.Id("parent", Parent));

    protected void Offer(IReadOnlyList<Team> teams, Id? itself)
    {
        var tree = new TeamTree(teams);
        var below = itself is { } id ? tree.DescendantsOf(id).Select(t => t.Id).Append(id).ToHashSet() : [];
        Places = [.. teams.Where(t => !below.Contains(t.Id)).Select(t => (t.Id, tree.PathOf(t.Id))).OrderBy(p => p.Item2, StringComparer.OrdinalIgnoreCase)];
    }
}

public sealed class NewTeamPage : TeamForm
{
    public Task OnGetAsync()
    {
        Team.CheckKeeper(Me.Administrator);
        return Load();
    }

    public Task<IActionResult> OnPostAsync() => Change(unit => TeamDesk.Found(unit, Me, Told()), team => $"/teams/{team.Id}", Load);

    private async Task Load() => Offer(await Read(session => session.Teams(Me.Workspace)), null);
}

public sealed class EditTeamPage : TeamForm
{
    [BindProperty]
    public int? Version { get; set; }

    public Team Team { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public async Task OnGetAsync(Id id)
    {
        Inward.People.Team.CheckKeeper(Me.Administrator);
        await Load(id);
        (Name, Parent) = (Team.Name, Team.Parent?.ToString());
    }

    public Task<IActionResult> OnPostAsync(Id id) => Change(unit => TeamDesk.Retell(unit, Me, id, Version, _ => Told()), team => $"/teams/{team.Id}", () => Load(id));

    private Task Load(Id id) => Read(async session =>
    {
        var teams = await session.Teams(Me.Workspace);
        Team = teams.Find(t => t.Id == id) ?? throw Rule.NotVisible();
        Offer(teams, id);
        if (Mistake?.Why == Broken.Stale)
        {
            Conflict = await Conflict.Over(session, Me.Workspace, id, Team.Version, new Both("name", T["Name"], Name, Team.Name),
                new Both("parent", T["Stands below"], Parent, Team.Parent?.ToString(), PathOf(Parent), PathOf(Team.Parent?.ToString())));
        }
        Version ??= Team.Version;
        return true;

        string? PathOf(string? team) => Places.FirstOrDefault(p => p.Id.ToString() == team).Path;
    });
}

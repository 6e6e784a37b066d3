using Inward.House;
using Inward.Lists;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Lists;

/// <summary>Filters kept under a name: mine, with whom I share them, and those that colleagues share with me.</summary>
public sealed class ViewsPage : RoomPage
{
    // Fields of a list's form that choose nothing.
    private static readonly string[] Looks = ["of", "pick", "after", "handler", "go"];

    /// <summary>Of which list the filters are that shall be kept; null to look only.</summary>
    [BindProperty(Name = "of", SupportsGet = true)]
    public ListRoom? Room { get; set; }

    [BindProperty]
    public string? Query { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public Id? With { get; set; }

    public IReadOnlyList<ViewRow> Mine { get; private set; } = [];

    public IReadOnlyList<ViewRow> Shared { get; private set; } = [];

    /// <summary>With whom I may share: my teams, then everyone.</summary>
    public IReadOnlyList<(Id Id, string Name)> Readers { get; private set; } = [];

    public Task OnGetAsync() => Read(async session =>
    {
        Query ??= Asked();
        (Mine, Shared) = (await SavedViews.Mine(session, Me), await SavedViews.SharedWithMe(session, Me));
        var names = await session.Names(Me.Workspace, Me.Teams);
        Readers = [.. Me.Teams.Select(team => (team, T["The team {0}", names.GetValueOrDefault(team.ToString(), "")])), (Me.Workspace, T["Everyone"])];
        return true;
    });

    public Task<IActionResult> OnPostAsync() =>
        Change(unit => Task.FromResult(SavedViews.Keep(unit, Me, Room ?? ListRoom.Asks, Name, Query, With)), view => view.Room.Address(view.Query), OnGetAsync);

    public Task<IActionResult> OnPostShareAsync(Id id) => Change(unit => SavedViews.Share(unit, Me, id, With), _ => "/views", OnGetAsync);

    /// <summary>Keeps what a colleague shares among my own, as it is now.</summary>
    public Task<IActionResult> OnPostTakeAsync(Id id) => Change(async unit =>
    {
        var view = (await SavedViews.SharedWithMe(unit, Me)).Find(v => v.Id == id) ?? throw Rule.NotVisible();
        return SavedViews.Keep(unit, Me, view.Room, view.Name, view.Query, null);
    }, _ => "/views", OnGetAsync);

    public Task<IActionResult> OnPostRemoveAsync(Id id) => Change(async unit =>
    {
        await SavedViews.Remove(unit, Me, id);
        return true;
    }, _ => "/views", OnGetAsync);

    // What the form of the list holds now, but for what is empty.
    private string Asked() => string.Join('&', Request.Query.Where(f => !Looks.Contains(f.Key)).SelectMany(f => f.Value, (f, value) => (f.Key, Value: value ?? "")).Where(f => f.Value.Length > 0)
        .Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));
}

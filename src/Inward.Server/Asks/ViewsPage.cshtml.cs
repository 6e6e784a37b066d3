using Inward.House;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Asks;

public sealed class ViewsPage : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public string Query { get; set; } = "";

    [BindProperty]
    public string? Name { get; set; }

    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    public async Task OnGetAsync() => Views = await Read(session => session.SavedViews(Me));

    public Task<IActionResult> OnPostAsync() =>
        Change(unit => Task.FromResult(unit.SaveView(Me, Name, Query)), _ => $"/asks?{Query}", OnGetAsync);

    public Task<IActionResult> OnPostRemoveAsync(Id id) => Change(async unit =>
    {
        await unit.RemoveView(Me, id);
        return true;
    }, _ => "/asks/views", OnGetAsync);
}

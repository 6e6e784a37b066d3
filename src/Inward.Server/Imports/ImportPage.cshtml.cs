using Inward.House;
using Inward.House.Imports;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Inward.Server.Imports;

/// <summary>One import: what it understood, what was noticed, which column is what; then writing it, or taking it back.</summary>
public sealed class ImportPage : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public Id Id { get; set; }

    public ImportRow Import { get; private set; } = null!;

    public IReadOnlyList<string> Headers { get; private set; } = [];

    public IReadOnlyList<(string Field, string? Header)> Columns { get; private set; } = [];

    public static void Map(WebApplication app) => app.MapGet("/imports/{id}/errors", async (HttpContext http, Store store, Id id) =>
    {
        var me = http.Me()!;
        Importing.Allow(me.Administrator);
        var import = await store.Read(s => s.Import(me.Workspace, id)) ?? throw Rule.NotVisible();
        return Results.File(System.Text.Encoding.UTF8.GetBytes('\uFEFF' + import.Errors), "text/csv", Path.GetFileNameWithoutExtension(import.File) + "-left-out.csv");
    }).ExcludeFromDescription();

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Importing.Allow(Me.Administrator);

    public Task OnGetAsync() => Load();

    public Task<IActionResult> OnPostApplyAsync() => Change(async unit =>
    {
        await ImportDesk.Apply(unit, Id);
        return Id;
    }, id => $"/imports/{id}", Load);

    public Task<IActionResult> OnPostUndoAsync() => Change(async unit =>
    {
        await ImportDesk.Undo(unit, Id);
        return Id;
    }, id => $"/imports/{id}", Load);

    /// <summary>Another choice of columns: the plan is made anew.</summary>
    public Task<IActionResult> OnPostColumnsAsync() => Change(async unit =>
    {
        var import = await unit.Import(Id) ?? throw Rule.NotVisible();
        var source = await unit.SourceOf(import);
        var table = source.Map!.Tables[0];
        var fields = source.Kind.Fields.Where(f => !string.IsNullOrWhiteSpace(Request.Form[f])).ToDictionary(f => f, f => (Source)new Source.Column(Request.Form[f]!), StringComparer.Ordinal);
        var map = source.Map with { Tables = [table with { Fields = fields }, .. source.Map.Tables.Skip(1)] };
        await ImportDesk.Replan(unit, import, source with { Map = map });
        return Id;
    }, id => $"/imports/{id}", Load);

    private async Task Load()
    {
        Import = await Read(session => session.Import(Me.Workspace, Id)) ?? throw Rule.NotVisible();
        if (Import.State != "planned")
            return;
        var source = await Read(session => session.SourceOf(Import, Me.Workspace));
        Headers = source.Open(null, new Noticings()).Headers;
        var fields = source.Map!.Tables[0].Fields;
        Columns = [.. source.Kind.Fields.Select(f => (f, fields.TryGetValue(f, out var from) && from is Source.Column column ? column.Header : null))];
    }
}

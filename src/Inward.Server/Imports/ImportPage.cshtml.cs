using Inward.House;
using Inward.House.Imports;
using Inward.People;
using Inward.Server.House;
using Inward.Server.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Inward.Server.Imports;

/// <summary>One import: what it understood, what was noticed, which column is what; then writing it, or taking it back.</summary>
public sealed class ImportPage : RoomPage
{
    private const int MostRowsShown = 5, LongestCell = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    [BindProperty(SupportsGet = true)]
    public Id Id { get; set; }

    public Import Import { get; private set; } = null!;

    /// <summary>How far it is read while it is being written; null before and after.</summary>
    public ReadSoFar? SoFar { get; private set; }

    /// <summary>What the file can hold, the company's own fields too.</summary>
    public ImportKind Kind { get; private set; } = ImportKind.People;

    public IReadOnlyList<string> Headers { get; private set; } = [];

    public IReadOnlyList<Column> Columns { get; private set; } = [];

    public DayOrder Dates { get; private set; }

    /// <summary>The first rows as they were understood, field by field of <see cref="Columns"/> that have a source.</summary>
    public IReadOnlyList<MappedRow> FirstRows { get; private set; } = [];

    /// <summary>A field, and where the map says it comes from.</summary>
    /// <param name="Because">Why Inward thinks so; null where it was chosen, or nothing was.</param>
    public sealed record Column(string Field, Source? Source, Sentence? Because);

    public static string Word(ImportKind kind) => kind.Name switch { "people" => "People", "customers" => "Customers", "sales" => "Sales", "mails" => "Mail log", "events" => "Event log", _ => "Asks" };

    /// <summary>A cell as far as a table shows it.</summary>
    public static string Opening(string cell) => cell.Length <= LongestCell ? cell : cell[..LongestCell] + "…";

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Import.CheckKeeper(Me.Administrator);

    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        Response.Headers.Vary = "X-Fragment";
        return !WantsFragment("underway") ? Page() : SoFar is null ? new EmptyResult() : Partial("/Imports/_Underway.cshtml", SoFar);
    }

    public Task<IActionResult> OnPostApplyAsync() => OrAgain(async () =>
    {
        await Writings.Begin(ByMe, Me, Id, Patience);
        return $"/imports/{Id}";
    }, Load);

    public Task<IActionResult> OnPostUndoAsync() => Change(unit => ImportDesk.Undo(unit, Me, Id), _ => $"/imports/{Id}", Load);

    public async Task<IActionResult> OnPostColumnsAsync()
    {
        var fields = await Read(session => session.CompanyFields(Me.Workspace));
        return await Change(unit => ImportDesk.Replan(unit, Me, Id, map => Chosen(map, FieldColumns.Beside(map.Kind, fields))), _ => $"/imports/{Id}", Load);
    }

    /// <summary>A select says "column:" and its header, "kept" for what the map says in more than a column, or nothing.</summary>
    private ImportMap Chosen(ImportMap map, ImportKind kind)
    {
        var fields = new Dictionary<string, Source>(StringComparer.Ordinal);
        foreach (var field in kind.Fields)
        {
            var chosen = Request.Form[field].ToString();
            if (chosen.StartsWith("column:", StringComparison.Ordinal))
                fields[field] = new Source.Column(chosen["column:".Length..]);
            else if (chosen == "kept" && map.Tables[0].Fields.TryGetValue(field, out var kept))
                fields[field] = kept;
        }
        return map with { Dates = Query.Word<DayOrder>("dates", Request.Form["dates"]) ?? map.Dates, Tables = [map.Tables[0] with { Fields = fields }, .. map.Tables.Skip(1)] };
    }

    private Underway Writings => HttpContext.RequestServices.GetRequiredService<Underway>();

    private Task Load() => Read(async session =>
    {
        Import = await ImportErrors.Visible(session, Me, Id);
        if (Import.State != ImportState.Planned)
            return Import;
        var writing = Writings.Of(Id);
        Mistake ??= writing?.Wrong;
        if (writing is { Wrong: null })
        {
            SoFar = writing.Read;
            return Import;
        }
        var source = await session.SourceOf(Import);
        var table = source.Open(null, new Noticings());
        var said = source.Map.Tables[0].Fields;
        Kind = FieldColumns.Beside(Import.Kind, await session.CompanyFields(Me.Workspace));
        var proposed = Proposals.For(Kind, table.Headers).Fields.ToDictionary(proposal => proposal.Field, StringComparer.Ordinal);
        (Headers, Dates) = (table.Headers, source.Map.Dates);
        Columns = [.. Kind.Fields.Select(field => new Column(field, said.GetValueOrDefault(field),
            proposed.GetValueOrDefault(field) is { } proposal && proposal.Source == said.GetValueOrDefault(field) ? proposal.Because : null))];
        FirstRows = [.. source.Rows(new Noticings()).Where(row => row.File == table.File).Take(MostRowsShown)];
        return Import;
    });
}

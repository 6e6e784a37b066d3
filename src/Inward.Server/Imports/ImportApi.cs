using Inward.House;
using Inward.House.Imports;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Imports;

/// <summary>Imports for programs: plan a file, look at what it would do, write it, take it back.</summary>
public static class ImportApi
{
    public sealed record ImportOut(
        Id Id, string Kind, string File, string State, DateTimeOffset At, DateTimeOffset? AppliedAt, DateTimeOffset? UndoneAt,
        IReadOnlyList<string> Said, IReadOnlyList<NoticedOut> Noticed, bool HasErrors, int Version);

    public static void Map(RouteGroupBuilder api)
    {
        var imports = api.MapGroup("/imports").WithTags("imports");
        imports.MapGet("/", async (Door door) =>
        {
            Importing.Allow(door.Me.Administrator);
            return door.List([.. (await door.Read(s => s.Imports(door.Me.Workspace))).Select(Out)], null);
        }).WithName("listImports").WithSummary("Files that were brought in").Produces<Listed<ImportOut>>();
        imports.MapGet("/{id}", (Door door, Id id) => door.Show(async s =>
        {
            var row = await Visible(s, door, id);
            return (Out(row), row.Version);
        })).WithName("readImport").WithSummary("One import").Produces<ImportOut>();
        imports.MapGet("/{id}/errors", async (Door door, Id id) =>
            Results.Text((await door.Read(s => Visible(s, door, id))).Errors, "text/csv")).WithName("importErrors").WithSummary("The rows that were left out, each with its reason").Produces<string>(200, "text/csv");
        imports.MapPost("/", Plan).WithName("planImport").WithSummary("Say what a CSV file would do (the body is its bytes)")
            .Accepts<byte[]>(isOptional: true, "text/csv", "*/*").Produces<ImportOut>(201).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(Importing.LargestUpload));
        imports.MapPost("/{id}/application", (Door door, Id id) => Do(door, id, unit => ImportDesk.Apply(unit, id))).WithName("applyImport").WithSummary("Write what was planned").Produces<ImportOut>();
        imports.MapPost("/{id}/undoing", (Door door, Id id) => Do(door, id, unit => ImportDesk.Undo(unit, id))).WithName("undoImport").WithSummary("Take an import back").Produces<ImportOut>();
    }

    public static ImportOut Out(ImportRow row) =>
        new(row.Id, row.Kind, row.File, row.State, row.At, row.AppliedAt, row.UndoneAt, row.Sentences, row.Notes, row.Errors.Length > 0, row.Version);

    private static async Task<IResult> Plan(Door door, string? kind, string? name, string? map, HttpRequest request)
    {
        Importing.Allow(door.Me.Administrator);
        using var upload = new MemoryStream();
        await request.Body.CopyToAsync(upload, request.HttpContext.RequestAborted);
        var file = string.IsNullOrWhiteSpace(name) ? "file.csv" : Path.GetFileName(name);
        var bytes = upload.ToArray();
        var source = new ImportSource(ImportKind.Named(kind ?? ""), file, new Dictionary<string, Func<Stream>> { [file] = () => new MemoryStream(bytes) }, string.IsNullOrWhiteSpace(map) ? null : MapFile.Read(map));
        return await door.Change(new { kind, name, map, hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes)) }, async unit =>
        {
            var id = await ImportDesk.Plan(unit, source, new Dictionary<string, byte[]> { [file] = bytes });
            return Reply.Created($"/api/v1/imports/{id}", Out((await unit.Import(id))!), 1);
        });
    }

    private static Task<IResult> Do(Door door, Id id, Func<Unit, Task> work) => door.Change(null, async unit =>
    {
        Importing.Allow(door.Me.Administrator);
        await work(unit);
        var row = (await unit.Import(id))!;
        return Reply.Done(Out(row), row.Version);
    });

    private static async Task<ImportRow> Visible(Session session, Door door, Id id)
    {
        Importing.Allow(door.Me.Administrator);
        return await session.Import(door.Me.Workspace, id) ?? throw Rule.NotVisible();
    }
}

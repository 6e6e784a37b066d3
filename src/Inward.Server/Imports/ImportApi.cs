using System.Security.Cryptography;
using Inward.House;
using Inward.House.Imports;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Imports;

/// <summary>Something noticed, in the reader's language. Row 0 speaks of the whole file.</summary>
public sealed record NoticedOut(string File, int Row, string Sentence, bool LeftOut);

/// <summary>Imports for programs: plan a file, look at what it would do, write it, take it back.</summary>
public static class ImportApi
{
    public sealed record ImportOut(
        Id Id, string Kind, string File, string State, DateTimeOffset At, DateTimeOffset? AppliedAt, DateTimeOffset? UndoneAt,
        IReadOnlyList<string> Said, IReadOnlyList<NoticedOut> Noticed, bool HasErrors, int Version)
    {
        public static ImportOut Of(Import import, Tongue t) => new(
            import.Id, import.Kind.Name, import.File, import.State.ToString().ToLowerInvariant(), import.At, import.AppliedAt, import.UndoneAt,
            [.. import.Said.Select(said => t[said])], [.. import.Noticed.Select(one => new NoticedOut(one.File, one.Row, t[one.Sentence], one.Weight == Weight.LeftOut))],
            import.HasErrors, import.Version);
    }

    public static void Map(RouteGroupBuilder api)
    {
        var imports = api.MapGroup("/imports").WithTags("imports");
        imports.MapGet("/", List).WithName("listImports").WithSummary("Files that were brought in").Produces<Listed<ImportOut>>();
        imports.MapGet("/{id}", (Door door, Id id) => door.Show(async session =>
        {
            var import = await ImportErrors.Visible(session, door.Me, id);
            return (ImportOut.Of(import, door.T), import.Version);
        })).WithName("readImport").WithSummary("One import").Produces<ImportOut>();
        imports.MapGet("/{id}/errors", async (Door door, Id id) => Results.Text((await door.Read(session => ImportErrors.Of(session, door.Me, id, door.T))).Csv, "text/csv"))
            .WithName("importErrors").WithSummary("The rows that were left out, each with its reason").Produces<string>(200, "text/csv");
        imports.MapPost("/", Plan).WithName("planImport").WithSummary("Say what a CSV file would do (the body is its bytes)")
            .Accepts<byte[]>(isOptional: true, "text/csv", "*/*").Produces<ImportOut>(201).WithMetadata(new RequestSizeLimitAttribute(Import.LargestUpload));
        imports.MapPost("/{id}/application", (Door door, Id id) => Change(door, unit => ImportDesk.Apply(unit, door.Me, id))).WithName("applyImport").WithSummary("Write what was planned").Produces<ImportOut>();
        imports.MapPost("/{id}/undoing", (Door door, Id id) => Change(door, unit => ImportDesk.Undo(unit, door.Me, id))).WithName("undoImport").WithSummary("Take an import back").Produces<ImportOut>();
    }

    private static async Task<IResult> List(Door door)
    {
        Import.CheckKeeper(door.Me.Administrator);
        return door.List([.. (await door.Read(session => session.Imports(door.Me))).Select(import => ImportOut.Of(import, door.T))], null);
    }

    private static async Task<IResult> Plan(Door door, string? kind, string? name, string? map, HttpRequest request)
    {
        // Whoever may not is told before 64 MB are read.
        Import.CheckKeeper(door.Me.Administrator);
        var content = await ImportSource.Read(request.Body, request.ContentLength, request.HttpContext.RequestAborted);
        var source = ImportSource.Sent(kind ?? "", [(string.IsNullOrWhiteSpace(name) ? "file.csv" : Path.GetFileName(name), content)], map, await door.Read(session => session.CompanyFields(door.Me.Workspace)));
        return await door.Change(new { kind, name, map, hash = Convert.ToHexString(SHA256.HashData(content)) }, async unit =>
        {
            var import = await ImportDesk.Plan(unit, door.Me, source);
            return Reply.Created($"/api/v1/imports/{import.Id}", ImportOut.Of(import, door.T), import.Version);
        });
    }

    private static Task<IResult> Change(Door door, Func<Unit, Task<Import>> change) => door.Change(null, async unit =>
    {
        var import = await change(unit);
        return Reply.Done(ImportOut.Of(import, door.T), import.Version);
    });
}

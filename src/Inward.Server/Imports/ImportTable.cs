using System.Text.Json;
using Inward.House;
using Inward.House.Imports;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Imports;

/// <summary>Where imports are kept, with their files until they are written, the rows that were left out, and what they did to each record.</summary>
public static class ImportTable
{
    private const string Columns = "workspace, id, kind, file, by_person, at, applied_at, undone_at, said, noticed, has_errors, version";

    public static async Task<Import?> Import(this Session session, Id workspace, Id id) =>
        (await session.One<Row>($"select {Columns} from import where workspace = @workspace and id = @id", new { workspace, id }))?.Import();

    /// <summary>The import, held until the unit ends.</summary>
    public static async Task<Import?> ImportToChange(this Unit unit, Id id) =>
        (await unit.One<Row>($"select {Columns} from import where workspace = @Workspace and id = @id{unit.ForUpdate}", new { unit.Workspace, id }))?.Import();

    /// <summary>The newest, without what was noticed.</summary>
    public static async Task<List<Import>> Imports(this Session session, Me me) =>
        [.. (await session.All<Row>($"select {Columns.Replace("noticed", "'[]' as noticed", StringComparison.Ordinal)} from import where workspace = @Workspace order by id desc limit 50", new { me.Workspace }))
            .Select(row => row.Import()).Where(import => import.IsShownTo(me.Person))];

    public static void Save(this Unit unit, Import import, ImportMap map, IReadOnlyList<ErrorRows> errors) => unit.Write("""
        insert into import (workspace, id, kind, file, map, by_person, at, applied_at, undone_at, said, noticed, has_errors, errors, version)
        values (@Workspace, @Id, @Name, @File, @map, @By, @At, @AppliedAt, @UndoneAt, @said, @noticed, @HasErrors, @errors, @Version)
        on conflict (workspace, id) do update set map = excluded.map, applied_at = excluded.applied_at, undone_at = excluded.undone_at, said = excluded.said,
          noticed = excluded.noticed, has_errors = excluded.has_errors, errors = excluded.errors, version = excluded.version
        """, new
    {
        import.Workspace, import.Id, import.Kind.Name, import.File, map = MapFile.Write(map), import.By, import.At, import.AppliedAt, import.UndoneAt, said = Json(import.Said),
        noticed = Json(import.Noticed), import.HasErrors, errors = Json(errors), import.Version,
    });

    /// <summary>What was taken back keeps its map and the rows that were left out.</summary>
    public static void SaveUndone(this Unit unit, Import import) =>
        unit.Write("update import set undone_at = @UndoneAt, noticed = @noticed, version = @Version where workspace = @Workspace and id = @Id",
            new { import.Workspace, import.Id, import.UndoneAt, noticed = Json(import.Noticed), import.Version }, 1);

    public static async Task<IReadOnlyList<ErrorRows>> ErrorsOf(this Session session, Id workspace, Id import) =>
        JsonSerializer.Deserialize<List<ErrorRows>>(await session.One<string>("select errors from import where workspace = @workspace and id = @import", new { workspace, import }) ?? "[]", Wire.Json)!;

    public static void Keep(this Unit unit, Id import, ImportSource source)
    {
        foreach (var (name, open) in source.Files)
        {
            using var file = open();
            using var content = new MemoryStream();
            file.CopyTo(content);
            unit.Write("insert into import_file (workspace, import, name, content) values (@Workspace, @import, @name, @content)",
                new { unit.Workspace, import, name, content = content.ToArray() });
        }
    }

    public static void ForgetFiles(this Unit unit, Id import) =>
        unit.Write("delete from import_file where workspace = @Workspace and import = @import", new { unit.Workspace, import });

    public static async Task<ImportSource> SourceOf(this Session session, Import import)
    {
        var map = await session.One<string>("select map from import where workspace = @Workspace and id = @Id", new { import.Workspace, import.Id });
        var files = await session.All<FileRow>("select name, content from import_file where workspace = @Workspace and import = @Id", new { import.Workspace, import.Id });
        return new ImportSource(import.Kind, import.File, files.ToDictionary(f => f.Name, f => (Func<Stream>)(() => new MemoryStream(f.Content)), StringComparer.Ordinal), MapFile.Read(map!));
    }

    public static void Save(this Unit unit, Id import, Touched touched) =>
        unit.Write("insert into import_row (workspace, import, record, kind, before, after) values (@Workspace, @import, @Record, @Kind, @before, @after)",
            new { unit.Workspace, import, touched.Record, touched.Kind, before = touched.Before is null ? null : Json(touched.Before), after = Json(touched.After) });

    public static async Task<List<Touched>> TouchedBy(this Unit unit, Id import) =>
        [.. (await unit.All<TouchedRow>("select kind, record, before, after from import_row where workspace = @Workspace and import = @import", new { unit.Workspace, import }))
            .Select(r => Touched.Read(r.Kind, r.Record, r.Before, r.After))];

    private static string Json(object value) => JsonSerializer.Serialize(value, value.GetType(), Wire.Json);

    private sealed record Row(
        Id Workspace, Id Id, string Kind, string File, Id? ByPerson, DateTimeOffset At, DateTimeOffset? AppliedAt, DateTimeOffset? UndoneAt, string Said, string Noticed, bool HasErrors, int Version)
    {
        public Import Import() => new(Workspace, Id, ImportKind.Named(Kind), File, At)
        {
            By = ByPerson, AppliedAt = AppliedAt, UndoneAt = UndoneAt, HasErrors = HasErrors, Version = Version,
            Said = JsonSerializer.Deserialize<List<Sentence>>(Said, Wire.Json)!,
            Noticed = JsonSerializer.Deserialize<List<Noticed>>(Noticed, Wire.Json)!,
        };
    }

    private sealed record FileRow(string Name, byte[] Content);

    private sealed record TouchedRow(string Kind, Id Record, string? Before, string After);
}

using System.Text.Json;
using Inward.House;
using Inward.House.Imports;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Imports;

public sealed record NoticedOut(string File, int Row, string Sentence, bool LeftOut);

public sealed record ImportRow(
    Id Id, string Kind, string File, string Map, DateTimeOffset At, DateTimeOffset? AppliedAt, DateTimeOffset? UndoneAt, string Said, string Noticed, string Errors, int Version)
{
    public string State => UndoneAt is not null ? "undone" : AppliedAt is not null ? "applied" : "planned";

    public IReadOnlyList<string> Sentences => JsonSerializer.Deserialize<List<string>>(Said, Wire.Json)!;

    public IReadOnlyList<NoticedOut> Notes => JsonSerializer.Deserialize<List<NoticedOut>>(Noticed, Wire.Json)!;
}

public static class ImportTable
{
    private const string Columns = "id, kind, file, map, at, applied_at, undone_at, said, noticed, errors, version";

    public static Task<ImportRow?> Import(this Unit unit, Id id) =>
        unit.One<ImportRow>($"select {Columns} from import where workspace = @Workspace and id = @id{unit.ForUpdate}", new { unit.Workspace, id });

    public static Task<ImportRow?> Import(this Session session, Id workspace, Id id) =>
        session.One<ImportRow>($"select {Columns} from import where workspace = @workspace and id = @id", new { workspace, id });

    public static Task<List<ImportRow>> Imports(this Session session, Id workspace) =>
        session.All<ImportRow>("select id, kind, file, '' as map, at, applied_at, undone_at, said, '[]' as noticed, '' as errors, version from import where workspace = @workspace order by id desc limit 50", new { workspace });

    internal static async Task<ImportSource> SourceOf(this Session session, ImportRow import, Id? of = null)
    {
        var workspace = of ?? ((Unit)session).Workspace;
        var files = await session.All<FileRow>("select name, content from import_file where workspace = @workspace and import = @Id", new { workspace, import.Id });
        return new ImportSource(ImportKind.Named(import.Kind), import.File,
            files.ToDictionary(f => f.Name, f => (Func<Stream>)(() => new MemoryStream(f.Content)), StringComparer.Ordinal), MapFile.Read(import.Map));
    }

    internal static async Task<List<Touched>> TouchedBy(this Unit unit, Id id) =>
        [.. (await unit.All<TouchedRow>("select kind, record, before, after from import_row where workspace = @Workspace and import = @id", new { unit.Workspace, id }))
            .Select(r => Touched.Read(r.Kind, r.Record, r.Before, r.After))];

    private sealed record FileRow(string Name, byte[] Content);

    private sealed record TouchedRow(string Kind, Id Record, string? Before, string After);
}

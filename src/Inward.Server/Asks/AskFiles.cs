using Inward.Asks;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Asks;

/// <summary>Files beside an ask are kept in the store, seen by whoever sees the ask, and always given back as a download.</summary>
public static class AskFiles
{
    public sealed record Content(string Name, byte[] Bytes);

    public static async Task<Ask> Attach(Unit unit, Me me, Id id, string name, string? type, byte[] content)
    {
        var ask = await unit.AskToMove(me, id) ?? throw Rule.NotVisible();
        var file = new AskFile(Id.New(unit.Now), Path.GetFileName(name.Replace('\\', '/')), type is { Length: > 0 and <= 100 } ? type : "application/octet-stream", content.Length, me.Person, unit.Now);
        var with = ask.Attach(file, await unit.Circumstances(me, ask, new Inward.Asks.Moves.Remarking(null)));
        unit.Save(with, ask);
        unit.Write("""
            insert into ask_file (workspace, id, ask, name, type, size, by_person, at, content) values (@Workspace, @Id, @ask, @Name, @Type, @Size, @By, @At, @content)
            """, new { unit.Workspace, file.Id, ask = id, file.Name, file.Type, file.Size, file.By, file.At, content });
        unit.Append("ask.file-added", id, new { file.Id, file.Name, file.Size });
        return with;
    }

    /// <summary>The file, if I may see its ask.</summary>
    public static async Task<Content> Read(Session session, Me me, Id ask, Id file) =>
        await session.One<Content>($"""
            select f.name, f.content as bytes from ask_file f join ask x on x.workspace = @Workspace and x.id = f.ask
            where f.workspace = @Workspace and f.id = @file and f.ask = @ask and {Me.MaySee("f.ask")}
            """, new { me.Workspace, ask, file, me.Sees, me.Led }) ?? throw Rule.NotVisible();

    /// <summary>Never shown in the page's own origin: a download of bytes, whatever it calls itself.</summary>
    public static IResult Download(Content file) => Results.File(file.Bytes, "application/octet-stream", file.Name);

    /// <summary>Reads at most one byte more than fits, so that a huge upload ends early.</summary>
    public static async Task<byte[]> ReadUpload(Stream upload, CancellationToken stop)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while (kept.Length <= Ask.LargestFile && (read = await upload.ReadAsync(buffer, stop)) > 0)
            kept.Write(buffer, 0, read);
        return kept.ToArray();
    }
}

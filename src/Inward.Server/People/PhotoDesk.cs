using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>Showing one's picture, and removing it.</summary>
public static class PhotoDesk
{
    public sealed record Photo(string Type, string Hash, byte[] Content);

    public static async Task<Picture> Show(Unit unit, Me me, Id id, int? version, byte[] sent)
    {
        var person = await unit.Person(me.Workspace, id) ?? throw Rule.NotVisible();
        person.CheckShows(me.Person);
        Rule.Fresh(version, person.Version);
        var picture = Picture.Of(sent);
        unit.Write("""
            insert into person_photo (workspace, person, type, hash, content, at) values (@Workspace, @id, @Type, @Hash, @Bytes, @Now)
            on conflict (workspace, person) do update set type = excluded.type, hash = excluded.hash, content = excluded.content, at = excluded.at
            """, new { unit.Workspace, id, picture.Type, picture.Hash, picture.Bytes, unit.Now });
        unit.Append("person.photo-shown", id, new { picture.Width, picture.Height });
        return picture;
    }

    /// <summary>Where there is none, nothing happens.</summary>
    public static async Task<bool> Remove(Unit unit, Me me, Id id, int? version = null)
    {
        var person = await unit.Person(me.Workspace, id) ?? throw Rule.NotVisible();
        person.CheckRemovesPicture(me.Person, me.Administrator);
        Rule.Fresh(version, person.Version);
        return await Forget(unit, id);
    }

    /// <summary>Whoever leaves is no longer shown.</summary>
    internal static async Task<bool> Forget(Unit unit, Id person)
    {
        if (await unit.Count("select count(*) from person_photo where workspace = @Workspace and person = @person", new { unit.Workspace, person }) == 0)
            return false;
        unit.Write("delete from person_photo where workspace = @Workspace and person = @person", new { unit.Workspace, person });
        unit.Append("person.photo-removed", person, new { });
        return true;
    }

    public static Task<Photo?> PhotoOf(this Session session, Id workspace, Id person) =>
        session.One<Photo>("select type, hash, content from person_photo where workspace = @workspace and person = @person", new { workspace, person });

    /// <summary>Reads at most one byte more than is looked at, so that a huge upload ends early.</summary>
    public static async Task<byte[]> ReadUpload(Stream upload, CancellationToken stop)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while (kept.Length <= Picture.LargestFile && (read = await upload.ReadAsync(buffer, stop)) > 0)
            kept.Write(buffer, 0, read);
        return kept.ToArray();
    }
}

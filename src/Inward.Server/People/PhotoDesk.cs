using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>Showing one's picture, or one's team's, and removing it.</summary>
public static class PhotoDesk
{
    public sealed record Photo(string Type, string Hash, byte[] Content);

    public static async Task<Picture> Show(Unit unit, Me me, Id id, int? version, byte[] sent)
    {
        var person = await unit.Person(me.Workspace, id) ?? throw Rule.NotVisible();
        person.CheckShows(me.Person);
        Rule.Fresh(version, person.Version);
        return Keep(unit, "person", id, Picture.Of(sent));
    }

    public static async Task<Picture> ShowOfTeam(Unit unit, Me me, Id id, int? version, byte[] sent)
    {
        var team = await unit.Team(me.Workspace, id) ?? throw Rule.NotVisible();
        team.CheckShows(me.Teams.Contains(id));
        Rule.Fresh(version, team.Version);
        return Keep(unit, "team", id, Picture.Of(sent));
    }

    /// <summary>Where there is none, nothing happens.</summary>
    public static async Task<bool> Remove(Unit unit, Me me, Id id, int? version = null)
    {
        var person = await unit.Person(me.Workspace, id) ?? throw Rule.NotVisible();
        person.CheckRemovesPicture(me.Person, me.Administrator);
        Rule.Fresh(version, person.Version);
        return await Forget(unit, "person", id);
    }

    /// <summary>Where there is none, nothing happens.</summary>
    public static async Task<bool> RemoveOfTeam(Unit unit, Me me, Id id, int? version = null)
    {
        var team = await unit.Team(me.Workspace, id) ?? throw Rule.NotVisible();
        team.CheckFiller(me.Teams.Contains(id), me.Administrator);
        Rule.Fresh(version, team.Version);
        return await Forget(unit, "team", id);
    }

    /// <summary>Whoever leaves is no longer shown.</summary>
    internal static Task<bool> Forget(Unit unit, Id person) => Forget(unit, "person", person);

    public static Task<Photo?> PhotoOf(this Session session, Id workspace, Id person) =>
        session.One<Photo>("select type, hash, content from person_photo where workspace = @workspace and person = @person", new { workspace, person });

    public static Task<Photo?> PhotoOfTeam(this Session session, Id workspace, Id team) =>
        session.One<Photo>("select type, hash, content from team_photo where workspace = @workspace and team = @team", new { workspace, team });

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

    /// <summary>What a form has sent; nothing where no file was chosen.</summary>
    public static async Task<byte[]> ReadUpload(IFormFile? file, CancellationToken stop)
    {
        if (file is null)
            return [];
        await using var upload = file.OpenReadStream();
        return await ReadUpload(upload, stop);
    }

    /// <param name="of">person or team: so the tables are called, and what happens.</param>
    private static Picture Keep(Unit unit, string of, Id id, Picture picture)
    {
        unit.Write($"""
            insert into {of}_photo (workspace, {of}, type, hash, content, at) values (@Workspace, @id, @Type, @Hash, @Bytes, @Now)
            on conflict (workspace, {of}) do update set type = excluded.type, hash = excluded.hash, content = excluded.content, at = excluded.at
            """, new { unit.Workspace, id, picture.Type, picture.Hash, picture.Bytes, unit.Now });
        unit.Append($"{of}.photo-shown", id, new { picture.Width, picture.Height });
        return picture;
    }

    private static async Task<bool> Forget(Unit unit, string of, Id id)
    {
        if (await unit.Count($"select count(*) from {of}_photo where workspace = @Workspace and {of} = @id", new { unit.Workspace, id }) == 0)
            return false;
        unit.Write($"delete from {of}_photo where workspace = @Workspace and {of} = @id", new { unit.Workspace, id });
        unit.Append($"{of}.photo-removed", id, new { });
        return true;
    }
}

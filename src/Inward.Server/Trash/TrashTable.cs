using System.Text.Json;
using Inward.House;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Trash;

namespace Inward.Server.Trash;

/// <summary>Where the trash is kept. Every question names its owner.</summary>
public static class TrashTable
{
    private const string Columns = "select workspace, id, record, owner, kind, title, deleted_at, ends_at from trash";

    /// <param name="content">All that is needed to have it again.</param>
    /// <param name="about">The colleague a note is about.</param>
    /// <param name="writtenAt">When it was written, where that counts.</param>
    /// <param name="limit">When it would have ended anyway.</param>
    public static void PutInTrash(this Unit unit, Id owner, TrashKind kind, Id record, string title, object content, Id? about = null, DateTimeOffset? writtenAt = null, DateTimeOffset? limit = null)
    {
        var (id, endsAt) = (Id.New(unit.Now), Inward.Trash.Trashed.Until(unit.Now, limit));
        unit.Write("""
            insert into trash (workspace, id, record, owner, kind, title, content, about, written_at, deleted_at, ends_at)
            values (@Workspace, @id, @record, @owner, @kind, @title, @content, @about, @writtenAt, @Now, @endsAt)
            """, new
        {
            unit.Workspace, id, record, owner, kind, title = VerbatimTable.Opening(title, 120), content = JsonSerializer.Serialize(content, content.GetType(), Wire.Json), about, writtenAt, unit.Now, endsAt,
        });
        unit.DoLater(TrashJob.Name, id, new { }, endsAt);
    }

    /// <summary>Mine, what was deleted last first. Private notes are named only to whoever may read notes.</summary>
    public static async Task<(List<Trashed> Rows, string? Next)> Trash(this Session session, Me me, string? after = null, int size = 50)
    {
        var place = Cursor.Id(string.IsNullOrEmpty(after) ? null : after);
        var rows = await session.All<Trashed>($"""
            {Columns} where workspace = @Workspace and owner = @Person {(me.Can("notes") ? "" : "and kind <> 'note'")} {(place is null ? "" : "and id < @place")} order by id desc limit @most
            """, new { me.Workspace, me.Person, place, most = size + 1 });
        return Cursor.Cut(rows, size, last => last.Id.ToString());
    }

    public static Task<Trashed?> Trashed(this Session session, Id workspace, Id id) => session.One<Trashed>($"{Columns} where workspace = @workspace and id = @id", new { workspace, id });

    public static async Task<T> TrashedAs<T>(this Unit unit, Trashed trashed) =>
        JsonSerializer.Deserialize<T>((await unit.One<string>("select content from trash where workspace = @Workspace and id = @Id", new { trashed.Workspace, trashed.Id }))!, Wire.Json)!;

    /// <summary>Takes it out of the trash: it is there again, or it is gone.</summary>
    public static void TakeOut(this Unit unit, Trashed trashed) => unit.Write("delete from trash where workspace = @Workspace and id = @Id", new { trashed.Workspace, trashed.Id }, 1);
}

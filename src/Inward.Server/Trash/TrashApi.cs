using Inward.House;
using Inward.Server.House;
using Inward.Trash;

namespace Inward.Server.Trash;

/// <summary>/api/v1/trash: what I deleted in the last thirty days.</summary>
public static class TrashApi
{
    /// <param name="Kind">draft, note, view, plan or journey.</param>
    /// <param name="Record">What it was, and is again once it is restored.</param>
    /// <param name="EndsAt">Then it is gone.</param>
    public sealed record TrashedOut(Id Id, string Kind, Id Record, string Title, DateTimeOffset DeletedAt, DateTimeOffset EndsAt)
    {
        public static TrashedOut Of(Trashed t) => new(t.Id, t.Kind.ToString().ToLowerInvariant(), t.Record, t.Title, t.DeletedAt, t.EndsAt);
    }

    public static void Map(RouteGroupBuilder api)
    {
        var trash = api.MapGroup("/trash").WithTags("trash");
        trash.MapGet("", async (Door door, string? after, string? limit) =>
        {
            var (rows, next) = await door.Read(s => s.Trash(door.Me, after, Cursor.Size(limit)));
            return door.List(rows.ConvertAll(TrashedOut.Of), next);
        }).WithName("listTrash").WithSummary("What I deleted: drafts, notes (with the scope `notes`), saved views, planned talks, journeys").Produces<Listed<TrashedOut>>();
        trash.MapPost("/{id}/restoring", (Door door, Id id) => door.Change(null, async unit => Reply.Done(TrashedOut.Of(await TrashDesk.Restore(unit, door.Me, id)), 1) with { IsSecret = true }))
            .WithName("restoreTrash").WithSummary("Have it again").Produces<TrashedOut>().ProducesProblem(404).ProducesProblem(409);
        trash.MapDelete("/{id}", (Door door, Id id) => door.Change(null, async unit =>
        {
            await TrashDesk.Delete(unit, door.Me, id);
            return Reply.Nothing();
        })).WithName("emptyTrash").WithSummary("Delete it for good").Produces(204).ProducesProblem(404).ProducesProblem(428);
    }
}

using Inward.House;
using Inward.Lists;
using Inward.Server.House;

namespace Inward.Server.Lists;

/// <summary>/api/v1/views: filters kept under a name, of asks, people and talks.</summary>
public static class ViewsApi
{
    /// <param name="Query">The filters as they stand in an address, such as due=late.</param>
    /// <param name="With">A team that I am in, or the workspace's id for everyone; null keeps it to myself.</param>
    /// <param name="Room">Of which list: asks (when left out), people or talks.</param>
    public sealed record ViewIn(string? Name, string? Query, Id? With = null, string? Room = null);

    public sealed record SharingIn(Id? With);

    /// <param name="With">With whom it is shared: a team, or the workspace for everyone.</param>
    public sealed record ViewOut(Id Id, string Room, string Name, string Query, Named By, Id? With)
    {
        public static ViewOut Of(ViewRow row) => new(row.Id, Word(row.Room), row.Name, row.Query, new Named(row.Owner, row.OwnerName), row.SharedWith);

        public static ViewOut Of(SavedView view, Me me) => new(view.Id, Word(view.Room), view.Name, view.Query, new Named(me.Person, me.Name), view.With);

        private static string Word(ListRoom room) => room.ToString().ToLowerInvariant();
    }

    public static void Map(RouteGroupBuilder api)
    {
        var views = api.MapGroup("/views").WithTags("views");
        views.MapGet("", async (Door door, string? shared, string? room) =>
        {
            var of = Query.Word<ListRoom>("room", room);
            var rows = await door.Read(s => Query.Flag("shared", shared) ? SavedViews.SharedWithMe(s, door.Me) : SavedViews.Mine(s, door.Me));
            return door.List([.. rows.Where(r => of is null || r.Room == of).Select(ViewOut.Of)], null);
        }).WithName("listViews").WithSummary("My saved views, or those of one `room`; with `shared=true` those that colleagues share with me").Produces<Listed<ViewOut>>();
        views.MapPost("", (Door door, ViewIn body) => door.Change(body, unit =>
        {
            var view = SavedViews.Keep(unit, door.Me, Query.Word<ListRoom>("room", body.Room) ?? ListRoom.Asks, body.Name, body.Query, body.With);
            return Task.FromResult(Reply.Created($"/api/v1/views/{view.Id}", ViewOut.Of(view, door.Me), 1));
        })).WithName("saveView").WithSummary("Keep filters under a name").Produces<ViewOut>(201);
        views.MapPost("/{id}/sharing", (Door door, Id id, SharingIn body) => door.Change(body, async unit =>
            Reply.Done(ViewOut.Of(await SavedViews.Share(unit, door.Me, id, body.With), door.Me), 1)))
            .WithName("shareView").WithSummary("Share one of my views with a team of mine or everyone, or keep it to myself again").Produces<ViewOut>();
        views.MapDelete("/{id}", (Door door, Id id) => door.Change(null, async unit =>
        {
            await SavedViews.Remove(unit, door.Me, id);
            return Reply.Nothing();
        })).WithName("removeView").WithSummary("Remove a saved view").Produces(204);
    }
}

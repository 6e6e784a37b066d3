using Inward.Asks;
using Inward.House;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;

namespace Inward.Server.Asks;

/// <summary>/api/v1/asks/bulk: one move for many asks, looked at first and taken back within half an hour.</summary>
public static class BulkApi
{
    /// <summary>What a request does before the job goes on.</summary>
    internal static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);

    /// <param name="Why">Why these asks are passed over.</param>
    /// <param name="Asks">Up to 200 of them.</param>
    public sealed record PassedOverOut(string Why, int Count, IReadOnlyList<AskNamed> Asks)
    {
        public static IReadOnlyList<PassedOverOut> Of(IEnumerable<PassedOver> all, Tongue t) => [.. all.Select(p => new PassedOverOut(t[p.Why], p.Count, p.Asks))];
    }

    /// <param name="Found">How many asks it is about.</param>
    /// <param name="Possible">For how many it would be done now.</param>
    public sealed record BulkPreviewOut(int Found, int Possible, IReadOnlyList<PassedOverOut> Skipped);

    /// <param name="Waiting">What is still to be dealt with: ask again.</param>
    /// <param name="Left">What has moved on since, and was not taken back.</param>
    public sealed record BulkOut(
        Id Id, string Move, string? Text, DateOnly? By, DateTimeOffset MadeAt, DateTimeOffset UndoUntil, DateTimeOffset? UndoneAt, int Total, int Done, int Waiting, int Undone,
        IReadOnlyList<PassedOverOut> Skipped, IReadOnlyList<PassedOverOut> Left)
    {
        public static BulkOut Of(BulkResult r, Tongue t) => new(
            r.Change.Id, r.Change.Move, r.Change.Text, r.Change.By, r.Change.MadeAt, r.Change.UndoUntil, r.Change.UndoneAt, r.Total, r.Done, r.Waiting, r.Undone,
            PassedOverOut.Of(r.SkippedFor, t), PassedOverOut.Of(r.LeftFor, t));
    }

    public sealed record BulkRowOut(Id Id, string Move, DateTimeOffset MadeAt, DateTimeOffset UndoUntil, DateTimeOffset? UndoneAt);

    public static void Map(RouteGroupBuilder api)
    {
        var bulk = api.MapGroup("/asks/bulk").WithTags("asks");
        bulk.MapGet("", async (Door door) => door.List([.. (await door.Read(s => s.BulksOf(door.Me))).Select(b => new BulkRowOut(b.Id, b.Move, b.MadeAt, b.UndoUntil, b.UndoneAt))], null))
            .WithName("listBulk").WithSummary("My last bulk changes").Produces<Listed<BulkRowOut>>();
        bulk.MapPost("/preview", async (Door door, BulkAsked body) =>
        {
            var preview = await door.Read(s => BulkDesk.Preview(s, door.Me, body, door.Now));
            return Results.Json(new BulkPreviewOut(preview.Found, preview.Possible, PassedOverOut.Of(PassedOver.Of(preview.Skipped), door.T)), Wire.Json);
        }).WithName("previewBulk").WithSummary("What one move on all results of a `filter`, or on these `asks`, would do; nothing is changed").Produces<BulkPreviewOut>();
        bulk.MapPost("", async (Door door, BulkAsked body, Store store, TimeProvider clock) =>
        {
            Id made = default;
            var reply = await door.Change(body, async unit =>
            {
                made = (await BulkDesk.Make(unit, door.Me, body)).Id;
                return Reply.Created($"/api/v1/asks/bulk/{made}", BulkOut.Of(await BulkResult.Of(unit, door.Me, made), door.T), 1);
            });
            if (made != default)
                await BulkDesk.Go(store, clock, door.Me.Workspace, made, AtOnce);
            return reply;
        }).WithName("bulkChange").WithSummary("Make one move on all results of a `filter`, or on these `asks`; read it again to see how far it has come").Produces<BulkOut>(201);
        bulk.MapGet("/{id}", async (Door door, Id id) => Results.Json(BulkOut.Of(await door.Read(s => BulkResult.Of(s, door.Me, id)), door.T), Wire.Json))
            .WithName("readBulk").WithSummary("One of my bulk changes, and what was passed over and why").Produces<BulkOut>();
        bulk.MapPost("/{id}/undoing", async (Door door, Id id, Store store, TimeProvider clock) =>
        {
            var reply = await door.Change(null, async unit =>
            {
                await BulkDesk.Undo(unit, door.Me, id);
                return Reply.Done(BulkOut.Of(await BulkResult.Of(unit, door.Me, id), door.T), 1);
            });
            await BulkDesk.Go(store, clock, door.Me.Workspace, id, AtOnce);
            return reply;
        }).WithName("undoBulk").WithSummary("Take a bulk change back, within thirty minutes; asks that moved on since are left").Produces<BulkOut>();
    }
}

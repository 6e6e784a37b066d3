using Inward.Server.Asks;
using Inward.Server.Conversations;
using Inward.Server.House;

namespace Inward.Server.Today;

public static class TodayApi
{
    /// <summary>What today holds: each list in the order of the page.</summary>
    /// <param name="Promises">What I promised in talks and still owe.</param>
    public sealed record TodayOut(
        IReadOnlyList<AskRowOut> ToAnswer, IReadOnlyList<AskRowOut> Owed, IReadOnlyList<AskRowOut> Waiting, IReadOnlyList<AskRowOut> ToTell, IReadOnlyList<AskRowOut> ToThank,
        IReadOnlyList<NotesAskedOut> NotesAsked, IReadOnlyList<PromiseInTalk> Promises);

    /// <summary>A colleague asks for my notes about them; only told to a token with the scope notes.</summary>
    /// <param name="Until">Until then I release or delete them; what is left is deleted.</param>
    public sealed record NotesAskedOut(Named About, long Count, DateTimeOffset Until);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/today", async (Door door) =>
        {
            var day = await door.Read(s => MyDay.Ask(s, door.Me, door.Today));
            return Results.Json(new TodayOut(Out(day.ToAnswer), Out(day.Owed), Out(day.Waiting), Out(day.ToTell), Out(day.ToThank),
                [.. day.NotesAsked.Select(n => new NotesAskedOut(new Named(n.About, n.Name), n.Count, n.Until))], day.Promises), Wire.Json);
        }).WithTags("today").WithName("today").WithSummary("What today holds for me").Produces<TodayOut>();

        api.MapGet("/search", async (Door door, string? q, string? kind) =>
            door.List([.. (await door.Read(s => Search.Ask(s, door.Me, q, string.IsNullOrWhiteSpace(kind) ? null : kind))).Select(f => new FoundOut(f.Record, f.Kind, f.Title, f.At))], null))
            .WithTags("search").WithName("search").WithSummary("Search everything I may see, newest first").Produces<Listed<FoundOut>>();
    }

    public sealed record FoundOut(Inward.House.Id Id, string Kind, string Title, DateTimeOffset At);

    private static IReadOnlyList<AskRowOut> Out(IReadOnlyList<AskRow> rows) => [.. rows.Select(AskRowOut.Of)];
}

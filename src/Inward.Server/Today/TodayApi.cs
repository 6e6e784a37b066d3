using Inward.House;
using Inward.Server.Asks;
using Inward.Server.Conversations;
using Inward.Server.Handovers;
using Inward.Server.House;
using Inward.Server.Objectives;
using Inward.Server.People;
using Inward.Server.Recorded;

namespace Inward.Server.Today;

public static class TodayApi
{
    /// <summary>What today holds: each list in the order of the page.</summary>
    /// <param name="Promises">What I promised in talks and still owe.</param>
    /// <param name="Advice">Objectives on which I am asked for advice and have not answered.</param>
    /// <param name="Suggestions">What is suggested for my page or my team's, and what became of what I suggested in the last three days.</param>
    public sealed record TodayOut(
        IReadOnlyList<AskRowOut> ToAnswer, IReadOnlyList<AskRowOut> Owed, IReadOnlyList<AskRowOut> Waiting, IReadOnlyList<AskRowOut> ToTell, IReadOnlyList<AskRowOut> ToThank,
        IReadOnlyList<NotesAskedOut> NotesAsked, IReadOnlyList<PromiseInTalk> Promises, IReadOnlyList<DisputedTalk> Disputed, IReadOnlyList<MovedOut> Moved,
        IReadOnlyList<SuggestionsApi.SuggestionOut> Suggestions, IReadOnlyList<WaitingHandover> Handovers, IReadOnlyList<IdeaOfToday> Ideas, IReadOnlyList<AdviceWaiting> Advice);

    /// <summary>An idea that waits for my answer, or one of mine (or that I want too) that was answered in the last three days.</summary>
    /// <param name="Says">In the reader's language.</param>
    public sealed record IdeaOfToday(Id Id, string Text, bool WaitsForMe, DateOnly AnswerBy, bool Overdue, string Says);

    /// <summary>What somebody else did in the last three days with what is mine.</summary>
    /// <param name="On">The ask, or the thank-you (`thanks.given`).</param>
    /// <param name="Who">Null where Inward itself did it.</param>
    /// <param name="Says">In the reader's language.</param>
    public sealed record MovedOut(Id On, string What, string Kind, Named? Who, string Says, DateTimeOffset At);

    /// <summary>A colleague asks for my notes about them; only told to a token with the scope notes.</summary>
    /// <param name="Until">Until then I release or delete them; what is left is deleted.</param>
    public sealed record NotesAskedOut(Named About, long Count, DateTimeOffset Until);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/today", async (Door door) =>
        {
            var day = await door.Read(s => MyDay.Ask(s, door.Me, door.Today, door.Now - MyDay.News));
            return Results.Json(new TodayOut(Out(day.ToAnswer), Out(day.Owed), Out(day.Waiting), Out(day.ToTell), Out(day.ToThank),
                [.. day.NotesAsked.Select(n => new NotesAskedOut(new Named(n.About, n.Name), n.Count, n.Until))], day.Promises, day.Disputed,
                [.. day.Moved.Select(m => new MovedOut(m.On, m.What, m.Happening.Kind, Named.Maybe(m.Who, m.Name), m.Says(door.T), m.Happening.At))],
                [.. day.Suggestions.Select(SuggestionsApi.SuggestionOut.Of)], day.Handovers,
                [.. day.Ideas.Select(i => new IdeaOfToday(i.Idea.Id, i.Idea.Text, i.WaitsForMe, i.Idea.DueOn, i.Idea.IsOverdue(i.Today), i.Says(door.T)))], day.Advice), Wire.Json);
        }).WithTags("today").WithName("today").WithSummary("What today holds for me").Produces<TodayOut>();

        api.MapGet("/search", async (Door door, string? q, string? kind) =>
            door.List([.. (await door.Read(s => Search.Ask(s, door.Me, q, string.IsNullOrWhiteSpace(kind) ? null : kind))).Select(f => new FoundOut(f.Record, f.Kind, f.Title, f.At))], null))
            .WithTags("search").WithName("search").WithSummary("Search everything I may see, newest first").Produces<Listed<FoundOut>>();
    }

    public sealed record FoundOut(Id Id, string Kind, string Title, DateTimeOffset At);

    private static IReadOnlyList<AskRowOut> Out(IReadOnlyList<AskRow> rows) => [.. rows.Select(AskRowOut.Of)];
}

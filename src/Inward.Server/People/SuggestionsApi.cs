using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>/api/v1/suggestions: answers that colleagues suggest for one another's pages.</summary>
public static class SuggestionsApi
{
    /// <param name="State">open, accepted, changed, declined or withdrawn.</param>
    /// <param name="Reply">A kind word with a no.</param>
    public sealed record SuggestionOut(
        Id Id, Named About, bool Team, WordsQuestion Question, string Words, Named By, DateTimeOffset At, SuggestionState State, string? Reply, Named? AnsweredBy, DateTimeOffset? AnsweredAt, int Version)
    {
        public static SuggestionOut Of(SuggestionRow r) => new(r.Id, new Named(r.About, r.AboutName), r.IsTeam, r.Question, r.Words, new Named(r.Author, r.AuthorName), r.At, r.State,
            r.Reply, Named.Maybe(r.AnsweredBy, r.AnsweredByName), r.AnsweredAt, r.Version);
    }

    /// <param name="Words">How it shall stand there; as it was suggested when it is left out.</param>
    public sealed record AcceptanceIn(string? Words);

    /// <param name="Reply">A kind word, if you like.</param>
    public sealed record DeclineIn(string? Reply);

    public static void Map(RouteGroupBuilder api)
    {
        var suggestions = api.MapGroup("/suggestions").WithTags("suggestions");
        suggestions.MapGet("/", List).WithName("listSuggestions").WithSummary("Suggestions that I made or that are mine to answer, newest first; by `about`, `by` and `state`").Produces<Listed<SuggestionOut>>().ProducesProblem(422);
        suggestions.MapGet("/{id}", (Door door, Id id) => door.Show(session => Shown(session, door.Me, id)))
            .WithName("readSuggestion").WithSummary("One suggestion, and what became of it").Produces<SuggestionOut>().ProducesProblem(404);
        suggestions.MapPost("/", (Door door, SuggestionTold body) => door.Change(body, async unit =>
        {
            var made = await SuggestionDesk.Suggest(unit, door.Me, body);
            return Reply.Created($"/api/v1/suggestions/{made.Id}", (await Shown(unit, door.Me, made.Id)).Suggestion, made.Version);
        })).WithName("suggestAnswer").WithSummary("Suggests an answer for a colleague's page, or a team's").Produces<SuggestionOut>(201).ProducesProblem(409).ProducesProblem(422);
        suggestions.MapPost("/{id}/acceptance", (Door door, Id id, AcceptanceIn? body) => Answer(door, id, body, unit => SuggestionDesk.Accept(unit, door.Me, id, door.IfMatch(), body?.Words)))
            .WithName("acceptSuggestion").WithSummary("Puts it on my page, or my team's, in these words or in others").Produces<SuggestionOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        suggestions.MapPost("/{id}/decline", (Door door, Id id, DeclineIn? body) => Answer(door, id, body, unit => SuggestionDesk.Decline(unit, door.Me, id, door.IfMatch(), body?.Reply)))
            .WithName("declineSuggestion").WithSummary("Says no to it, kindly").Produces<SuggestionOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        suggestions.MapPost("/{id}/withdrawal", (Door door, Id id) => Answer(door, id, null, unit => SuggestionDesk.Withdraw(unit, door.Me, id, door.IfMatch())))
            .WithName("withdrawSuggestion").WithSummary("Takes back what I suggested").Produces<SuggestionOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> List(Door door, string? about, string? by, string? state, string? after, string? limit)
    {
        var filter = new SuggestionFilter(Query.Id("about", about), Query.Id("by", by), Query.Word<SuggestionState>("state", state));
        var (rows, next) = await door.Read(session => session.Suggestions(door.Me, filter, after, Cursor.Size(limit)));
        return door.List(rows.ConvertAll(SuggestionOut.Of), next);
    }

    private static Task<IResult> Answer(Door door, Id id, object? body, Func<Unit, Task<Suggestion>> answer) => door.Edit(body, async unit =>
    {
        var answered = await answer(unit);
        return Reply.Done((await Shown(unit, door.Me, id)).Suggestion, answered.Version);
    }, session => Shown(session, door.Me, id));

    private static async Task<(SuggestionOut Suggestion, int Version)> Shown(Session session, Me me, Id id)
    {
        var row = await session.SuggestionShown(me, id) ?? throw Rule.NotVisible();
        return (SuggestionOut.Of(row), row.Version);
    }
}

using Inward.Asks;
using Inward.House;
using Inward.Server.Asks;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Ideas;

/// <summary>/api/v1/ideas.</summary>
public static class IdeaApi
{
    /// <param name="Ask">What is asked of whom, and sent at once; a draft is kept when it is left out.</param>
    public sealed record AdoptionIn(string? Reason = null, AskApi.AskIn? Ask = null);

    public sealed record ReasonIn(string? Reason = null);

    public sealed record LaterIn(DateOnly? Until = null, string? Reason = null);

    public sealed record CommentIn(string? Text);

    /// <param name="Into">The idea that stays.</param>
    public sealed record MergingIn(Id? Into);

    /// <param name="Person">Whose idea it is, where the line is about several.</param>
    public sealed record ItemIn(Id? Person = null);

    public static void Map(RouteGroupBuilder api)
    {
        var ideas = api.MapGroup("/ideas").WithTags("ideas");
        ideas.MapGet("/", async (Door door, string? show, string? about, string? wanted, string? q, string? after, string? limit) =>
        {
            var filter = IdeaFilter.Typed(show, about, wanted, q);
            var (rows, next) = await door.Read(session => IdeaList.Ask(session, door.Me, filter, door.Today, after, Cursor.Size(limit)));
            return door.List(rows.ConvertAll(IdeaRowOut.Of), next);
        }).WithName("listIdeas").WithSummary("Ideas, the newest first; by `show` (answer, mine, waiting, later, adopted, declined), `about`, `wanted` and words").Produces<Listed<IdeaRowOut>>().ProducesProblem(422);
        ideas.MapPost("/", (Door door, IdeaTold body) => door.Change(body, async unit =>
        {
            var idea = await IdeaDesk.Share(unit, door.Me, body);
            var (shown, version) = await Shown(unit, door, idea.Id);
            return Reply.Created($"/api/v1/ideas/{idea.Id}", shown, version);
        })).WithName("shareIdea").WithSummary("Share an idea, about an ask, a sale, a stage, a talk, an objective or about nothing; somebody answers it by a day").Produces<IdeaOut>(201).ProducesProblem(422);
        IdeasCsv.Map(ideas);
        ideas.MapGet("/{id}", (Door door, Id id) => door.Show(session => Shown(session, door, id)))
            .WithName("readIdea").WithSummary("One idea, with who wants it too and the line to its result; one that went into another names that as `root`").Produces<IdeaOut>().ProducesProblem(404);
        Said(ideas.MapPost("/{id}/wanting", (Door door, Id id) => Moved(door, id, null, unit => IdeaDesk.Want(unit, door.Me, id))), "wantIdea", "I'd want that too");
        ideas.MapDelete("/{id}/wanting", (Door door, Id id) => Moved(door, id, null, unit => IdeaDesk.WantNoMore(unit, door.Me, id)))
            .WithName("wantIdeaNoMore").WithSummary("Take back that I want it too").Produces<IdeaOut>().ProducesProblem(404).ProducesProblem(428);
        Said(ideas.MapPost("/{id}/comments", (Door door, Id id, CommentIn body) => Moved(door, id, body, unit => IdeaDesk.Comment(unit, door.Me, id, body.Text))), "commentIdea", "Say something to an idea");
        Said(ideas.MapPost("/{id}/adoption", (Door door, Id id, AdoptionIn? body) => Moved(door, id, body, unit => IdeaDesk.Adopt(unit, door.Me, id, door.IfMatch(), body?.Reason, body?.Ask?.Asking()))), "adoptIdea", "Adopt an idea: it becomes an ask, sent at once or kept as a draft");
        Said(ideas.MapPost("/{id}/declining", (Door door, Id id, ReasonIn? body) => Moved(door, id, body, unit => IdeaDesk.Decline(unit, door.Me, id, door.IfMatch(), body?.Reason))), "declineIdea", "Decline an idea, and say why to everybody who wanted it");
        Said(ideas.MapPost("/{id}/putting-off", (Door door, Id id, LaterIn? body) => Moved(door, id, body, unit => IdeaDesk.PutOff(unit, door.Me, id, door.IfMatch(), body?.Until, body?.Reason))), "putIdeaOff", "Not now: it waits again from a day on");
        Said(ideas.MapPost("/{id}/merging", (Door door, Id id, MergingIn? body) => Moved(door, id, body, unit => SameIdea.Merge(unit, door.Me, id, door.IfMatch(), body?.Into))), "mergeIdea", "Say that it is the same as another, into which it goes");
        Said(ideas.MapPost("/{id}/parting", (Door door, Id id) => Moved(door, id, null, unit => SameIdea.Part(unit, door.Me, id, door.IfMatch()))), "partIdea", "Part it again from the idea it went into");
        Said(ideas.MapPost("/{id}/withdrawal", (Door door, Id id, ReasonIn? body) => Moved(door, id, body, unit => IdeaDesk.Withdraw(unit, door.Me, id, door.IfMatch(), body?.Reason))), "withdrawIdea", "Take my idea back while nobody has decided");
        Said(ideas.MapPost("/{id}/opening", (Door door, Id id) => Moved(door, id, null, unit => IdeaDesk.Open(unit, door.Me, id, door.IfMatch()))), "openIdea", "Let everybody read my private idea");
        api.MapPost("/conversations/{id}/items/{n}/idea", (Door door, Id id, int n, ItemIn? body) => door.Change(body, async unit =>
        {
            var idea = await IdeaDesk.TakeUp(unit, door.Me, id, n, body?.Person);
            var (shown, version) = await Shown(unit, door, idea.Id);
            return Reply.Created($"/api/v1/ideas/{idea.Id}", shown, version);
        })).WithTags("conversations").WithName("shareItem").WithSummary("A line of a talk becomes an idea of the colleague who had it").Produces<IdeaOut>(201).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static void Said(RouteHandlerBuilder move, string name, string summary) =>
        move.WithName(name).WithSummary(summary).Produces<IdeaOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);

    private static Task<IResult> Moved(Door door, Id id, object? body, Func<Unit, Task> move) => door.Edit(body, async unit =>
    {
        await move(unit);
        var (shown, version) = await Shown(unit, door, id);
        return Reply.Done(shown, version);
    }, session => Shown(session, door, id));

    private static async Task<(IdeaOut, int)> Shown(Session session, Door door, Id id)
    {
        var seen = await IdeaSeen.Of(session, door.Me, id, door.Today);
        return (IdeaOut.Of(seen, door.Me), seen.Idea.Version);
    }
}

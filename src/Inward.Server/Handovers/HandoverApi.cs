using System.Text.Json;
using Inward.Handovers;
using Inward.House;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Handovers;

/// <summary>/api/v1/sales/{id}/promises and /handovers: what a customer was promised, and how it goes from hand to hand.</summary>
public static class HandoverApi
{
    /// <param name="By">The day the customer was told; null when none was.</param>
    /// <param name="State">open, kept or letgo.</param>
    /// <param name="Note">What was said when it was kept, or why it was let go.</param>
    public sealed record PromiseOut(Id Id, string What, DateOnly? By, Named SaidBy, DateOnly SaidOn, bool Spoken, string State, bool Late, Named? SettledBy, DateTimeOffset? SettledAt, string? Note, int Version)
    {
        public static PromiseOut Of(CustomerPromise p, HandoversSeen seen, DateOnly today) => new(p.Id, p.What, p.By, seen.Named(p.SaidBy), p.SaidOn, p.Spoken,
            p.Settled is null ? "open" : p.Settled.Kept ? "kept" : "letgo", p.IsLate(today), p.Settled is { } by ? seen.Named(by.By) : null, p.Settled?.At, p.Settled?.Note, p.Version);
    }

    public sealed record QueryOut(string Question, Named By, DateTimeOffset At, string? Answer, Named? AnsweredBy, DateTimeOffset? AnsweredAt);

    /// <param name="State">waiting for the team, queried (waiting for an answer), or accepted.</param>
    public sealed record ItemOut(Id Promise, string What, string State, Named? AcceptedBy, DateTimeOffset? AcceptedAt, IReadOnlyList<QueryOut> Queries)
    {
        public static ItemOut Of(HandedOver item, HandoversSeen seen) => new(item.Promise, seen.What(item.Promise), item.Accepted is not null ? "accepted" : item.IsQueried ? "queried" : "waiting",
            item.Accepted is { } taken ? seen.Named(taken.By) : null, item.Accepted?.At,
            [.. item.Queries.Select(q => new QueryOut(q.Question, seen.Named(q.By), q.At, q.Answer?.Text, q.Answer is { } told ? seen.Named(told.By) : null, q.Answer?.At))]);
    }

    public sealed record HandoverOut(Id Id, Named? From, Named To, Named By, DateTimeOffset At, string? Note, bool Open, DateTimeOffset? TakenBackAt, IReadOnlyList<ItemOut> Items, int Version)
    {
        public static HandoverOut Of(Handover h, HandoversSeen seen) => new(h.Id, h.From is { } from ? seen.Named(from) : null, seen.Named(h.To), seen.Named(h.By), h.At, h.Note, h.IsOpen, h.TakenBackAt,
            [.. h.Items.Select(item => ItemOut.Of(item, seen))], h.Version);
    }

    public sealed record NoteIn(string? Note = null);

    public sealed record ReasonIn(string? Reason);

    public sealed record HandoverIn(Id? Team, string? Note = null);

    /// <param name="Promises">Left out: all that wait for the team.</param>
    public sealed record AcceptanceIn(IReadOnlyList<Id>? Promises = null);

    public sealed record QueryIn(Id? Promise, string? Question);

    public sealed record AnswerIn(Id? Promise, string? Text);

    public static void Map(RouteGroupBuilder api)
    {
        var promises = api.MapGroup("/sales/{id}/promises").WithTags("sales");
        promises.MapGet("", async (Door door, Id id) =>
        {
            var seen = await Seen(door, id);
            return door.List(seen.Promises.Select(p => PromiseOut.Of(p, seen, door.Today)).ToList(), null);
        }).WithName("listCustomerPromises").WithSummary("What the customer was promised in a sale, spoken ones too").Produces<Listed<PromiseOut>>().ProducesProblem(404);
        promises.MapGet("/{promise}", (Door door, Id id, Id promise) => door.Show(session => Shown(session, door, id, promise))).WithName("getCustomerPromise").WithSummary("One promise").Produces<PromiseOut>().ProducesProblem(404);
        promises.MapPost("", (Door door, Id id, CustomerPromiseTold body) => door.Change(body, async unit =>
        {
            var made = await HandoverDesk.Promise(unit, door.Me, id, body);
            return Reply.Created($"/api/v1/sales/{id}/promises/{made.Id}", (await Shown(unit, door, id, made.Id)).Promise, made.Version);
        })).WithName("promiseCustomer").WithSummary("Writes down what the customer was promised").Produces<PromiseOut>(201).ProducesProblem(404).ProducesProblem(422);
        promises.MapPatch("/{promise}", (Door door, Id id, Id promise, JsonElement body) => door.Edit(body, async unit =>
        {
            await HandoverDesk.Retell(unit, door.Me, (id, promise), door.IfMatch(), now => Patch.Over(now, body));
            return await Told(unit, door, id, promise);
        }, session => Shown(session, door, id, promise))).Accepts<CustomerPromiseTold>("application/json", "application/merge-patch+json").WithName("changeCustomerPromise").WithSummary("Changes what is named, while it is open")
            .Produces<PromiseOut>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        promises.MapPost("/{promise}/keeping", (Door door, Id id, Id promise, NoteIn body) => Settle(door, (id, promise), body, unit => HandoverDesk.Keep(unit, door.Me, (id, promise), door.IfMatch(), body.Note)))
            .WithName("keepCustomerPromise").WithSummary("It was kept").Produces<PromiseOut>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
        promises.MapPost("/{promise}/release", (Door door, Id id, Id promise, ReasonIn body) => Settle(door, (id, promise), body, unit => HandoverDesk.LetGo(unit, door.Me, (id, promise), door.IfMatch(), body.Reason)))
            .WithName("letGoCustomerPromise").WithSummary("It is let go, with the reason that the customer knows").Produces<PromiseOut>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
        promises.MapPost("/{promise}/reopening", (Door door, Id id, Id promise) => Settle(door, (id, promise), null, unit => HandoverDesk.Reopen(unit, door.Me, (id, promise), door.IfMatch())))
            .WithName("reopenCustomerPromise").WithSummary("It was a slip: it is open again").Produces<PromiseOut>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
        MapHandovers(api.MapGroup("/sales/{id}/handovers").WithTags("sales"));
    }

    private static void MapHandovers(RouteGroupBuilder handovers)
    {
        handovers.MapGet("", async (Door door, Id id) =>
        {
            var seen = await Seen(door, id);
            return door.List(seen.Handovers.Select(h => HandoverOut.Of(h, seen)).ToList(), null);
        }).WithName("listHandovers").WithSummary("Through whose hands a sale went, the newest first").Produces<Listed<HandoverOut>>().ProducesProblem(404);
        handovers.MapPost("", (Door door, Id id, HandoverIn body) => door.Change(body, async unit =>
        {
            var handover = await HandoverDesk.HandOver(unit, door.Me, id, body.Team, body.Note);
            return Reply.Created($"/api/v1/sales/{id}/handovers", await Handed(unit, door, handover), handover.Version);
        })).WithName("handOver").WithSummary("Gives a sale into another team's hands, with every open promise to the customer").Produces<HandoverOut>(201).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        handovers.MapPost("/{handover}/acceptance", (Door door, Id id, Id handover, AcceptanceIn body) => Move(door, body, unit => HandoverDesk.Accept(unit, door.Me, (id, handover), door.IfMatch(), body.Promises)))
            .WithName("acceptHandover").WithSummary("Takes promises over (somebody of the team)").Produces<HandoverOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
        handovers.MapPost("/{handover}/query", (Door door, Id id, Id handover, QueryIn body) => Move(door, body, unit => HandoverDesk.Query(unit, door.Me, (id, handover), door.IfMatch(), body.Promise ?? default, body.Question)))
            .WithName("queryHandover").WithSummary("Asks about a promise before taking it over (somebody of the team)").Produces<HandoverOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
        handovers.MapPost("/{handover}/answer", (Door door, Id id, Id handover, AnswerIn body) => Move(door, body, unit => HandoverDesk.Answer(unit, door.Me, (id, handover), door.IfMatch(), body.Promise ?? default, body.Text)))
            .WithName("answerHandover").WithSummary("Answers a question (whoever handed over, or the owner of the sale)").Produces<HandoverOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
        handovers.MapPost("/{handover}/withdrawal", (Door door, Id id, Id handover) => Move(door, null, unit => HandoverDesk.TakeBack(unit, door.Me, (id, handover), door.IfMatch())))
            .WithName("takeHandoverBack").WithSummary("Takes the handover back (whoever handed over, or the owner of the sale)").Produces<HandoverOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
    }

    private static Task<IResult> Settle(Door door, (Id Sale, Id Promise) which, object? body, Func<Unit, Task<CustomerPromise>> settle) => door.Change(body, async unit =>
    {
        await settle(unit);
        return await Told(unit, door, which.Sale, which.Promise);
    });

    private static Task<IResult> Move(Door door, object? body, Func<Unit, Task<Handover>> move) => door.Change(body, async unit =>
    {
        var moved = await move(unit);
        return Reply.Done(await Handed(unit, door, moved), moved.Version);
    });

    private static Task<HandoversSeen> Seen(Door door, Id sale) => door.Read(async session =>
    {
        _ = await session.Sale(door.Me.Workspace, sale) ?? throw Rule.NotVisible();
        return await HandoversSeen.Of(session, door.Me, sale);
    });

    private static async Task<(PromiseOut Promise, int Version)> Shown(Session session, Door door, Id sale, Id id)
    {
        var seen = await HandoversSeen.Of(session, door.Me, sale);
        var promise = seen.Promises.FirstOrDefault(p => p.Id == id) ?? throw Rule.NotVisible();
        return (PromiseOut.Of(promise, seen, door.Today), promise.Version);
    }

    private static async Task<Reply> Told(Unit unit, Door door, Id sale, Id id)
    {
        var (promise, version) = await Shown(unit, door, sale, id);
        return Reply.Done(promise, version);
    }

    private static async Task<HandoverOut> Handed(Unit unit, Door door, Handover handover) => HandoverOut.Of(handover, await HandoversSeen.Of(unit, door.Me, handover.Sale));
}

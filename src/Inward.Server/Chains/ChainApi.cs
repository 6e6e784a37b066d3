using Inward.Chains;
using Inward.House;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Chains;

/// <summary>/api/v1/sales/{id}/chain: what follows a sale, and what its customer may see of it.</summary>
public static class ChainApi
{
    /// <param name="State">That of its ask; or skipped, undecided (its question is open), unasked.</param>
    /// <param name="From">As things stand.</param>
    /// <param name="Basis">What `until` is taken from: planned, promised, delivered or skipped.</param>
    /// <param name="BeforeItsTurn">It is promised for a day on which what it waits for is not over.</param>
    /// <param name="Longest">It is on the longest way, which makes the day of the whole chain.</param>
    public sealed record StepOut(
        Id Id, string Name, string State, Named? Team, Named? Performer, Id? Ask, IReadOnlyList<Named> After, DateOnly From, DateOnly Until, string Basis, bool Late, bool BeforeItsTurn, bool Longest, string? Question, bool? Needed,
        string? Skipped)
    {
        public static StepOut Of(ChainSeen seen, StepSeen s) => new(
            s.Step.Id, s.Step.Step.Name, s.State, s.Team, s.Performer, s.Ask?.Id, [.. s.Step.Step.After.Select(before => new Named(before, seen.Of(before).Step.Step.Name))], s.Dates.Start, s.Dates.End,
            s.Dates.Basis.ToString().ToLowerInvariant(), s.Late, s.Dates.BeforeItsTurn, seen.Schedule.LongestWay.Any(one => one.Id == s.Step.Id), s.Step.Step.Question, s.Step.Answer?.Needed, s.Step.Skipped?.Reason);
    }

    /// <param name="Template">What it is a copy of, as that was called then.</param>
    /// <param name="Until">The day on which all of it is over, as things stand.</param>
    /// <param name="Holds">The next step on the longest way.</param>
    /// <param name="Ended">Why it was ended; null while it goes on.</param>
    public sealed record ChainOut(
        Id Id, string Template, Named By, DateTimeOffset At, DateOnly StartOn, DateOnly Until, IReadOnlyList<PromisedDay> Promised, IReadOnlyList<StepOut> Steps, IReadOnlyList<Named> LongestWay, Named? Holds, string? Ended, int Version)
    {
        public static ChainOut Of(ChainSeen seen) => new(
            seen.Chain.Id, seen.Chain.Template, seen.Begun, seen.Chain.At, seen.Chain.StartOn, seen.Schedule.End, seen.Promised, [.. seen.Steps.Select(step => StepOut.Of(seen, step))],
            [.. seen.Schedule.LongestWay.Select(step => new Named(step.Id, step.Name))], seen.Holds is { Step.Step: var step } ? new Named(step.Id, step.Name) : null, seen.Chain.Ended?.Reason, seen.Chain.Version);
    }

    public sealed record ReasonIn(string? Reason);

    public sealed record AnswerIn(bool? Needed);

    /// <param name="Team">Another team than before.</param>
    public sealed record AskingIn(Id? Team = null);

    /// <param name="OpenedOn">The last day on which somebody opened it.</param>
    /// <param name="Secret">Only in the reply to POST: the customer's address is `/follow/` and this.</param>
    public sealed record LinkOut(Id Id, string Title, string Language, IReadOnlyList<ShownStep> Steps, Named By, DateTimeOffset MadeAt, DateTimeOffset EndsAt, DateTimeOffset? RevokedAt, DateOnly? OpenedOn, bool Open, string? Secret)
    {
        public static LinkOut Of(LinkShown shown, string? secret = null) => new(
            shown.Link.Id, shown.Link.Title, shown.Link.Language, shown.Link.Steps, shown.By, shown.Link.MadeAt, shown.Link.EndsAt, shown.Link.RevokedAt, shown.Link.OpenedOn, shown.IsOpen, secret);
    }

    public static void Map(RouteGroupBuilder api)
    {
        var chain = api.MapGroup("/sales/{id}/chain").WithTags("sales");
        chain.MapGet("", (Door door, Id id) => door.Show(session => Shown(session, door, id))).WithName("getSaleChain").WithSummary("What follows a sale, with its dates as things stand").Produces<ChainOut>().ProducesProblem(404);
        chain.MapPost("", (Door door, Id id, ChainBegun body) => door.Change(body, async unit =>
        {
            var begun = await ChainDesk.Begin(unit, door.Me, id, body);
            return Reply.Created($"/api/v1/sales/{id}/chain", (await Shown(unit, door, id)).Chain, begun.Version);
        })).WithName("beginChain").WithSummary("Begins a chain: a copy of a template, every step asked of its team at once").Produces<ChainOut>(201).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        chain.MapPost("/steps/{step}/skipping", (Door door, Id id, Id step, ReasonIn body) => Steer(door, id, body, unit => ChainDesk.Skip(unit, door.Me, id, step, door.IfMatch(), body.Reason)))
            .WithName("skipStep").WithSummary("This sale goes without a step; its ask is withdrawn").Produces<ChainOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
        chain.MapPost("/steps/{step}/answer", (Door door, Id id, Id step, AnswerIn body) => Steer(door, id, body, unit => ChainDesk.Say(unit, door.Me, id, step, door.IfMatch(), body.Needed)))
            .WithName("answerStep").WithSummary("Answers the question of a step for this sale: yes asks the team").Produces<ChainOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
        chain.MapPost("/steps/{step}/asking", (Door door, Id id, Id step, AskingIn body) => Steer(door, id, body, unit => ChainDesk.Ask(unit, door.Me, id, step, door.IfMatch(), body.Team)))
            .WithName("askStep").WithSummary("Asks a team for a step that nobody is asked for, perhaps another team").Produces<ChainOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
        chain.MapPost("/ending", (Door door, Id id, ReasonIn body) => Steer(door, id, body, unit => ChainDesk.End(unit, door.Me, id, door.IfMatch(), body.Reason)))
            .WithName("endChain").WithSummary("Ends it: whatever nobody has delivered is withdrawn").Produces<ChainOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
        MapLinks(chain.MapGroup("/links"));
    }

    private static void MapLinks(RouteGroupBuilder links)
    {
        links.MapGet("", async (Door door, Id id) => door.List((await door.Read(session => Links(session, door, id))).All.Select(link => LinkOut.Of(link)).ToList(), null))
            .WithName("listChainLinks").WithSummary("Links for the customer, the newest first").Produces<Listed<LinkOut>>().ProducesProblem(404);
        links.MapPost("", (Door door, Id id, ChainLinkTold body) => door.Change(body, async unit =>
        {
            var (link, secret) = await LinkDesk.Make(unit, door.Me, id, body);
            return Reply.Created($"/api/v1/sales/{id}/chain/links", LinkOut.Of(new LinkShown(link, new Named(door.Me.Person, door.Me.Name), true), secret), 1) with { IsSecret = true };
        })).WithName("makeChainLink").WithSummary("Makes a link that shows the customer chosen steps; its secret is told once").Produces<LinkOut>(201).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        links.MapPost("/{link}/revocation", (Door door, Id id, Id link) => door.Change(null, async unit =>
        {
            await LinkDesk.Revoke(unit, door.Me, id, link);
            return Reply.Done(LinkOut.Of((await Links(unit, door, id)).All.First(one => one.Link.Id == link)), 1);
        })).WithName("revokeChainLink").WithSummary("The link opens no more").Produces<LinkOut>().ProducesProblem(404).ProducesProblem(409);
    }

    private static Task<IResult> Steer(Door door, Id sale, object? body, Func<Unit, Task<Chain>> steer) => door.Edit(body, async unit =>
    {
        var steered = await steer(unit);
        return Reply.Done((await Shown(unit, door, sale)).Chain, steered.Version);
    }, session => Shown(session, door, sale));

    private static async Task<(ChainOut Chain, int Version)> Shown(Session session, Door door, Id id)
    {
        var sale = await session.Sale(door.Me.Workspace, id) ?? throw Rule.NotVisible();
        var seen = await ChainSeen.Of(session, door.Me, sale, door.Now) ?? throw Rule.NotVisible();
        return (ChainOut.Of(seen), seen.Chain.Version);
    }

    private static async Task<LinksShown> Links(Session session, Door door, Id id)
    {
        _ = await session.Sale(door.Me.Workspace, id) ?? throw Rule.NotVisible();
        return await session.ChainOf(door.Me.Workspace, id) is { } chain ? await LinksShown.Of(session, door.Me, chain, door.Now) : LinksShown.None;
    }
}

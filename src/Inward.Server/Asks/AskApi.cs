using System.Text.Json;
using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Asks;

/// <summary>Asks for programs: a list, a record, a draft, and every move as a sub-resource of its own name.</summary>
public static class AskApi
{
    /// <param name="Draft">True keeps a draft; it is asked with POST asks/{id}/sending.</param>
    public sealed record AskIn(
        string? What, Id? Performer = null, Id? Team = null, string? Reason = null, string? Effect = null, IReadOnlyList<string>? Conditions = null,
        DateOnly? AnswerBy = null, DateOnly? NeededBy = null, bool Open = false, Id? Verbatim = null, Id? Sale = null, Id? Initiative = null,
        Id? Objective = null, Id? Idea = null, bool Draft = false)
    {
        public Asking Asking() => new(What, Performer, Team, Reason, Effect, Conditions, AnswerBy, NeededBy, Open, Verbatim, Sale, Initiative, Objective, Idea);
    }

    public static void Map(RouteGroupBuilder api)
    {
        var asks = api.MapGroup("/asks").WithTags("asks");
        asks.MapGet("/", List).WithName("listAsks").WithSummary("My asks, by due day. Values of one filter are parted by commas, and one of them is enough; different filters must all fit; of `any=state:blocked,due:late` one is enough").Produces<Listed<AskRowOut>>();
        asks.MapGet("/{id}", (Door door, Id id) => door.Show(async s => await Whole(s, door, id))).WithName("readAsk").WithSummary("One ask with its history").Produces<AskOut>();
        asks.MapPost("/", Ask).WithName("ask").WithSummary("Ask a colleague or a team, or keep a draft").Produces<AskOut>(201);
        asks.MapPut("/{id}", Redraft).WithName("redraft").WithSummary("Change a draft").Produces<AskOut>();
        asks.MapDelete("/{id}", Discard).WithName("discardDraft").WithSummary("Delete a draft").Produces(204);
        foreach (var (name, type) in Move.All)
            MapMove(asks, name, type);
    }

    private static async Task<IResult> List(
        Door door, string? role, string? show, string? state, string? turn, string? due, string? person, string? team, string? sale, string? customer, string? any, string? q, string? after, string? limit)
    {
        var filter = AskFilter.Typed(field => field switch
        {
            "role" => role,
            "show" => show,
            "state" => state,
            "turn" => turn,
            "due" => due,
            "person" => person,
            "team" => team,
            "sale" => sale,
            "customer" => customer,
            "any" => any,
            _ => q,
        });
        var size = int.TryParse(limit, out var number) && number is >= 1 and <= 200 ? number : AskList.PageSize;
        var (rows, next) = await door.Read(s => AskList.Ask(s, door.Me, filter, door.Today, after, size));
        return door.List([.. rows.Select(AskRowOut.Of)], next);
    }

    private static Task<IResult> Ask(Door door, AskIn body) => door.Change(body, async unit =>
    {
        var ask = body.Draft ? await AskDesk.Keep(unit, door.Me, body.Asking()) : await AskDesk.Send(unit, door.Me, body.Asking());
        return Reply.Created($"/api/v1/asks/{ask.Id}", await WholeAsk.OfNew(unit, door.Me, ask), ask.Version);
    });

    private static Task<IResult> Redraft(Door door, Id id, AskIn body) => door.Change(body, async unit =>
    {
        var ask = await AskDesk.Redraft(unit, door.Me, id, body.Asking(), door.IfMatch());
        return Reply.Done(await WholeAsk.Of(unit, door.Me, ask, unit.Now), ask.Version);
    });

    private static Task<IResult> Discard(Door door, Id id) => door.Change(null, async unit =>
    {
        await AskDesk.Discard(unit, door.Me, id, door.IfMatch());
        return Reply.Nothing();
    });

    private static void MapMove(RouteGroupBuilder asks, string name, Type type)
    {
        var hasBody = type.GetConstructors().Any(c => c.GetParameters().Length > 0 && !c.IsPrivate) && type != typeof(ClearingObstacle);
        var route = asks.MapPost($"/{{id}}/{name.Replace("{n}", "{n:int}", StringComparison.Ordinal)}", async (Door door, Id id, HttpRequest request, int? n) =>
        {
            var move = type == typeof(ClearingObstacle) ? new ClearingObstacle(n!.Value) : await Read(request, type, hasBody);
            return await door.Change(move, async unit =>
            {
                var ask = await AskDesk.Move(unit, door.Me, id, move, door.IfMatch());
                var told = move is Delegating ? ask.Children[^1] : id;
                return told == id
                    ? Reply.Done(await WholeAsk.Of(unit, door.Me, ask, unit.Now), ask.Version)
                    : Reply.Created($"/api/v1/asks/{told}", await WholeAsk.Of(unit, door.Me, told, unit.Now), 1);
            });
        }).WithName(NameOf(name)).WithSummary($"Make the move: {name}").Produces<AskOut>(name == "delegation" ? 201 : 200);
        if (hasBody)
            route.Accepts(type, "application/json");
    }

    private static async Task<Move> Read(HttpRequest request, Type type, bool hasBody)
    {
        if (!hasBody || request.ContentLength is null or 0 && !request.Headers.ContainsKey("Transfer-Encoding"))
            return (Move)JsonSerializer.Deserialize("{}", type, Wire.Json)!;
        return (Move?)await JsonSerializer.DeserializeAsync(request.Body, type, Wire.Json, request.HttpContext.RequestAborted)
            ?? throw new JsonException("The body is a JSON object.");
    }

    private static async Task<(AskOut, int)> Whole(Session session, Door door, Id id)
    {
        var ask = await WholeAsk.Of(session, door.Me, id, door.Now);
        return (ask, ask.Version);
    }

    private static string NameOf(string move) => "ask" + string.Concat(move.Split('/', '{', '}').Where(w => w.Length > 1).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
}

/// <summary>A row of a list of asks on the wire.</summary>
public sealed record AskRowOut(
    Id Id, string State, TurnOut? Turn, string What, Id Requester, string RequesterName, Id? Performer, string? PerformerName, Id? Team, string? TeamName,
    DateOnly? AnswerBy, DateOnly? Due, Id? Sale, string? CustomerName, int Obstacles, bool CustomerTold, int Version)
{
    public static AskRowOut Of(AskRow r) => new(
        r.Id, r.State,
        r.TurnPerson is { } person ? new TurnOut("person", person, r.TurnName!) : r.TurnTeam is { } team ? new TurnOut("team", team, r.TeamName!) : null,
        r.What, r.Requester, r.RequesterName, r.Performer, r.PerformerName, r.Team, r.TeamName, r.AnswerBy, r.Due, r.Sale, r.CustomerName, r.Obstacles, r.Told != 0, r.Version);
}

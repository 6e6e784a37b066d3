using Inward.Asks;
using Inward.Asks.Wording;
using Inward.House;
using Inward.Server.House;
using Inward.Server.People;

namespace Inward.Server.Asks;

/// <summary>What stands beside asks for programs: files, the wording coach, saved views.</summary>
public static class AskMoreApi
{
    public sealed record WordsIn(string? What, string? Reason = null, string? Effect = null, IReadOnlyList<string>? Conditions = null, DateOnly? AnswerBy = null, DateOnly? NeededBy = null);

    /// <param name="What">What is wanted, in a few words.</param>
    public sealed record WhoIn(string? What);

    public sealed record HintOut(string Kind, string Field, string Explanation, string Example, bool IsPraise);

    /// <param name="Query">The filters as they stand in an address, such as due=late.</param>
    /// <param name="With">A team that I am in, or the workspace's id for everyone; null keeps it to myself.</param>
    public sealed record ViewIn(string? Name, string? Query, Id? With = null);

    public sealed record SharingIn(Id? With);

    /// <param name="With">With whom it is shared: a team, or the workspace for everyone.</param>
    public sealed record ViewOut(Id Id, string Name, string Query, Named By, Id? With)
    {
        public static ViewOut Of(ViewRow row) => new(row.Id, row.Name, row.Query, new Named(row.Owner, row.OwnerName), row.SharedWith);

        public static ViewOut Of(SavedView view, Me me) => new(view.Id, view.Name, view.Query, new Named(me.Person, me.Name), view.With);
    }

    public static void Map(RouteGroupBuilder api)
    {
        var asks = api.MapGroup("/asks");
        asks.MapPost("/{id}/files", async (Door door, Id id, string? name, HttpRequest request) =>
        {
            var bytes = await AskFiles.ReadUpload(request.Body, request.HttpContext.RequestAborted);
            return await door.Change(new { name, hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes)) }, async unit =>
            {
                var ask = await AskFiles.Attach(unit, door.Me, id, name ?? "", request.ContentType, bytes);
                return Reply.Created($"/api/v1/asks/{id}/files/{ask.Files[^1].Id}", ask.Files[^1], ask.Version);
            });
        }).WithTags("asks").WithName("attachFile").WithSummary("Add a file (the body is its bytes)").Accepts<byte[]>(isOptional: true, "application/octet-stream", "*/*").Produces<Inward.Asks.AskFile>(201);
        asks.MapGet("/{id}/files/{file}", async (Door door, Id id, Id file) => AskFiles.Download(await door.Read(s => AskFiles.Read(s, door.Me, id, file))))
            .WithTags("asks").WithName("readFile").WithSummary("Download a file").Produces<byte[]>(200, "application/octet-stream");
        asks.MapPost("/coach", (Door door, WordsIn words) => door.List([.. WordingCoach
                .Read(new AskWords(words.What, words.Reason, words.Effect, words.Conditions, words.AnswerBy, words.NeededBy))
                .Select(h => new HintOut(h.Kind.ToString(), h.Field, door.T[h.Explanation], h.Example, h.IsPraise))], null))
            .WithTags("asks").WithName("coachWording").WithSummary("What an ask lacks and how it sounds").Produces<Listed<HintOut>>();
        asks.MapPost("/who", async (Door door, WhoIn body) => Results.Json(await door.Read(session => WhoMayHelp.Ask(session, door.Me, body.What, door.Today)), Wire.Json))
            .WithTags("asks").WithName("whoToGoTo").WithSummary("Colleagues and teams whose own words fit what is wanted, by name and unranked; nothing is kept").Produces<HelpersShown>();
        MapViews(asks);
        MapPromised(api);
    }

    private static void MapPromised(RouteGroupBuilder api)
    {
        api.MapGet("/people/{id}/promised", async (Door door, Id id) => door.List(await door.Read(s => WorkPromised.ByPerson(s, door.Me, id, door.Today)), null))
            .WithTags("people").WithName("readPromisedByPerson").WithSummary("How much a colleague who shares it has promised, by day").Produces<Listed<PromisedDay>>().ProducesProblem(403).ProducesProblem(404);
        api.MapGet("/teams/{id}/promised", async (Door door, Id id) => door.List(await door.Read(s => WorkPromised.ByTeam(s, door.Me, id, door.Today)), null))
            .WithTags("teams").WithName("readPromisedByTeam").WithSummary("How much a team has promised, by day").Produces<Listed<PromisedDay>>().ProducesProblem(403).ProducesProblem(404);
    }

    private static void MapViews(RouteGroupBuilder asks)
    {
        asks.MapGet("/views", async (Door door, string? shared) => door.List([.. (await door.Read(s => Query.Flag("shared", shared) ? SavedViews.SharedWithMe(s, door.Me) : SavedViews.Mine(s, door.Me))).Select(ViewOut.Of)], null))
            .WithTags("asks").WithName("listViews").WithSummary("My saved views; with `shared=true` those that colleagues share with me").Produces<Listed<ViewOut>>();
        asks.MapPost("/views", (Door door, ViewIn body) => door.Change(body, unit =>
        {
            var view = SavedViews.Keep(unit, door.Me, body.Name, body.Query, body.With);
            return Task.FromResult(Reply.Created($"/api/v1/asks/views/{view.Id}", ViewOut.Of(view, door.Me), 1));
        })).WithTags("asks").WithName("saveView").WithSummary("Keep filters under a name").Produces<ViewOut>(201);
        asks.MapPost("/views/{id}/sharing", (Door door, Id id, SharingIn body) => door.Change(body, async unit =>
            Reply.Done(ViewOut.Of(await SavedViews.Share(unit, door.Me, id, body.With), door.Me), 1)))
            .WithTags("asks").WithName("shareView").WithSummary("Share one of my views with a team of mine or everyone, or keep it to myself again").Produces<ViewOut>();
        asks.MapDelete("/views/{id}", (Door door, Id id) => door.Change(null, async unit =>
        {
            await SavedViews.Remove(unit, door.Me, id);
            return Reply.Nothing();
        })).WithTags("asks").WithName("removeView").WithSummary("Remove a saved view").Produces(204);
    }
}

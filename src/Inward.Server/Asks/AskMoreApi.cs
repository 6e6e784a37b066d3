using Inward.Asks;
using Inward.Asks.Wording;
using Inward.House;
using Inward.Server.House;
using Inward.Server.People;

namespace Inward.Server.Asks;

/// <summary>What stands beside asks for programs: files and the wording coach.</summary>
public static class AskMoreApi
{
    public sealed record WordsIn(string? What, string? Reason = null, string? Effect = null, IReadOnlyList<string>? Conditions = null, DateOnly? AnswerBy = null, DateOnly? NeededBy = null);

    /// <param name="What">What is wanted, in a few words.</param>
    public sealed record WhoIn(string? What);

    public sealed record HintOut(string Kind, string Field, string Explanation, string Example, bool IsPraise);

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
        MapPromised(api);
    }

    private static void MapPromised(RouteGroupBuilder api)
    {
        api.MapGet("/people/{id}/promised", async (Door door, Id id) => door.List(await door.Read(s => WorkPromised.ByPerson(s, door.Me, id, door.Today)), null))
            .WithTags("people").WithName("readPromisedByPerson").WithSummary("How much a colleague who shares it has promised, by day").Produces<Listed<PromisedDay>>().ProducesProblem(403).ProducesProblem(404);
        api.MapGet("/teams/{id}/promised", async (Door door, Id id) => door.List(await door.Read(s => WorkPromised.ByTeam(s, door.Me, id, door.Today)), null))
            .WithTags("teams").WithName("readPromisedByTeam").WithSummary("How much a team has promised, by day").Produces<Listed<PromisedDay>>().ProducesProblem(403).ProducesProblem(404);
    }
}

using Inward.House;
using Inward.Objectives;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Objectives;

/// <summary>/api/v1/objectives/{id}/advice: who was asked, what they said, and what became of it.</summary>
public static class AdviceApi
{
    /// <param name="AnswerBy">By when it is hoped for.</param>
    public sealed record InviteIn(IReadOnlyList<Id>? People, DateOnly? AnswerBy = null);

    public sealed record AnswerIn(string? Text);

    /// <param name="Because">Why it was not used; how it was, when it was.</param>
    public sealed record ReplyIn(bool? Used, string? Because = null);

    public sealed record ReplyOut(bool Used, string? Because, Named By, DateTimeOffset At);

    /// <param name="Answer">Absent while they have not answered, and while their answer is sealed from the reader.</param>
    public sealed record AdviceOut(Id Id, Named Person, DateTimeOffset InvitedAt, string? Answer, DateTimeOffset? AnsweredAt, ReplyOut? Reply)
    {
        public static AdviceOut Of(AdviceSeen seen, Advice one) => new(one.Id, seen.Of(one.Person), one.InvitedAt, one.Answer, one.AnsweredAt,
            one.Reply is { } reply ? new ReplyOut(reply.Used, reply.Because, seen.Of(reply.By), reply.At) : null);
    }

    public sealed record LevelOut(Level Level, int Asked, int Answered);

    public sealed record TeamOut(Named Team, int Asked, int Answered);

    /// <param name="Sealed">The words of others are told once I have answered myself.</param>
    public sealed record AdviceListOut(IReadOnlyList<AdviceOut> Items, string? Next, int Asked, int Answered, int Unreplied, bool Sealed, IReadOnlyList<LevelOut> Levels, IReadOnlyList<TeamOut> Teams)
    {
        public static AdviceListOut Of(AdviceSeen seen) => new([.. seen.Rows.Select(one => AdviceOut.Of(seen, one))], null, seen.Count.Asked, seen.Count.Answered, seen.Count.Unreplied, seen.IsSealed,
            seen.IsSealed ? [] : [.. seen.Levels.Where(level => level.Value.Asked > 0).OrderBy(level => level.Key).Select(level => new LevelOut(level.Key, level.Value.Asked, level.Value.Answered))],
            seen.IsSealed ? [] : [.. seen.Teams.Where(team => team.Value.Asked > 0).Select(team => new TeamOut(seen.Of(team.Key), team.Value.Asked, team.Value.Answered)).OrderBy(team => team.Team.Name, StringComparer.OrdinalIgnoreCase)]);
    }

    public sealed record SuggestedOut(Named Person, Level Level, Named? Team);

    public static void Map(RouteGroupBuilder api)
    {
        var advice = api.MapGroup("/objectives/{id}/advice").WithTags("objectives");
        advice.MapGet("", async (Door door, Id id) => Results.Json(await door.Read(async session => AdviceListOut.Of(await AdviceSeen.Of(session, door.Me, id, door.Today))), Wire.Json))
            .WithName("listAdvice").WithSummary("Who was asked for advice, what they said and what became of it, as far as I may read it").Produces<AdviceListOut>().ProducesProblem(404);
        advice.MapGet("/{advice}", async (Door door, Id id, Id advice) => Results.Json(await door.Read(async session =>
        {
            var seen = await AdviceSeen.Of(session, door.Me, id, door.Today);
            var one = seen.Rows.FirstOrDefault(row => row.Id == advice) ?? throw Rule.NotVisible();
            return seen.IsSealed && one.Person != door.Me.Person ? throw Rule.NotYours("You read what others advise once you have said it yourself.") : AdviceOut.Of(seen, one);
        }), Wire.Json)).WithName("getAdvice").WithSummary("One advice; 403 while it is sealed from me").Produces<AdviceOut>().ProducesProblem(403).ProducesProblem(404);
        advice.MapGet("/suggestions", async (Door door, Id id) => door.List(await door.Read(async session =>
        {
            var seen = await AdviceSeen.Of(session, door.Me, id, door.Today);
            return !seen.MayChange ? throw Objective.NotYours() : seen.Suggested.Select(one => new SuggestedOut(new Named(one.Person, one.Name), one.Level, one.Team is { } team ? seen.Of(team) : null)).ToList();
        }), null)).WithName("suggestAdvisers").WithSummary("Whom one might ask, so that every level and many teams are heard; by name, in no rank").Produces<Listed<SuggestedOut>>().ProducesProblem(403).ProducesProblem(404);
        advice.MapPost("", (Door door, Id id, InviteIn body) => Changed(door, id, body, unit => AdviceDesk.Invite(unit, door.Me, id, door.IfMatch(), body.People, body.AnswerBy), 201))
            .WithName("askForAdvice").WithSummary("Asks colleagues for advice; the first time, the round opens").Produces<AdviceListOut>(201).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        advice.MapPost("/answer", (Door door, Id id, AnswerIn body) => Changed(door, id, body, unit => AdviceDesk.Say(unit, door.Me, id, body.Text)))
            .WithName("giveAdvice").WithSummary("What I advise; then I read what others do").Produces<AdviceListOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        advice.MapPost("/{advice}/reply", (Door door, Id id, Id advice, ReplyIn body) => Changed(door, id, body, unit => AdviceDesk.Reply(unit, door.Me, id, advice, body.Used, body.Because)))
            .WithName("replyToAdvice").WithSummary("What became of it: used, or not used because").Produces<AdviceListOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static Task<IResult> Changed<T>(Door door, Id id, object body, Func<Unit, Task<T>> change, int status = 200) => door.Change(body, async unit =>
    {
        await change(unit);
        return Reply.Done(AdviceListOut.Of(await AdviceSeen.Of(unit, door.Me, id, door.Today)), 1) with { ETag = null, Status = status };
    });
}

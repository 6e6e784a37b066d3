using Inward.House;
using Inward.Server.Asks;
using Inward.Server.House;
using Inward.Thanks;

namespace Inward.Server.Thanks;

public static class ThanksApi
{
    /// <param name="To">Whom; left out when <paramref name="For"/> names the ask.</param>
    /// <param name="For">The accepted ask it thanks for.</param>
    public sealed record ThanksIn(Id? To, string? Text, string? Effect = null, bool Public = false, Id? For = null);

    public static void Map(RouteGroupBuilder api)
    {
        var thanks = api.MapGroup("/thanks").WithTags("thanks");
        thanks.MapGet("/", async (Door door, string? person, string? team, string? after) =>
        {
            var (rows, next) = await door.Read(s => ThanksFeed.Ask(s, door.Me, IdOf("person", person), IdOf("team", team), after));
            return door.List([.. rows.Select(r => new ThanksOut(r.Id, r.Giver, r.Receiver, r.Text, r.Effect, r.IsPublic, r.At))], next);
        }).WithName("listThanks").WithSummary("The feed of thanks that I may see").Produces<Listed<ThanksOut>>();
        thanks.MapPost("/", (Door door, ThanksIn body) => door.Change(body, async unit =>
            Created(await ThanksDesk.Thank(unit, door.Me, body.To, body.Text, body.Effect, body.Public, body.For))))
            .WithName("thank").WithSummary("Thank a colleague").Produces<ThanksOut>(201);
        api.MapPost("/asks/{id}/thanks", (Door door, Id id, ThanksIn body) => door.Change(body, async unit =>
            Created(await ThanksDesk.Thank(unit, door.Me, null, body.Text, body.Effect, body.Public, id))))
            .WithTags("asks").WithName("askThanks").WithSummary("Thank for an accepted ask").Produces<ThanksOut>(201);
    }

    private static Reply Created(ThankYou t) =>
        Reply.Created($"/api/v1/thanks/{t.Id}", new ThanksOut(t.Id, t.From, t.To, t.Text, t.Effect, t.Public, t.At), 1);

    private static Id? IdOf(string field, string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : Id.TryParse(text, null, out var id) ? id : throw Rule.Invalid(field, new Sentence("“{0}” is not an id.", text));
}

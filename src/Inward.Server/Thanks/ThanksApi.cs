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

    /// <param name="For">The ask it thanks for.</param>
    /// <param name="Copies">Who got a copy of a private one, because the receiver likes that.</param>
    public sealed record ThankYouOut(Id Id, Id From, Id To, string Text, string Effect, bool Public, DateTimeOffset At, Id? For, IReadOnlyList<Id> Copies)
    {
        public static ThankYouOut Of(ThanksRow r) => new(r.Id, r.Giver, r.Receiver, r.Text, r.Effect, r.IsPublic, r.At, r.Ask, [.. r.Copies.Select(c => c.Id)]);

        public static ThankYouOut Of(ThankYou t) => new(t.Id, t.From, t.To, t.Text, t.Effect, t.Public, t.At, t.Ask, t.Public ? [] : t.Copies);
    }

    public sealed record WordsOfThanksIn(string? Text, string? Effect = null, Id? For = null);

    /// <param name="Part">act, effect or customer.</param>
    public sealed record ThanksHintOut(string Part, bool Named, string Says);

    public static void Map(RouteGroupBuilder api)
    {
        var thanks = api.MapGroup("/thanks").WithTags("thanks");
        thanks.MapGet("/", async (Door door, string? person, string? team, string? after, string? limit) =>
        {
            var (rows, next) = await door.Read(s => ThanksFeed.Ask(s, door.Me, door.Today, Query.Id("person", person), Query.Id("team", team), after, Cursor.Size(limit, ThanksFeed.PageSize)));
            return door.List([.. rows.Select(ThankYouOut.Of)], next);
        }).WithName("listThanks").WithSummary("The feed of thanks that I may see").Produces<Listed<ThankYouOut>>();
        thanks.MapPost("/", (Door door, ThanksIn body) => door.Change(body, async unit =>
            Created(await ThanksDesk.Thank(unit, door.Me, body.To, body.Text, body.Effect, body.Public, body.For))))
            .WithName("thank").WithSummary("Thank a colleague").Produces<ThankYouOut>(201);
        thanks.MapGet("/{id}", (Door door, Id id) => door.Show(async s => (ThankYouOut.Of(await ThanksFeed.One(s, door.Me, id) ?? throw Rule.NotVisible()), 1)))
            .WithName("readThanks").WithSummary("One thank-you").Produces<ThankYouOut>();
        thanks.MapPost("/{id}/undoing", (Door door, Id id) => door.Change(null, async unit =>
        {
            await ThanksDesk.TakeBack(unit, door.Me, id);
            return Reply.Nothing();
        })).WithName("takeThanksBack").WithSummary("Take back a thank-you of the last ten seconds").Produces(204);
        thanks.MapPost("/coach", async (Door door, WordsOfThanksIn words) => door.List(Hints(words, words.For is { } ask ? await door.Read(s => ThankedFor.Names(s, door.Me, ask)) : [], door), null))
            .WithName("coachThanks").WithSummary("What these words of thanks name: a hint, kept nowhere").Produces<Listed<ThanksHintOut>>();
        thanks.MapGet("/units", async (Door door, string? quarter) => Results.Json(await door.Read(s => ThanksByUnit.Ask(s, door.Me, quarter, door.T)), Wire.Json))
            .WithName("thanksBetweenTeams").WithSummary("What teams delivered in a quarter and how much of it was thanked for; never people").Produces<ThanksByUnit>();
        api.MapPost("/asks/{id}/thanks", (Door door, Id id, ThanksIn body) => door.Change(body, async unit =>
            Created(await ThanksDesk.Thank(unit, door.Me, null, body.Text, body.Effect, body.Public, id))))
            .WithTags("asks").WithName("askThanks").WithSummary("Thank for an accepted ask").Produces<ThankYouOut>(201);
        MyThanksApi.Map(api);
    }

    private static List<ThanksHintOut> Hints(WordsOfThanksIn words, IReadOnlyList<string> names, Door door) =>
        [.. ThanksReading.Of(words.Text, words.Effect, names).Hints.Select(h => new ThanksHintOut(h.Part, h.IsNamed, door.T[h.Says]))];

    private static Reply Created(ThankYou t) => Reply.Created($"/api/v1/thanks/{t.Id}", ThankYouOut.Of(t), 1);
}

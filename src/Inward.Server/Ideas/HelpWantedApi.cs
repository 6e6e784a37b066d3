using Inward.House;
using Inward.Ideas;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Ideas;

/// <summary>/api/v1/ideas/wanted: cards on which somebody says what help they want.</summary>
public static class HelpWantedApi
{
    private const int Most = 200;

    /// <param name="Kinds">ideas, knowledge, resources, actions.</param>
    /// <param name="Answerer">Who answers what comes in.</param>
    /// <param name="Open">Ideas are welcome today.</param>
    public sealed record HelpWantedOut(Id Id, string Text, IReadOnlyList<HelpKind> Kinds, Named Author, Named Answerer, DateOnly Until, bool Open, DateTimeOffset At, AboutOut? About, int Version);

    public static void Map(RouteGroupBuilder api)
    {
        var cards = api.MapGroup("/ideas/wanted").WithTags("ideas");
        cards.MapGet("/", async (Door door, string? open) => door.List(await door.Read(async session => await Out(session, door, await session.HelpWanted(door.Me.Workspace, string.IsNullOrEmpty(open) || Query.Flag("open", open), door.Today, Most))), null))
            .WithName("listHelpWanted").WithSummary("Open cards of help wanted, the next to end first; with `open=false` those that have ended").Produces<Listed<HelpWantedOut>>().ProducesProblem(422);
        cards.MapPost("/", (Door door, HelpWantedTold body) => door.Change(body, async unit =>
        {
            var card = await HelpWantedDesk.Post(unit, door.Me, body);
            return Reply.Created($"/api/v1/ideas/wanted/{card.Id}", (await Out(unit, door, [card]))[0], card.Version);
        })).WithName("wantHelp").WithSummary("Say what help is wanted, who answers and until when").Produces<HelpWantedOut>(201).ProducesProblem(422);
        cards.MapGet("/{id}", (Door door, Id id) => door.Show(async session => await Shown(session, door, id)))
            .WithName("readHelpWanted").WithSummary("One card; the ideas under it are listed by ideas?wanted=").Produces<HelpWantedOut>().ProducesProblem(404);
        cards.MapPost("/{id}/closing", (Door door, Id id) => door.Edit(null, async unit =>
        {
            var card = await HelpWantedDesk.Close(unit, door.Me, id, door.IfMatch());
            return Reply.Done((await Out(unit, door, [card]))[0], card.Version);
        }, session => Shown(session, door, id))).WithName("closeHelpWanted").WithSummary("Close my card; the ideas under it are answered all the same").Produces<HelpWantedOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
    }

    private static async Task<(HelpWantedOut, int)> Shown(Session session, Door door, Id id)
    {
        var card = await session.HelpWanted(door.Me.Workspace, id) ?? throw Rule.NotVisible();
        return ((await Out(session, door, [card]))[0], card.Version);
    }

    private static async Task<List<HelpWantedOut>> Out(Session session, Door door, List<HelpWanted> cards)
    {
        var names = await session.Names(door.Me.Workspace, cards.SelectMany(card => new[] { card.Author, card.Answerer }));
        var abouts = await session.AboutsOf(door.Me, cards.Select(card => card.About));
        return cards.ConvertAll(card => new HelpWantedOut(card.Id, card.Text, card.Kinds, Called(card.Author), Called(card.Answerer), card.Until, card.TakesIdeas(door.Today), card.At,
            card.About is { } about ? AboutOut.Of(abouts.GetValueOrDefault(about.Id)) : null, card.Version));

        Named Called(Id person) => new(person, names.GetValueOrDefault($"{person}", ""));
    }
}

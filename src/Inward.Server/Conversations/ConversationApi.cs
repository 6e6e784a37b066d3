using System.Text.Json;
using Inward.Conversations;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Recorded;
using Inward.Server.Storage;

namespace Inward.Server.Conversations;

/// <summary>/api/v1/conversations.</summary>
public static class ConversationApi
{
    /// <param name="Words">How it shall stand in my own words; as it was noted when it is left out.</param>
    public sealed record TakingIn(string? Words);

    /// <summary>An item of a list.</summary>
    public sealed record ItemListed(Id Conversation, int N, ItemKind Kind, string Text, Named About, Named Author, DateTimeOffset At, string State)
    {
        public static ItemListed Of(KeptItem i) => new(i.Conversation, i.N, i.Kind, i.Text, new Named(i.Person, i.PersonName), new Named(i.Author, i.AuthorName), i.At, ItemOut.Word(i.Answer));
    }

    public static void Map(RouteGroupBuilder api)
    {
        var talks = api.MapGroup("/conversations").WithTags("conversations");
        talks.MapGet("/", List).WithName("listConversations").WithSummary("Talks that I logged or took part in; by `person`, `channel`, `kind` of item and words. Values of one filter are parted by commas, and one of them is enough; different filters must all fit; of `any=channel:visit,kind:need` one is enough").Produces<Listed<ConversationRow>>().ProducesProblem(422);
        talks.MapGet("/items", Items).WithName("listItems").WithSummary("What was learned in talks that I may see; by `person`, `author`, `kind` and `open`").Produces<Listed<ItemListed>>().ProducesProblem(422);
        talks.MapGet("/{id}", (Door door, Id id) => door.Show(session => Shown(session, door.Me, id)))
            .WithName("readConversation").WithSummary("One talk, with its items and the versions before it").Produces<ConversationOut>().ProducesProblem(404);
        talks.MapPost("/", (Door door, ConversationTold body) => door.Change(body, async unit =>
        {
            var (talk, items) = await ConversationDesk.Log(unit, door.Me, body);
            return Reply.Created($"/api/v1/conversations/{talk.Id}", await ConversationOut.Logged(unit, talk, items), talk.Version);
        })).WithName("logConversation").WithSummary("Log a talk; its lines that begin with need:, wants:, obstacle:, idea: or promise: become items").Produces<ConversationOut>(201).ProducesProblem(422);
        talks.MapPut("/{id}", (Door door, Id id, ConversationTold body) => Correct(door, id, body, _ => body))
            .WithName("replaceConversation").WithSummary("Corrects a talk of mine; the version before is kept").Produces<ConversationOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        talks.MapPatch("/{id}", (Door door, Id id, JsonElement body) => Correct(door, id, body, now => Patch.Over(now, body))).Accepts<ConversationTold>("application/json", "application/merge-patch+json")
            .WithName("correctConversation").WithSummary("Corrects what is named; the version before is kept").Produces<ConversationOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        talks.MapPost("/{id}/undoing", (Door door, Id id) => door.Change(null, async unit =>
        {
            await ConversationDesk.TakeBack(unit, door.Me, id);
            return Reply.Nothing();
        })).WithName("takeBackConversation").WithSummary("Takes a talk back that I logged in the last ten seconds").Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
        talks.MapPost("/{id}/items/{n}/taking", (Door door, Id id, int n, TakingIn? body) => Answer(door, id, n, ItemAnswer.Taken, body?.Words))
            .WithName("takeItem").WithSummary("Takes a need that is about me into what I need from others").Produces<ConversationOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        talks.MapPost("/{id}/items/{n}/waving", (Door door, Id id, int n) => Answer(door, id, n, ItemAnswer.Waved))
            .WithName("waveItem").WithSummary("Waves away a need that is about me, or a promise of mine that is not needed any more").Produces<ConversationOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
        talks.MapPost("/{id}/items/{n}/done", (Door door, Id id, int n) => Answer(door, id, n, ItemAnswer.Done))
            .WithName("doItem").WithSummary("Says that a promise of mine is kept").Produces<ConversationOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
        talks.MapPost("/{id}/dispute", (Door door, Id id, DisputeIn body) => door.Change(body, async unit =>
        {
            await DisputeDesk.Say(unit, door.Me, id, body.Text);
            var talk = await ConversationOut.Of(unit, door.Me, id);
            return Reply.Done(talk, talk.Version);
        })).WithName("disputeConversation").WithSummary("Say what is not right in a talk that somebody else noted; it stands beside it").Produces<ConversationOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        talks.MapDelete("/{id}/dispute", (Door door, Id id) => door.Change(null, async unit =>
        {
            await DisputeDesk.Withdraw(unit, door.Me, id);
            return Reply.Nothing();
        })).WithName("withdrawDispute").WithSummary("Take back what I said against a talk").Produces(204).ProducesProblem(404);
    }

    private static async Task<IResult> List(Door door, string? person, string? channel, string? kind, string? any, string? q, string? after, string? limit)
    {
        var filter = TalkFilter.Typed(field => field switch
        {
            "person" => person,
            "channel" => channel,
            "kind" => kind,
            "any" => any,
            _ => q,
        });
        var (rows, next) = await door.Read(session => ConversationList.Ask(session, door.Me, filter, after, Cursor.Size(limit)));
        return door.List(rows, next);
    }

    private static async Task<IResult> Items(Door door, string? person, string? author, string? kind, string? open, string? after, string? limit)
    {
        var filter = new ItemFilter(Query.Id("person", person), Query.Id("author", author), Query.Word<ItemKind>("kind", kind), Query.Flag("open", open));
        var (rows, next) = await door.Read(session => session.ItemsShown(door.Me, filter, after, Cursor.Size(limit)));
        return door.List(rows.ConvertAll(ItemListed.Of), next);
    }

    private static Task<IResult> Correct(Door door, Id id, object body, Func<ConversationTold, ConversationTold> told) => door.Edit(body, async unit =>
    {
        var talk = await ConversationDesk.Correct(unit, door.Me, id, door.IfMatch(), told);
        return Reply.Done(await ConversationOut.Of(unit, door.Me, id), talk.Version);
    }, session => Shown(session, door.Me, id));

    private static Task<IResult> Answer(Door door, Id id, int n, ItemAnswer answer, string? words = null) => door.Change(new { words }, async unit =>
    {
        var talk = await ConversationDesk.Answer(unit, door.Me, id, n, answer, words);
        return Reply.Done(await ConversationOut.Of(unit, door.Me, id), talk.Version);
    });

    private static async Task<(ConversationOut Talk, int Version)> Shown(Session session, Me me, Id id)
    {
        var talk = await ConversationOut.Of(session, me, id);
        return (talk, talk.Version);
    }

    public sealed record DisputeIn(string? Text);
}

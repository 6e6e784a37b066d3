using Inward.House;
using Inward.Server.House;

namespace Inward.Server.Conversations;

public static class ConversationApi
{
    public sealed record ConversationIn(IReadOnlyList<Id>? People, DateTimeOffset? At, string? Channel, string? Text, bool Private = false);

    public static void Map(RouteGroupBuilder api)
    {
        var talks = api.MapGroup("/conversations").WithTags("conversations");
        talks.MapGet("/", async (Door door, string? person, string? after) =>
        {
            var (rows, next) = await door.Read(s => ConversationDesk.Mine(s, door.Me, Id.TryParse(person, null, out var id) ? id : null, after));
            return door.List(rows, next);
        }).WithName("listConversations").WithSummary("Talks that I logged or took part in").Produces<Listed<ConversationDesk.ConversationRow>>();
        talks.MapGet("/{id}", (Door door, Id id) => door.Show(async s =>
        {
            var talk = await ConversationDesk.Read(s, door.Me, id);
            return (talk, talk.Version);
        })).WithName("readConversation").WithSummary("One talk").Produces<ConversationOut>();
        talks.MapPost("/", (Door door, ConversationIn body) => door.Change(body, async unit =>
        {
            var talk = await ConversationDesk.Log(unit, door.Me, body.People, body.At, body.Channel, body.Text, body.Private);
            return Reply.Created($"/api/v1/conversations/{talk.Id}", await ConversationDesk.Read(unit, door.Me, talk.Id), talk.Version);
        })).WithName("logConversation").WithSummary("Log a talk").Produces<ConversationOut>(201);
    }
}

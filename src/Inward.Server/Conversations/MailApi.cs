using System.Text.Json;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Conversations;

/// <summary>/api/v1/me/mail-address: my secret address for mail.</summary>
public static class MailApi
{
    /// <param name="Why">In the language of the request.</param>
    public sealed record RefusedOut(DateTimeOffset At, string Subject, string Why);

    /// <param name="Domain">Whose mail comes to this Inward; null when none does.</param>
    /// <param name="MadeAt">Null while I have no address.</param>
    /// <param name="Refused">What came of late and became no talk, the newest first.</param>
    public sealed record MailAddressOut(string? Domain, DateTimeOffset? MadeAt, IReadOnlyList<RefusedOut> Refused);

    /// <param name="Address">Told this once: whoever knows it logs talks in my name.</param>
    public sealed record AddressMade(string Address);

    public static void Map(RouteGroupBuilder api)
    {
        var mine = api.MapGroup("/me/mail-address").WithTags("me");
        mine.MapGet("", async (Door door, MailInSettings settings) => Results.Json(await door.Read(async s =>
                new MailAddressOut(settings.Domain, await MailAddress.Of.MadeAt(s, door.Me), [.. (await MailDesk.Refused(s, door.Me)).Select(r => new RefusedOut(r.At, r.Subject, door.T[r.Why]))])), Wire.Json))
            .WithName("readMailAddress").WithSummary("Whether I have a secret address for mail, and what came and became no talk").Produces<MailAddressOut>();
        mine.MapPost("", (Door door, MailInSettings settings) => door.Change(null, async unit =>
                new Reply(201, JsonSerializer.Serialize(new AddressMade(await Make(unit, door.Me, settings)), Wire.Json), "/api/v1/me/mail-address") { IsSecret = true }))
            .WithName("makeMailAddress").WithSummary("A new secret address: a mail to it becomes a talk of mine; the old one ends").Produces<AddressMade>(201).ProducesProblem(409);
        mine.MapDelete("", (Door door) => door.Change(null, async unit =>
        {
            await MailAddress.Of.End(unit, door.Me);
            return Reply.Nothing();
        })).WithName("endMailAddress").WithSummary("I have no address for mail any more").Produces(204);
    }

    /// <summary>My new address; refused where no mail comes in.</summary>
    public static async Task<string> Make(Unit unit, Me me, MailInSettings settings) =>
        settings.IsOpen ? $"{await MailAddress.Of.Make(unit, me)}@{settings.Domain}" : throw Rule.NotNow("No mail comes to this Inward: its administrator names a domain for it first.");
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Mail;
using Inward.Server.Storage;
using Microsoft.Net.Http.Headers;

namespace Inward.Server.Calendars;

/// <summary>My calendar, for calendar programs, and its address.</summary>
public static class CalendarApi
{
    /// <param name="MadeAt">Null while there is no address.</param>
    public sealed record CalendarOut(DateTimeOffset? MadeAt);

    /// <param name="Address">Told this once: whoever knows it reads my calendar.</param>
    public sealed record AddressOut(Uri Address);

    public static void Map(RouteGroupBuilder api)
    {
        var mine = api.MapGroup("/me/calendar").WithTags("me");
        mine.MapGet("", async (Door door) => Results.Json(new CalendarOut(await door.Read(s => CalendarDesk.MadeAt(s, door.Me))), Wire.Json))
            .WithName("readCalendar").WithSummary("Whether my calendar has an address, and since when").Produces<CalendarOut>();
        mine.MapPost("", (Door door, OwnAddress address) => door.Change(null, async unit =>
            new Reply(201, JsonSerializer.Serialize(new AddressOut(address.To(await CalendarDesk.Make(unit, door.Me))), Wire.Json), "/api/v1/me/calendar") { IsSecret = true }))
            .WithName("makeCalendarAddress").WithSummary("A new secret address of my calendar; the old one ends").Produces<AddressOut>(201);
        mine.MapDelete("", (Door door) => door.Change(null, async unit =>
        {
            await CalendarDesk.End(unit, door.Me);
            return Reply.Nothing();
        })).WithName("endCalendarAddress").WithSummary("My calendar has no address any more").Produces(204);
    }

    public static void Map(WebApplication app) => app.MapMethods("/calendar/{secret}.ics", ["GET", "HEAD"],
        async (HttpContext http, string secret, Store store, TimeProvider clock, Limits limits, OwnAddress address) =>
        {
            if (limits.Wait(http) is { } wait)
            {
                Limits.Refuse(http, wait);
                return Results.Empty;
            }
            var now = clock.GetUtcNow();
            var text = await store.Read(async session => await CalendarDesk.Owner(session, secret, now) is { } me ? await CalendarFeed.Write(session, me, address, now) : null);
            if (text is null)
            {
                limits.CountWrongGuess(http);
                throw Rule.NotVisible();
            }
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
            http.Response.Headers.CacheControl = "private, no-cache";
            var bytes = Encoding.UTF8.GetBytes(text);
            return Results.Bytes(bytes, "text/calendar; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\""));
        }).AllowAnonymous().ExcludeFromDescription();
}

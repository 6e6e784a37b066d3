using System.Security.Cryptography;
using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>
/// A change that happens once, however often it is sent. What was said to the first is kept in the same transaction and said
/// again: to a program for a day, to a form that waited on a phone for a month.
/// </summary>
/// <param name="secret">The token that asks, if one does: replies that hold a new secret are concealed with it.</param>
public sealed class Once(Store store, Act act, string? secret = null)
{
    private static readonly (TimeSpan Program, TimeSpan Page) Kept = (TimeSpan.FromHours(24), TimeSpan.FromDays(30));

    private Id Person => act.Who!.Value;

    /// <summary>The key that a program chose.</summary>
    public static string KeyOf(string program) => $"program:{program}";

    /// <summary>
    /// The key of a form that was typed once. Another text under the same key is another one: whoever goes back and types
    /// anew is not refused.
    /// </summary>
    public static string KeyOf(string form, byte[] asked) => $"page:{form}:{Convert.ToHexStringLower(asked, 0, 16)}";

    /// <summary>What is kept longer than a retry may take is forgotten.</summary>
    public static void Forget(Unit unit) => unit.Write(
        "delete from idempotency where workspace = @Workspace and (at < @page or (at < @program and key not like 'page:%'))",
        new { unit.Workspace, page = unit.Now - Kept.Page, program = unit.Now - Kept.Program });

    // Retries are rare: the key is looked for only where it shows that this may be one.
    public async Task<Reply> Change(string key, byte[] asked, Func<Unit, Task<Reply>> change)
    {
        var isTaken = false;
        try
        {
            return await store.Write(act, async unit =>
            {
                // Tried again after the key, or something else, was found to be there already.
                if (isTaken && await Said(unit, key, asked) is { } said)
                    return said;
                isTaken = true;
                var reply = await change(unit);
                Keep(unit, key, asked, reply);
                return reply;
            });
        }
        catch (BrokenRule)
        {
            // What was done already cannot be done again.
            if (await store.Read(session => Said(session, key, asked)) is { } said)
                return said;
            throw;
        }
    }

    private async Task<Reply?> Said(Session session, string key, byte[] asked)
    {
        if (await session.One<Row>("select asked, status, location, etag, reply from idempotency where workspace = @Workspace and person = @Person and key = @key",
            new { act.Workspace, Person, key }) is not { } kept)
        {
            return null;
        }
        return CryptographicOperations.FixedTimeEquals(kept.Asked, asked)
            ? new Reply(kept.Status, secret is null ? kept.Reply : Concealed.Reveal(kept.Reply, secret), kept.Location, kept.Etag)
            : throw Rule.Invalid("Idempotency-Key", "This Idempotency-Key was used for another request.");
    }

    // A second one of this key fails here, and with it all that it changed.
    private void Keep(Unit unit, string key, byte[] asked, Reply reply) => unit.Write("""
        insert into idempotency (workspace, person, key, at, asked, status, location, etag, reply)
        values (@Workspace, @Person, @key, @Now, @asked, @Status, @Location, @ETag, @Json)
        """,
        new
        {
            act.Workspace, Person, key, unit.Now, asked, reply.Status, reply.Location, reply.ETag,
            Json = reply.IsSecret ? Concealed.Conceal(reply.Json!, secret!) : reply.Json,
        });

    private sealed record Row(byte[] Asked, int Status, string? Location, string? Etag, string? Reply);
}

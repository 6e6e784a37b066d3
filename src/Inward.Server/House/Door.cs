using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Inward.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>
/// The door for programs: who asks, and how a change becomes a reply. A POST carries its reply into the same transaction as
/// its change when it has an Idempotency-Key, so a retry gets the same answer and happens once.
/// </summary>
public sealed class Door(HttpContext http, Me me, Store store, TimeProvider clock)
{
    public Me Me => me;

    public Tongue T => http.Tongue();

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public DateOnly Today => me.Today(Now);

    public static ValueTask<Door?> BindAsync(HttpContext http, ParameterInfo parameter) => ValueTask.FromResult<Door?>(
        http.Me() is { } me
            ? new Door(http, me, http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<TimeProvider>())
            : null);

    public Task<T> Read<T>(Func<Session, Task<T>> ask) => store.Read(ask);

    /// <summary>One record with its ETag, or 304 when the caller has it already.</summary>
    public async Task<IResult> Show<T>(Func<Session, Task<(T Record, int Version)>> ask)
    {
        var (record, version) = await store.Read(ask);
        http.Response.Headers.ETag = $"\"{version}\"";
        if (http.Request.Headers.IfNoneMatch.ToString() == $"\"{version}\"")
            return Results.StatusCode(304);
        return Results.Json(record, Wire.Json);
    }

    /// <summary>As <see cref="Show"/>; whoever kept the id of an entry that was merged is led to the one that was kept.</summary>
    /// <param name="kind">The table that tells of mergings.</param>
    public async Task<IResult> ShowKept<T>(string kind, Id id, string path, Func<Session, Task<(T Record, int Version)>> ask)
    {
        try
        {
            return await Show(ask);
        }
        catch (BrokenRule unseen) when (unseen.Why == Broken.NotVisible)
        {
            return await store.Read(session => session.KeptInstead(me.Workspace, kind, id)) is { } kept ? Results.Redirect($"{path}{kept}", preserveMethod: true) : throw Rule.NotVisible();
        }
    }

    /// <summary>A list as {"items":[…],"next":"…"} with an RFC 8288 Link to the next page.</summary>
    public IResult List<T>(IReadOnlyList<T> items, string? next)
    {
        if (next is not null)
        {
            var query = http.Request.Query.Where(q => q.Key != "after").SelectMany(q => q.Value.Select(v => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(v ?? "")}"));
            http.Response.Headers.Link = $"<{http.Request.Path}?{string.Join('&', [.. query, $"after={Uri.EscapeDataString(next)}"])}>; rel=\"next\"";
        }
        return Results.Json(new Listed<T>(items, next), Wire.Json);
    }

    /// <summary>
    /// Changes a record that others may change too: 412 comes with the record as it is now, so that the caller can show both and
    /// let somebody choose.
    /// </summary>
    public async Task<IResult> Edit<TRecord>(object? body, Func<Unit, Task<Reply>> change, Func<Session, Task<(TRecord Record, int Version)>> current)
    {
        try
        {
            return await Change(body, change);
        }
        catch (BrokenRule stale) when (stale.Why == Broken.Stale)
        {
            var (record, version) = await store.Read(current);
            http.Response.Headers.ETag = $"\"{version}\"";
            return Results.Json(Problem.Of(stale, T) with { Current = record }, Wire.Json, "application/problem+json", 412);
        }
    }

    /// <summary>Changes something. <paramref name="reply"/> is read inside the same unit.</summary>
    public async Task<IResult> Change(object? body, Func<Unit, Task<Reply>> change)
    {
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0)
            return Send(await store.Write(Act(), change));
        if (key.Length > 200)
            throw Rule.Invalid("Idempotency-Key", "An Idempotency-Key has at most 200 characters.");
        var asked = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { http.Request.Method, Path = http.Request.Path.Value, body }, Wire.Json));
        return Send(await new Once(store, Act(), SignIn.Bearer(http)).Change(Once.KeyOf(key), asked, change));
    }

    /// <summary>The version in If-Match; required for PUT, PATCH and DELETE (428), honoured on POST.</summary>
    public int? IfMatch()
    {
        var header = http.Request.Headers.IfMatch.ToString();
        if (header.Length == 0 || header == "*")
            return null;
        return int.TryParse(header.Trim('"'), out var version) ? version : throw Rule.Stale();
    }

    private Act Act() => new(me.Workspace, me.Person, Now, http.Request.Headers["X-Inward-Door"] == "cli" ? "cli" : "api", http.TraceIdentifier);

    private IResult Send(Reply reply)
    {
        if (reply.Location is not null)
            http.Response.Headers.Location = reply.Location;
        if (reply.ETag is not null)
            http.Response.Headers.ETag = reply.ETag;
        return reply.Json is null ? Results.StatusCode(reply.Status) : Results.Text(reply.Json, "application/json", statusCode: reply.Status);
    }
}

public sealed record Listed<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>What a program is told about its change: written once, given again on every retry.</summary>
public sealed record Reply(int Status, string? Json, string? Location = null, string? ETag = null)
{
    /// <summary>Holds a secret that is told once: what is kept for a retry is concealed.</summary>
    public bool IsSecret { get; init; }

    public static Reply Created<T>(string location, T record, int version) =>
        new(201, JsonSerializer.Serialize(record, Wire.Json), location, $"\"{version}\"");

    public static Reply Done<T>(T record, int version) => new(200, JsonSerializer.Serialize(record, Wire.Json), null, $"\"{version}\"");

    public static Reply Nothing() => new(204, null);
}

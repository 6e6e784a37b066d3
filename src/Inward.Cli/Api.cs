using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inward.Cli;

/// <summary>What the server refused, in its own words. Exit 1.</summary>
public sealed class Refused(string words, int status) : Exception(words)
{
    public int Status { get; } = status;
}

/// <summary>The command was wrong before anything was sent. Exit 2.</summary>
public sealed class WrongUse(string words) : Exception(words);

/// <summary>Nobody answers, or not Inward. Exit 3.</summary>
public sealed class OutOfReach(string words) : Exception(words);

/// <summary>The API at INWARD_URL, as the person of INWARD_TOKEN.</summary>
public sealed class Api : IDisposable
{
    private readonly HttpClient http;

    public Api(string? url, string? token)
        : this(url)
    {
        if (string.IsNullOrWhiteSpace(token))
            throw new WrongUse("Set INWARD_TOKEN to a token: `inward token create --person EMAIL` makes one, or the page Settings, Tokens.");
        if (!http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token.Trim()}"))
            throw new WrongUse("INWARD_TOKEN is not a token: it begins with iwt_.");
    }

    private Api(string? url)
    {
        if (!Uri.TryCreate((url ?? "http://127.0.0.1:5180").TrimEnd('/') + "/api/v1/", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new WrongUse($"INWARD_URL is not an address such as https://inward.example: {url}");
        http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(100) };
        http.DefaultRequestHeaders.Add("X-Inward-Door", "cli");
    }

    /// <summary>The door for mail servers, which has a secret of its own.</summary>
    public static Api ForMail(string? url, string? secret)
    {
        if (string.IsNullOrWhiteSpace(secret))
            throw new WrongUse("Set INWARD_MAIL_SECRET to the secret for mail, as the server has it in Inward__Inbound__Secret.");
        var api = new Api(url);
        return api.http.DefaultRequestHeaders.TryAddWithoutValidation("X-Inward-Secret", secret.Trim()) ? api : throw new WrongUse("INWARD_MAIL_SECRET is no secret: it holds a line end.");
    }

    public async Task<JsonNode?> Get(string path) => Json(await Text(await Say(HttpMethod.Get, path)));

    public async Task<byte[]> Bytes(string path)
    {
        using var response = await Say(HttpMethod.Get, path);
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>A POST that may be repeated: the same key gives the same answer.</summary>
    public Task<JsonNode?> Post(string path, JsonNode? body = null) => Send(HttpMethod.Post, path, JsonContent.Create(body ?? new JsonObject()), null);

    public Task<JsonNode?> Upload(string path, byte[] file, string type) =>
        Send(HttpMethod.Post, path, new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(type) } }, null);

    /// <param name="version">Only if it still is this one; null for whichever there is.</param>
    public Task<JsonNode?> Change(string method, string path, JsonNode? body, string? version) =>
        Send(new HttpMethod(method), path, body is null ? null : JsonContent.Create(body), version is null ? "*" : $"\"{version}\"");

    public async Task<JsonNode?> Send(HttpMethod method, string path, HttpContent? body, string? ifMatch) => Json(await Text(await Say(method, path, body, ifMatch)));

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> Say(HttpMethod method, string path, HttpContent? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (method == HttpMethod.Post)
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(request);
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException)
        {
            throw new OutOfReach($"There is no answer from {http.BaseAddress!.GetLeftPart(UriPartial.Authority)}: {away.Message} INWARD_URL says where Inward is.");
        }
        if (response.IsSuccessStatusCode)
            return response;
        var words = Words(Json(await Text(response)));
        throw (int)response.StatusCode >= 500 ? new OutOfReach(words) : new Refused(words, (int)response.StatusCode);
    }

    private static async Task<string> Text(HttpResponseMessage response)
    {
        using (response)
            return await response.Content.ReadAsStringAsync();
    }

    private JsonNode? Json(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            throw NotInward();
        }
    }

    private string Words(JsonNode? answer)
    {
        if (answer is not JsonObject problem || (string?)(problem["detail"] ?? problem["title"]) is not { } detail)
            throw NotInward();
        var fields = (problem["errors"]?.AsObject() ?? []).Select(e => (e.Key, Says: string.Join(' ', e.Value!.AsArray().Select(w => (string)w!)))).ToList();
        // A single wrong field is the sentence already.
        var named = fields is [var (_, says)] && says == detail ? [] : fields.Select(f => $"  {f.Key}: {f.Says}");
        var possible = problem["possible"] is JsonArray moves ? [$"  possible now: {string.Join(", ", moves.Select(m => (string)m!))}"] : Array.Empty<string>();
        return string.Join('\n', [detail, .. named, .. possible]);
    }

    private OutOfReach NotInward() => new($"What answers at {http.BaseAddress!.GetLeftPart(UriPartial.Authority)} is not Inward. INWARD_URL says where it is.");
}

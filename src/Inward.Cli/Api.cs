using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inward.Cli;

/// <summary>What the server refused, in its own words. Exit 1.</summary>
public sealed class Refused(string words) : Exception(words);

/// <summary>The command was wrong before anything was sent. Exit 2.</summary>
public sealed class WrongUse(string words) : Exception(words);

/// <summary>The API at INWARD_URL, as the person of INWARD_TOKEN.</summary>
public sealed class Api : IDisposable
{
    private readonly HttpClient http;

    public Api(string? url, string? token)
    {
        if (string.IsNullOrWhiteSpace(token))
            throw new WrongUse("Set INWARD_TOKEN to a token: `inward token create --person EMAIL` makes one, or the page Settings, Tokens.");
        if (!Uri.TryCreate((url ?? "http://127.0.0.1:5180").TrimEnd('/') + "/api/v1/", UriKind.Absolute, out var address))
            throw new WrongUse($"INWARD_URL is not an address: {url}");
        http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
        http.DefaultRequestHeaders.Add("X-Inward-Door", "cli");
    }

    public async Task<JsonNode?> Get(string path) => await Answer(await http.GetAsync(path));

    /// <summary>A POST that may be repeated: the same key gives the same answer.</summary>
    public async Task<JsonNode?> Post(string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body ?? new JsonObject()) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        return await Answer(await http.SendAsync(request));
    }

    public async Task<JsonNode?> Send(string method, string path, JsonNode? body, string? ifMatch)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), path.TrimStart('/')) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await Answer(await http.SendAsync(request));
    }

    /// <summary>The one person or team that a name means.</summary>
    public async Task<(string Kind, string Id)> Who(string name)
    {
        if (Guid.TryParse(name, out _))
            return ("person", name);
        foreach (var kind in new[] { "person", "team" })
        {
            var found = (await Get($"search?kind={kind}&q={Uri.EscapeDataString(name)}"))!["items"]!.AsArray();
            var exact = found.Where(f => string.Equals((string)f!["title"]!, name, StringComparison.OrdinalIgnoreCase)).ToList();
            if (exact.Count == 1 || found.Count == 1)
                return (kind, (string)(exact.FirstOrDefault() ?? found[0])!["id"]!);
            if (found.Count > 1)
                throw new WrongUse($"Several fit “{name}”: {string.Join(", ", found.Take(6).Select(f => (string)f!["title"]!))}. Write the whole name or the e-mail address.");
        }
        throw new WrongUse($"Nobody there is called “{name}”.");
    }

    public void Dispose() => http.Dispose();

    private static async Task<JsonNode?> Answer(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            if (response.IsSuccessStatusCode)
                return text.Length == 0 ? null : JsonNode.Parse(text);
            throw (int)response.StatusCode >= 500 ? new HttpRequestException(Words(text, response)) : new Refused(Words(text, response));
        }
    }

    private static string Words(string text, HttpResponseMessage response)
    {
        try
        {
            var problem = JsonNode.Parse(text)!;
            var fields = problem["errors"]?.AsObject().Select(e => $"  {e.Key}: {string.Join(' ', e.Value!.AsArray().Select(w => (string)w!))}") ?? [];
            var possible = problem["possible"] is JsonArray moves ? [$"  possible now: {string.Join(", ", moves.Select(m => (string)m!))}"] : Array.Empty<string>();
            return string.Join('\n', [(string?)problem["detail"] ?? (string?)problem["title"] ?? text, .. fields, .. possible]);
        }
        catch (JsonException)
        {
            return $"{(int)response.StatusCode} {response.ReasonPhrase}";
        }
    }
}

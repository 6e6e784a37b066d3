using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Inward.Server.House;

namespace Inward.Server.Tests.House;

/// <summary>A program at the door /api/v1. Paths are written without it: <c>await marta.Get("people")</c>.</summary>
public sealed class Caller(Uri address, string? token, IReadOnlyCollection<string> log)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>What it asks to be answered in, as Accept-Language; nothing when null.</summary>
    public string? Language { get; init; }

    public Task<Answer> Get(string path, string? etag = null) => Send(HttpMethod.Get, path, null, etag: etag);

    public Task<Answer> Post(string path, object? body = null, string? key = null, string? etag = null) => Send(HttpMethod.Post, path, body, key, etag);

    public Task<Answer> Put(string path, object? body, string? etag) => Send(HttpMethod.Put, path, body, etag: etag);

    public Task<Answer> Patch(string path, object? body, string? etag) => Send(HttpMethod.Patch, path, body, etag: etag);

    public Task<Answer> Delete(string path, string? etag) => Send(HttpMethod.Delete, path, null, etag: etag);

    /// <summary>Sends <paramref name="body"/> as JSON; a string is taken to be JSON already, HttpContent goes as it is.</summary>
    public async Task<Answer> Send(HttpMethod method, string path, object? body, string? key = null, string? etag = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path.StartsWith('/') ? path : $"/api/v1/{path}"));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (Language is not null)
            request.Headers.AcceptLanguage.ParseAdd(Language);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (etag is not null)
            request.Headers.TryAddWithoutValidation(method == HttpMethod.Get ? "If-None-Match" : "If-Match", etag);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            string json => new StringContent(json, new MediaTypeHeaderValue("application/json")),
            _ => JsonContent.Create(body, body.GetType(), options: Wire.Json),
        };
        using var response = await Http.SendAsync(request);
        return new Answer((int)response.StatusCode, $"{method} {path}", await response.Content.ReadAsStringAsync(),
            response.Content.Headers.ContentType?.MediaType, response.Headers.ETag?.ToString(), response.Headers.Location?.ToString(), response.Headers, log);
    }
}

/// <summary>What a program is told.</summary>
public sealed record Answer(
    int Status, string Asked, string Body, string? Type, string? ETag, string? Location, HttpResponseHeaders Headers, IReadOnlyCollection<string> Log)
{
    private JsonElement? json;

    public JsonElement Json => json ??= JsonDocument.Parse(Body).RootElement;

    public JsonElement this[string name] => Json.GetProperty(name);

    /// <summary>The record's own id.</summary>
    public string Id => Json.GetProperty("id").GetString()!;

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<JsonElement> Items => [.. Json.GetProperty("items").EnumerateArray()];

    /// <summary>This answer, or a failure that says what came instead.</summary>
    public Answer Expect(int expected)
    {
        Status.ShouldBe(expected, $"{Asked}\n{Body}\n{(Status >= 500 ? string.Join('\n', Log.TakeLast(3)) : "")}");
        return this;
    }
}

using System.Net.Http.Headers;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Live;

/// <summary>A page that listens at /live, as the script of every page does.</summary>
public sealed class OpenPage : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private StreamReader lines = StreamReader.Null;
    private Task<string?>? next;

    public static Task<OpenPage> Open(Uri address, Browser browser) => Open(http => Ask(http, address, browser));

    public static Task<OpenPage> Open(Uri address, string token) => Open(http =>
    {
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http.GetAsync(new Uri(address, "/live"), HttpCompletionOption.ResponseHeadersRead);
    });

    public static Task<HttpResponseMessage> Ask(HttpClient http, Uri address, Browser browser)
    {
        http.DefaultRequestHeaders.Add("Cookie", string.Join("; ", browser.Cookies.Select(c => $"{c.Key}={c.Value}")));
        return http.GetAsync(new Uri(address, "/live"), HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>The data of the next change.</summary>
    public async Task<string> Next()
    {
        while (await Line() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                return line["data: ".Length..];
        }
        throw new EndOfStreamException("The stream has ended.");
    }

    /// <summary>Whether something has been said that nobody has read yet.</summary>
    public bool HasHeard => (next ??= lines.ReadLineAsync()).IsCompleted;

    public async Task<bool> Ended()
    {
        try
        {
            while (await Line() is not null)
            {
            }
            return true;
        }
        catch (HttpIOException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        lines.Dispose();
        http.Dispose();
    }

    private static async Task<OpenPage> Open(Func<HttpClient, Task<HttpResponseMessage>> ask)
    {
        var page = new OpenPage();
        var answer = await ask(page.http);
        ((int)answer.StatusCode).ShouldBe(200);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        page.lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        (await page.Line()).ShouldBe(": listening");
        (await page.Line()).ShouldBe("");
        return page;
    }

    private async Task<string?> Line()
    {
        var line = await (next ??= lines.ReadLineAsync()).WaitAsync(Patience);
        next = null;
        return line;
    }
}

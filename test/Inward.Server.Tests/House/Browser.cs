using System.Collections;
using System.Net;
using System.Net.Http.Headers;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Inward.Server.Tests.House;

/// <summary>A browser with scripts off: it keeps cookies, follows redirects, and sends forms as they stand on the page.</summary>
public sealed class Browser(Uri address, IReadOnlyCollection<string> log)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>Kept without their dates: the house has a time of its own.</summary>
    public Dictionary<string, string> Cookies { get; private set; } = new(StringComparer.Ordinal);

    public Browser With(Dictionary<string, string> cookies)
    {
        Cookies = new(cookies, StringComparer.Ordinal);
        return this;
    }

    public Task<Page> Open(string path) => Send(HttpMethod.Get, path, null);

    /// <summary>Sends whatever one likes, with no form before it: what a stranger's page would do.</summary>
    public Task<Page> Post(string path, IEnumerable<KeyValuePair<string, string>> fields) => Send(HttpMethod.Post, path, () => new FormUrlEncodedContent(fields));

    /// <summary>
    /// Fills in the form at <paramref name="selector"/> and sends it: hidden fields and what is chosen already go along. A field is a
    /// property of an anonymous object or an entry of a dictionary: text, many texts, null to leave it out, or an <see cref="Upload"/>.
    /// </summary>
    public Task<Page> Submit(Page page, string selector, object? fields = null, string? button = null)
    {
        var form = page.Form(selector);
        var typed = Named(fields);
        var sent = new List<(string Name, object Value)>();
        foreach (var control in form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 } name && !typed.ContainsKey(name)))
            sent.AddRange(Standing(control));
        foreach (var (name, value) in typed)
            sent.AddRange(value is string or Upload ? [(name, value)] : value is IEnumerable many ? many.Cast<object>().Select(v => (name, v)) : value is null ? [] : [(name, value.ToString()!)]);
        var pressed = button is null ? null : form.QuerySelector(button) ?? throw new InvalidOperationException($"The form has no button {button}:\n{form.OuterHtml}");
        if (pressed?.GetAttribute("name") is { } pressedName)
            sent.Add((pressedName, pressed.GetAttribute("value") ?? ""));
        var action = pressed?.GetAttribute("formaction") ?? form.GetAttribute("action") ?? page.PathAndQuery;
        return form.Method == "get"
            ? Open($"{action.Split('?')[0]}?{string.Join('&', sent.Select(s => $"{Uri.EscapeDataString(s.Name)}={Uri.EscapeDataString((string)s.Value)}"))}")
            : Send(HttpMethod.Post, action, () => Content(sent));
    }

    private async Task<Page> Send(HttpMethod method, string path, Func<HttpContent>? content)
    {
        for (var hops = 0; hops < 10; hops++)
        {
            var target = new Uri(address, path);
            using var request = new HttpRequestMessage(method, target) { Content = content?.Invoke() };
            if (Cookies.Count > 0)
                request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
            using var response = await Http.SendAsync(request);
            Keep(response);
            if (response.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther && response.Headers.Location is { } next)
            {
                (method, content, path) = (HttpMethod.Get, null, new Uri(target, next).PathAndQuery);
                continue;
            }
            return new Page((int)response.StatusCode, target, await response.Content.ReadAsStringAsync(), response.Headers, log);
        }
        throw new InvalidOperationException($"{path} redirects in a circle.");
    }

    private void Keep(HttpResponseMessage response)
    {
        foreach (var line in response.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
        {
            var (name, value) = (line[..line.IndexOf('=', StringComparison.Ordinal)], line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(';')[0]);
            if (value.Length == 0)
                Cookies.Remove(name);
            else
                Cookies[name] = value;
        }
    }

    private static IEnumerable<(string, object)> Standing(IElement control) => (control, control.GetAttribute("name")!) switch
    {
        (IHtmlInputElement { Type: "checkbox" or "radio" } box, var name) => box.IsChecked ? [(name, box.Value)] : [],
        (IHtmlInputElement { Type: "submit" or "file" or "button" }, _) => [],
        (IHtmlInputElement input, var name) => [(name, input.Value)],
        (IHtmlTextAreaElement area, var name) => [(name, area.Value)],
        (IHtmlSelectElement choice, var name) => choice.SelectedOptions.Select(o => (name, (object)o.Value)),
        _ => [],
    };

    private static Dictionary<string, object?> Named(object? fields) => fields switch
    {
        null => [],
        IEnumerable<KeyValuePair<string, string>> texts => texts.ToDictionary(t => t.Key, t => (object?)t.Value, StringComparer.Ordinal),
        IEnumerable<KeyValuePair<string, object?>> values => values.ToDictionary(StringComparer.Ordinal),
        _ => fields.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(fields), StringComparer.OrdinalIgnoreCase),
    };

    private static HttpContent Content(List<(string Name, object Value)> fields)
    {
        if (fields.TrueForAll(f => f.Value is string))
            return new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, (string)f.Value)));
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            if (value is Upload file)
            {
                var part = new ByteArrayContent(file.Content);
                part.Headers.ContentType = new MediaTypeHeaderValue(file.Type);
                parts.Add(part, name, file.Name);
            }
            else
            {
                parts.Add(new StringContent((string)value), name);
            }
        }
        return parts;
    }
}

/// <summary>A file that is sent with a form.</summary>
public sealed record Upload(string Name, byte[] Content, string Type = "text/csv");

/// <summary>What a browser shows after following redirects.</summary>
public sealed class Page(int status, Uri address, string html, HttpResponseHeaders headers, IReadOnlyCollection<string> log)
{
    private readonly Lazy<IHtmlDocument> document = new(() => new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html));

    public int Status => status;

    /// <summary>Where one stands, without the query.</summary>
    public string Path => address.AbsolutePath;

    public string PathAndQuery => address.PathAndQuery;

    public string Html => html;

    public HttpResponseHeaders Headers => headers;

    public IHtmlDocument Document => document.Value;

    /// <summary>The words one reads in the page's main part, with single spaces.</summary>
    public string Text => string.Join(' ', ((IElement?)Document.QuerySelector("main") ?? Document.DocumentElement).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public IElement? Find(string selector) => Document.QuerySelector(selector);

    public IReadOnlyList<IElement> All(string selector) => [.. Document.QuerySelectorAll(selector)];

    /// <summary>The form at this selector inside the page's main part, or the page.</summary>
    public IHtmlFormElement Form(string selector) =>
        (Document.QuerySelector($"main {selector}") ?? Document.QuerySelector(selector)) as IHtmlFormElement ?? throw new InvalidOperationException($"There is no form {selector} on {PathAndQuery} ({status}):\n{html}");

    /// <summary>This page, or a failure that says what came instead.</summary>
    public Page Expect(int expected)
    {
        status.ShouldBe(expected, $"{PathAndQuery}\n{(html.Length > 3000 ? Text : html)}\n{string.Join('\n', log.TakeLast(3))}");
        return this;
    }
}

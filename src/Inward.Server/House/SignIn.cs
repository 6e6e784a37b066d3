using System.Security.Claims;
using Inward.House;
using Inward.Server.House.Words;

namespace Inward.Server.House;

/// <summary>Finds out who asks, once a request: a cookie for pages, a bearer token for programs, never both.</summary>
public static class SignIn
{
    private static readonly object MeKey = new();

    /// <summary>A cookie that starts with __Host- is refused by browsers unless it is sent over TLS to this host alone; plain http is for this machine.</summary>
    public static string CookieName(HttpContext http, string name = "inward") => http.Request.IsHttps ? $"__Host-{name}" : name;

    public static Me? Me(this HttpContext http) => (Me?)http.Items[MeKey];

    public static Tongue Tongue(this HttpContext http)
    {
        var chosen = http.Request.Cookies["language"];
        if (chosen == Words.Tongue.Pseudo.Code)
            return Words.Tongue.Pseudo;
        // A program says for each request in which language it reads; a page speaks its reader's.
        var asked = http.Request.Headers.AcceptLanguage.ToString();
        if (asked.Length > 0 && IsForPrograms(http.Request.Path))
            return Words.Tongue.Asked(asked);
        if (http.Me() is { } me)
            return Words.Tongue.Of(me.Language);
        if (chosen is { Length: > 0 })
            return Words.Tongue.Of(chosen);
        return Words.Tongue.Asked(asked);
    }

    public static IApplicationBuilder UseSignIn(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var keys = http.RequestServices.GetRequiredService<Keys>();
        var programs = IsForPrograms(http.Request.Path);
        var key = programs ? Bearer(http) : Session(http);
        var me = key is null ? null : await keys.Owner(key);
        if (programs && key is not null && me is null && await GuessedTooOften(http))
            return;
        if (me is not null)
        {
            http.Items[MeKey] = me;
            // Antiforgery binds its tokens to this name.
            http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, me.Person.ToString())], "inward"));
        }
        await next(http);
    });

    public static bool IsForPrograms(PathString path) => path.StartsWithSegments("/api", StringComparison.Ordinal) || path.StartsWithSegments("/mcp", StringComparison.Ordinal)
        || path.StartsWithSegments("/hooks", StringComparison.Ordinal);

    /// <summary>The secret in the session cookie of this request.</summary>
    public static string? Session(HttpContext http) =>
        http.Request.Cookies[CookieName(http)] is { } cookie && cookie.StartsWith("iws_", StringComparison.Ordinal) ? cookie : null;

    /// <summary>The secret by which this browser is known to have signed in before.</summary>
    public static string? Device(HttpContext http) =>
        http.Request.Cookies[CookieName(http, "inward-device")] is { Length: <= 100 } cookie && cookie.StartsWith("iwd_", StringComparison.Ordinal) ? cookie : null;

    /// <summary>Opens a session in this browser.</summary>
    public static async Task Enter(HttpContext http, SignInDesk desk, Try right)
    {
        var device = Device(http) ?? Keys.NewSecret("iwd");
        var secret = await desk.Enter(right, device, Session(http), http.Request.Headers.UserAgent.ToString(), http.TraceIdentifier);
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        Append(http, "inward", secret, now + SessionTable.Longest);
        Append(http, "inward-device", device, now.AddDays(400));
    }

    public static void Close(HttpContext http) =>
        http.Response.Cookies.Delete(CookieName(http), new CookieOptions { Secure = http.Request.IsHttps, Path = "/" });

    /// <summary>What this request comes in with, where both people and programs may: the cookie, else the token.</summary>
    public static string? Secret(HttpContext http) => Session(http) ?? Bearer(http);

    private static void Append(HttpContext http, string name, string secret, DateTimeOffset until) =>
        http.Response.Cookies.Append(CookieName(http, name), secret, new CookieOptions
        {
            HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", Expires = until, IsEssential = true,
        });

    // A session is a browser's: what was in its cookie opens nothing when a program sends it.
    public static string? Bearer(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header["Bearer ".Length..].Trim() is var token && token.StartsWith("iwt_", StringComparison.Ordinal) ? token : "" : null;

    private static async Task<bool> GuessedTooOften(HttpContext http)
    {
        var limits = http.RequestServices.GetRequiredService<Limits>();
        if (limits.Wait(http) is not { } wait)
        {
            limits.CountWrongGuess(http);
            return false;
        }
        Limits.Refuse(http, wait);
        var t = http.Tongue();
        await Problem.Write(http, new Problem("urn:inward:too-many", t["Too many tries"], 429, t["Too many wrong tokens from your network. Wait a minute and try again."]));
        return true;
    }
}

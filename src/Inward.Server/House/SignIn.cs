using System.Security.Claims;
using Inward.House;
using Inward.Server.House.Words;

namespace Inward.Server.House;

/// <summary>Finds out who asks, once a request: a cookie for pages, a bearer token for programs, never both.</summary>
public static class SignIn
{
    private static readonly object MeKey = new();

    public static string CookieName(HttpContext http) => http.Request.IsHttps ? "__Host-inward" : "inward";

    public static Me? Me(this HttpContext http) => (Me?)http.Items[MeKey];

    public static Tongue Tongue(this HttpContext http)
    {
        if (http.Request.Cookies["language"] is { Length: > 0 } chosen)
            return Words.Tongue.Of(chosen);
        if (http.Me() is { } me)
            return Words.Tongue.Of(me.Language);
        return http.Request.Headers.AcceptLanguage.ToString().StartsWith("de", StringComparison.OrdinalIgnoreCase) ? Words.Tongue.German : Words.Tongue.English;
    }

    public static IApplicationBuilder UseSignIn(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var keys = http.RequestServices.GetRequiredService<Keys>();
        var me = IsForPrograms(http.Request.Path)
            ? Bearer(http) is { } token ? await keys.Owner(token) : null
            : http.Request.Cookies[CookieName(http)] is { } cookie && cookie.StartsWith("iws_", StringComparison.Ordinal) ? await keys.Owner(cookie) : null;
        if (me is not null)
        {
            http.Items[MeKey] = me;
            // Antiforgery binds its tokens to this name.
            http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, me.Person.ToString())], "inward"));
        }
        await next(http);
    });

    public static bool IsForPrograms(PathString path) => path.StartsWithSegments("/api", StringComparison.Ordinal) || path.StartsWithSegments("/mcp", StringComparison.Ordinal);

    public static void Open(HttpContext http, string secret, DateTimeOffset until) =>
        http.Response.Cookies.Append(CookieName(http), secret, new CookieOptions
        {
            HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", Expires = until, IsEssential = true,
        });

    public static void Close(HttpContext http) =>
        http.Response.Cookies.Delete(CookieName(http), new CookieOptions { Secure = http.Request.IsHttps, Path = "/" });

    /// <summary>What this request comes in with, where both people and programs may: the cookie, else the token.</summary>
    public static string? Secret(HttpContext http) =>
        http.Request.Cookies[CookieName(http)] is { } cookie && cookie.StartsWith("iws_", StringComparison.Ordinal) ? cookie : Bearer(http);

    private static string? Bearer(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header["Bearer ".Length..].Trim() : null;
}

using Inward.Server.House.Words;

namespace Inward.Server.House;

/// <summary>What a phone or browser asks before it puts Inward on its home screen.</summary>
public static class Installing
{
    private static readonly object[] Icons =
    [
        new { src = "/icon-192.png", sizes = "192x192", type = "image/png" },
        new { src = "/icon-512.png", sizes = "512x512", type = "image/png" },
        new { src = "/icon-full.png", sizes = "512x512", type = "image/png", purpose = "maskable" },
        new { src = "/favicon.svg", sizes = "any", type = "image/svg+xml" },
    ];

    public static void Map(WebApplication app) => app.MapGet("/app.webmanifest", (HttpContext http) =>
    {
        // Browsers fetch it without cookies: its language is the browser's.
        var t = http.Tongue();
        http.Response.Headers.Vary = "Accept-Language";
        return Results.Json(Manifest(t), contentType: "application/manifest+json");
    }).AllowAnonymous();

    private static object Manifest(Tongue t) => new
    {
        id = "/", name = "Inward", short_name = "Inward", lang = t.Code, start_url = "/", scope = "/", display = "standalone",
        background_color = "#4048c4", theme_color = "#4048c4", icons = Icons,
        shortcuts = new[] { new { name = t["Log a talk"], url = "/conversations/new" }, new { name = t["New ask"], url = "/asks/new" }, new { name = t["Thank a colleague"], url = "/thanks/new" } },
    };
}

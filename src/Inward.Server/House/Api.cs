using Inward.House;

namespace Inward.Server.House;

/// <summary>What every route for programs has in common.</summary>
public static class Api
{
    public static RouteGroupBuilder MapApi(this WebApplication app) => app.MapGroup("/api/v1").AddEndpointFilterFactory((_, next) => async context =>
    {
        var http = context.HttpContext;
        if (http.Me() is not { } me)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Results.Json(new Problem("urn:inward:sign-in", http.Tongue()["Sign in first"], 401,
                http.Tongue()["Send a token as `Authorization: Bearer …`. You make one under Settings, Tokens."]), Wire.Json, "application/problem+json", 401);
        }
        var needed = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) ? "read" : "write";
        if (!me.Can(needed))
            throw Rule.NotYours(new Sentence("This token may not {0}.", needed));
        if ((HttpMethods.IsPut(http.Request.Method) || HttpMethods.IsPatch(http.Request.Method) || HttpMethods.IsDelete(http.Request.Method))
            && http.Request.Headers.IfMatch.Count == 0)
        {
            return Results.Json(new Problem("urn:inward:if-match", http.Tongue()["Say which version"], 428,
                http.Tongue()["Send the ETag you read as If-Match, so that nobody's change is overwritten."]), Wire.Json, "application/problem+json", 428);
        }
        return await next(context);
    });
}

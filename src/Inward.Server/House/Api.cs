using Inward.House;
using Microsoft.AspNetCore.Authorization;

namespace Inward.Server.House;

/// <summary>What every route for programs has in common.</summary>
public static class Api
{
    public static RouteGroupBuilder MapApi(this WebApplication app) => app.MapGroup("/api/v1");

    /// <summary>
    /// Who has no token, or one that may not do this, is told so before anything else of the request is looked at: what an
    /// endpoint takes is read before its filters run.
    /// </summary>
    public static Task Guard(HttpContext http, RequestDelegate next)
    {
        if (!SignIn.IsForPrograms(http.Request.Path) || http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return next(http);
        if (http.Me() is not { } me)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Problem.Write(http, new Problem("urn:inward:sign-in", http.Tongue()["Sign in first"], 401,
                http.Tongue()["Send a token as `Authorization: Bearer …`. You make one under Settings, Tokens."]));
        }
        var needed = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) ? "read" : "write";
        if (!me.Can(needed))
            throw Rule.NotYours(new Sentence("This token may not {0}.", new Sentence(needed)));
        if ((HttpMethods.IsPut(http.Request.Method) || HttpMethods.IsPatch(http.Request.Method) || HttpMethods.IsDelete(http.Request.Method))
            && http.Request.Headers.IfMatch.Count == 0)
        {
            return Problem.Write(http, new Problem("urn:inward:if-match", http.Tongue()["Say which version"], 428,
                http.Tongue()["Send the ETag you read as If-Match, so that nobody's change is overwritten."]));
        }
        return next(http);
    }
}

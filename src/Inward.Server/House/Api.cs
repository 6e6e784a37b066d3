using Inward.House;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Net.Http.Headers;

namespace Inward.Server.House;

/// <summary>What every route for programs has in common.</summary>
public static class Api
{
    /// <summary>
    /// Routes for programs have a pipeline of their own, which is laid when the first of them calls: whoever opens a page after a
    /// start does not wait for it.
    /// </summary>
    public static void UsePrograms(this WebApplication app, Action<IEndpointRouteBuilder> map)
    {
        app.Use(next =>
        {
            var programs = new Lazy<RequestDelegate>(() =>
            {
                var branch = ((IApplicationBuilder)app).New();
                branch.UseRouting();
                branch.Use(Guard);
                branch.UseEndpoints(map);
                return branch.Build();
            });
            return http => SignIn.IsForPrograms(http.Request.Path) || http.Request.Path.StartsWithSegments("/openapi", StringComparison.Ordinal) ? programs.Value(http) : next(http);
        });
    }

    /// <summary>
    /// Who has no token, or one that may not do this, is told so before anything else of the request is looked at: what an
    /// endpoint takes is read before its filters run.
    /// </summary>
    private static Task Guard(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers.CacheControl = "private, no-cache";
        if (http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
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
        // The framework fails on a charset that nobody knows.
        if (MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.Charset.HasValue && type.Encoding is null)
            return Problem.Write(http, new Problem("urn:inward:unreadable", http.Tongue()["Unreadable"], 415, http.Tongue()["Send the body as UTF-8."]));
        return next(http);
    }
}

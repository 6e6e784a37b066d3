using System.Text.RegularExpressions;
using Inward.Server.Tests.House;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Inward.Server.Tests.SignIn;

/// <summary>A door of Inward: "POST /asks/{id}?handler=File".</summary>
public sealed record Route(string Method, string Path, string? Handler, bool IsOpen)
{
    public bool IsApi => Path.StartsWith("/api/", StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Path}{(Handler is null ? "" : $"?handler={Handler}")}";
}

/// <summary>Every door that Inward serves, as the server itself lists them.</summary>
public static partial class Routes
{
    public static async Task<List<Route>> Of(TestHouse house)
    {
        // The routes for programs are laid when the first of them calls.
        await house.Call().Get("people");
        var loader = house.Services.GetRequiredService<PageLoader>();
        var routes = new List<Route>();
        foreach (var endpoint in house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var path = "/" + Constraint().Replace(endpoint.RoutePattern.RawText!.Trim('/'), "}");
            var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            if (path.Contains("{*", StringComparison.Ordinal))
                continue;
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                // What begins with On and belongs to Razor (OnPageHandlerExecuting) is no door.
                routes.Add(new Route("GET", path, null, open));
                foreach (var handler in (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods.Where(h => h.HttpMethod is "Get" or "Post"))
                    routes.Add(new Route(handler.HttpMethod.ToUpperInvariant(), path, handler.Name, open));
            }
            else
            {
                routes.AddRange((endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Where(m => m != "HEAD").Select(m => new Route(m, path, null, open)));
            }
        }
        return [.. routes.Distinct()];
    }

    [GeneratedRegex(@":\w+\}")]
    private static partial Regex Constraint();
}

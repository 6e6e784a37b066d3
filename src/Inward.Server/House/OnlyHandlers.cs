using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Inward.Server.House;

/// <summary>Razor shows a page even when none of its handlers took the request (another method, an unknown name): half a page, with nothing read.</summary>
public sealed class OnlyHandlers : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var method = context.HttpContext.Request.Method;
        var isGet = HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
        // A page that reads nothing has no OnGet.
        if (context.HandlerMethod is null && !(isGet && context.ActionDescriptor.HandlerMethods.All(h => h.HttpMethod != "Get")))
            context.Result = new StatusCodeResult(isGet || HttpMethods.IsPost(method) ? 404 : 405);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}

using Inward.House;
using Inward.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Authorization;

namespace Inward.Server.House;

/// <summary>What every page and form goes through on its way in and out.</summary>
public static class AroundPages
{
    private const int NoSpace = 28, NoSpaceOnWindows = unchecked((int)0x80070070);

    /// <summary>Before its token is looked for: what is wrong with the form itself, too large or no room for its files, would be told as a missing token.</summary>
    public static async Task ReadForm(HttpContext http, RequestDelegate next)
    {
        if (http.Request.HasFormContentType)
        {
            try
            {
                await http.Request.ReadFormAsync(http.RequestAborted);
            }
            catch (IOException full) when (full.HResult is NoSpace or NoSpaceOnWindows)
            {
                throw new StoreRefused("The disk is full. Nothing was saved; free some space and try again.", full);
            }
            catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException && !http.RequestAborted.IsCancellationRequested)
            {
                throw new BadHttpRequestException(broken.Message, 400, broken);
            }
        }
        await next(http);
    }

    /// <summary>A page that is not there says so in a page, and so does a form that was refused.</summary>
    public static async Task NothingHere(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response is not { HasStarted: false, StatusCode: 404 or 400, ContentLength: null, ContentType: null } || SignIn.IsForPrograms(http.Request.Path))
            return;
        var t = http.Tongue();
        await ErrorPage.Write(http, http.Response.StatusCode == 404
            ? Problem.Of(Rule.NotVisible(), t)
            : new Problem("urn:inward:unreadable", t["This form is too old"], 400, t["You have signed in or out since it was opened. Go back, reload the page and send it again."]));
    }

    /// <summary>At the last moment: whatever writes an error first takes all headers away.</summary>
    public static Task SafeHeaders(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            AddSafeHeaders(http);
            return Task.CompletedTask;
        });
        return next(http);
    }

    /// <summary>Pages are for people who have signed in, unless they say otherwise; a new store first asks for its company.</summary>
    public static async Task StrangersSignIn(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is { } endpoint && http.Me() is null
            && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            if (await http.RequestServices.GetRequiredService<FirstRun>().IsNeeded())
                http.Response.Redirect("/first");
            else
                http.Response.Redirect($"/signin?next={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");
            return;
        }
        http.Response.Headers.CacheControl = "private, no-cache";
        if (http.GetEndpoint() is not null)
            await Faces.Know(http);
        await next(http);
    }

    private static void AddSafeHeaders(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'" + (http.Response.ContentType is Picture.Png or Picture.Jpeg ? "; sandbox" : "");
        headers.XContentTypeOptions = "nosniff";
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
    }
}

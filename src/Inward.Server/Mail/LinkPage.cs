using Inward.House;
using Inward.Server.House;
using Inward.Server.House.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inward.Server.Mail;

/// <summary>A page that a link in a mail leads to, without sign-in: no cache, index or next site learns the link, and guessing is slow.</summary>
public abstract class LinkPage(Limits limits) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public BrokenRule? Mistake { get; private set; }

    /// <summary>The language of whom the mail was for.</summary>
    public abstract Tongue T { get; }

    protected async Task<IActionResult> Guarded(Func<Task<IActionResult>> work)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (limits.Wait(HttpContext) is { } wait)
        {
            Limits.Refuse(HttpContext, wait);
            Mistake = Rule.NotNow("Too many unknown links were opened from your network. Wait a minute and try again.");
            return Page();
        }
        try
        {
            return await work();
        }
        catch (BrokenRule mistake) when (mistake.Why == Broken.NotVisible)
        {
            limits.CountWrongGuess(HttpContext);
            Mistake = Rule.NotNow("This link is not known here. Perhaps a part of it is missing.");
            Response.StatusCode = 404;
        }
        catch (BrokenRule mistake)
        {
            Mistake = mistake;
            Response.StatusCode = StatusOf(mistake);
        }
        return Page();
    }

    protected virtual int StatusOf(BrokenRule mistake) => Problem.Of(mistake, T).Status;
}

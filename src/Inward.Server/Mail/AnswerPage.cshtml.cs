using Inward.House;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Mail;

/// <summary>Where a mail's link leads: what is asked, and one button. To open it changes nothing, so mail scanners may.</summary>
[AllowAnonymous]
public sealed class AnswerPage(Store store, TimeProvider clock, Limits limits) : LinkPage(limits)
{
    /// <summary>Shown after the move, to whoever has just used the link.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    public OpenLink? Open { get; private set; }

    public CustomersWords? Customer { get; private set; }

    public override Tongue T => Open?.T ?? HttpContext.Tongue();

    public Task<IActionResult> OnGetAsync() => Guarded(async () =>
    {
        if (!Done)
            (Open, Customer) = await store.Read(Look);
        return Page();
    });

    public Task<IActionResult> OnPostAsync() => Guarded(async () =>
    {
        var now = clock.GetUtcNow();
        // Read first, to know in whose name: the unit reads it again, and whoever comes second finds it used.
        (Open, Customer) = await store.Read(Look);
        var act = new Act(Open.Link.Workspace, Open.Me.Person, now, "link", HttpContext.TraceIdentifier);
        await store.Write(act, async unit => await MailLink.Use(unit, await MailLink.Open(unit, Code ?? "", now)));
        return Redirect("/answer?done=true");
    });

    private async Task<(OpenLink, CustomersWords?)> Look(Session session)
    {
        var open = await MailLink.Open(session, Code ?? "", clock.GetUtcNow());
        // A mail that was passed on: a colleague who is signed in is not its reader, and does not answer in their name.
        if (HttpContext.Me() is { } me && me.Person != open.Me.Person)
            throw Rule.NotYours("This link is for somebody else. If it is yours, sign out here first.");
        return (open, await CustomersWords.Of(session, open.Me.Workspace, open.Ask.Verbatim));
    }

    // A rule of the ask (its day has passed meanwhile) leaves the page and its words; a dead link says nothing about the ask.
    protected override int StatusOf(BrokenRule mistake) => Open is null && mistake.Why == Broken.NotNow ? 410 : base.StatusOf(mistake);
}

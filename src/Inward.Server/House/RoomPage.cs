using System.Security.Cryptography;
using System.Text.Json;
using Inward.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inward.Server.House;

/// <summary>A page of a room: it knows who looks, in which language and when, reads, and changes through the same desks as every door.</summary>
public abstract class RoomPage : PageModel
{
    private DateTimeOffset? now;

    public Me Me => HttpContext.Me() ?? throw new InvalidOperationException("This page is for people who have signed in.");

    public Tongue T => HttpContext.Tongue();

    public DateTimeOffset Now => now ??= HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    public TimeZoneInfo Zone => Me.Clock;

    public DateOnly Today => Me.Today(Now);

    /// <summary>The instant at which clocks show this where I am.</summary>
    protected DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    /// <summary>What the form got wrong; its summary takes the focus.</summary>
    public BrokenRule? Mistake { get; protected set; }

    protected Store Store => HttpContext.RequestServices.GetRequiredService<Store>();

    public string? Wrong(string field) =>
        Mistake?.Fields.FirstOrDefault(f => f.Name == field) is { } wrong ? T[wrong.Sentence] : null;

    protected Task<TResult> Read<TResult>(Func<Session, Task<TResult>> ask) => Store.Read(ask);

    /// <summary>
    /// Changes something and goes to <paramref name="then"/>; a broken rule shows the page again with everything that was typed.
    /// </summary>
    protected Task<IActionResult> Change<TResult>(Func<Unit, Task<TResult>> change, Func<TResult, string> then, Func<Task>? again = null) =>
        OrAgain(async () => then(await Store.Write(ByMe, change)), again);

    /// <summary>As <see cref="Change"/>, for a form that may be sent more than once: its <paramref name="key"/> was made when it was opened.</summary>
    protected Task<IActionResult> ChangeOnce<TResult>(string? key, Func<Unit, Task<TResult>> change, Func<TResult, string> then, Func<Task>? again = null) =>
        Id.TryParse(key, null, out _) ? OrAgain(async () => (await new Once(Store, ByMe).Change(Once.KeyOf(key!, Asked), Asked, async unit => new Reply(302, null, then(await change(unit))))).Location!, again)
            : Change(change, then, again);

    protected Act ByMe => new(Me.Workspace, Me.Person, Now, "page", HttpContext.TraceIdentifier);

    // What was typed; not the token against forgery, which is another each time.
    private byte[] Asked => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Request.Form.Where(typed => typed.Key is not ("__RequestVerificationToken" or "age"))
        .OrderBy(typed => typed.Key, StringComparer.Ordinal).Select(typed => new { typed.Key, Path = Request.Path.Value, Values = typed.Value.ToArray() })));

    /// <summary>Goes where the change says; a broken rule shows the page again.</summary>
    protected async Task<IActionResult> OrAgain(Func<Task<string>> change, Func<Task>? again)
    {
        try
        {
            return Redirect(await change());
        }
        catch (BrokenRule mistake) when (mistake.Why != Broken.NotVisible)
        {
            Mistake = mistake;
            Response.StatusCode = Problem.Of(mistake, T).Status;
            if (again is not null)
                await again();
            return Page();
        }
    }

    /// <summary>The whole page, or only the part that its script asks for.</summary>
    protected IActionResult PageOr(string fragment, string partial)
    {
        Response.Headers.Vary = "X-Fragment";
        return WantsFragment(fragment) ? Partial(partial, this) : Page();
    }

    /// <summary>True when the page's script asks for one part only.</summary>
    public bool WantsFragment(string name) => Request.Headers["X-Fragment"] == name;
}

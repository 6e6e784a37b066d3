using Inward.House;
using Inward.Ideas;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Ideas;

/// <summary>One idea: who answers it and by when, who wants it too, and the line from the idea to what it changed.</summary>
public sealed class IdeaPage : RoomPage
{
    private const int MostOthers = 100;

    public IdeaSeen Seen { get; private set; } = null!;

    public IReadOnlyList<string> Possible { get; private set; } = [];

    /// <summary>What it could be the same as.</summary>
    public IReadOnlyList<Named> Others { get; private set; } = [];

    public bool IsMine => Seen.Idea.Author == Me.Person;

    public bool Wants => Seen.Wanting.Contains(Me.Person);

    /// <summary>Which form was refused.</summary>
    public bool Tried(string handler) => Mistake is not null && string.Equals(Request.Query["handler"], handler, StringComparison.OrdinalIgnoreCase);

    public string? WrongIn(string handler, string field) => Tried(handler) ? Wrong(field) : null;

    public string? Typed(string handler, string field) => Tried(handler) ? Request.Form[field].ToString() : null;

    /// <summary>Whoever kept the address of an idea that went into another is led to that.</summary>
    public async Task<IActionResult> OnGetAsync(Id id)
    {
        await Load(id);
        return Seen.Root is { } root ? Redirect($"/ideas/{root.Id}#same") : PageOr("idea", "/Ideas/_IdeaWhole.cshtml");
    }

    public Task<IActionResult> OnPostWantAsync(Id id) => Moved(id, unit => IdeaDesk.Want(unit, Me, id));

    public Task<IActionResult> OnPostNoMoreAsync(Id id) => Moved(id, unit => IdeaDesk.WantNoMore(unit, Me, id));

    public Task<IActionResult> OnPostCommentAsync(Id id, string? text) => Moved(id, unit => IdeaDesk.Comment(unit, Me, id, Query.Typed(text)));

    /// <summary>On to the draft, which says what is asked of whom.</summary>
    public Task<IActionResult> OnPostAdoptAsync(Id id, string? reason) =>
        Change(unit => IdeaDesk.Adopt(unit, Me, id, null, Query.Typed(reason), null), adopted => $"/asks/new?draft={adopted.Ask.Id}", () => Load(id));

    public Task<IActionResult> OnPostDeclineAsync(Id id, string? reason) => Moved(id, unit => IdeaDesk.Decline(unit, Me, id, null, Query.Typed(reason)));

    public Task<IActionResult> OnPostLaterAsync(Id id, string? until, string? reason) => Moved(id, unit => IdeaDesk.PutOff(unit, Me, id, null, Query.Day("until", until), Query.Typed(reason)));

    public Task<IActionResult> OnPostMergeAsync(Id id, string? into) => Moved(id, unit => SameIdea.Merge(unit, Me, id, null, Query.Id("into", into)));

    public Task<IActionResult> OnPostPartAsync(Id id) => Moved(id, unit => SameIdea.Part(unit, Me, id, null));

    public Task<IActionResult> OnPostWithdrawAsync(Id id, string? reason) => Moved(id, unit => IdeaDesk.Withdraw(unit, Me, id, null, Query.Typed(reason)));

    public Task<IActionResult> OnPostOpenAsync(Id id) => Moved(id, unit => IdeaDesk.Open(unit, Me, id, null));

    private Task<IActionResult> Moved(Id id, Func<Unit, Task> move) => Change(async unit =>
    {
        await move(unit);
        return id;
    }, _ => $"/ideas/{id}", () => Load(id));

    private Task Load(Id id) => Read(async session =>
    {
        Seen = await IdeaSeen.Of(session, Me, id, Today);
        Possible = Seen.PossibleFor(Me.Person);
        if (Possible.Contains("merging"))
        {
            var (rows, _) = await IdeaList.Ask(session, Me, new IdeaFilter(), Today, null, MostOthers);
            Others = [.. rows.Where(row => row.Idea.Id != id && !row.Idea.Private && row.State != IdeaState.Declined).Select(row => new Named(row.Idea.Id, $"{Customers.VerbatimTable.Opening(row.Idea.Text, 100)} ({row.AuthorName})"))];
        }
        return true;
    });
}

using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.People;

/// <summary>One suggestion: whoever it is for takes it, changes it or says no; whoever made it sees what became of it.</summary>
public sealed class SuggestionPage : RoomPage
{
    public SuggestionRow Suggestion { get; private set; } = null!;

    /// <summary>What stands on the page now, in answer to the same question.</summary>
    public AnswerShown? Standing { get; private set; }

    public bool IsMine { get; private set; }

    public bool IsByMe => Suggestion.Author == Me.Person;

    /// <summary>What was typed when it was refused, else what was suggested.</summary>
    public string Words => Mistake is not null && Request.HasFormContentType && Request.Form["words"].ToString() is { Length: > 0 } typed ? typed : Suggestion.Words;

    public string? Reply => Mistake is not null && Request.HasFormContentType ? Request.Form["reply"].ToString() : null;

    public Task OnGetAsync(Id id) => Load(id);

    public Task<IActionResult> OnPostAcceptAsync(Id id, string? words, string? back) =>
        Change(unit => SuggestionDesk.Accept(unit, Me, id, null, Query.Typed(words)), done => Then(done, back), () => Load(id));

    public Task<IActionResult> OnPostDeclineAsync(Id id, string? reply, string? back) =>
        Change(unit => SuggestionDesk.Decline(unit, Me, id, null, Query.Typed(reply)), done => Then(done, back), () => Load(id));

    public Task<IActionResult> OnPostWithdrawAsync(Id id) => Change(unit => SuggestionDesk.Withdraw(unit, Me, id, null), done => Then(done, null), () => Load(id));

    private static string Then(Suggestion done, string? back) => back == "today" ? "/" : $"/{(done.IsTeam ? "teams" : "people")}/{done.About}";

    private Task Load(Id id) => Read(async session =>
    {
        Suggestion = await session.SuggestionShown(Me, id) ?? throw Rule.NotVisible();
        var owner = await PageOwner.Of(session, Me, Suggestion.About, Today) ?? throw Rule.NotVisible();
        IsMine = owner.IsMine;
        Standing = (await WordsShown.Of(session, Me.Workspace, owner.Words)).To(Suggestion.Question);
        return true;
    });
}

/// <summary>Suggests an answer to one of the six questions on somebody's page.</summary>
public sealed class NewSuggestionPage : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public string? About { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Question { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public PageOwner Owner { get; private set; } = null!;

    public WordsShown Said { get; private set; } = null!;

    public Task OnGetAsync() => Load();

    public Task<IActionResult> OnPostAsync() => Change(
        unit => SuggestionDesk.Suggest(unit, Me, new SuggestionTold(Query.Id("about", About), Query.Word<WordsQuestion>("question", Question), Query.Typed(Words))),
        made => $"/{(made.IsTeam ? "teams" : "people")}/{made.About}#suggestions", Load);

    private Task Load() => Read(async session =>
    {
        Owner = Query.Id("about", About) is { } id ? await PageOwner.Of(session, Me, id, Today) ?? throw Rule.NotVisible() : throw Rule.Invalid("about", "Say on whose page it shall stand.");
        Said = await WordsShown.Of(session, Me.Workspace, Owner.Words);
        return true;
    });
}

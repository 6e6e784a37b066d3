using Inward.Conversations;
using Inward.House;
using Inward.Ideas;
using Inward.Server.House;
using Inward.Server.Ideas;
using Inward.Server.Recorded;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Conversations;

/// <summary>One talk: its words as they were typed, what was learned, what is disputed, and the versions before.</summary>
public sealed class ConversationPage : RoomPage
{
    [BindProperty]
    public string? Text { get; set; }

    public ConversationOut Talk { get; private set; } = null!;

    public IReadOnlyList<KeptItem> Items { get; private set; } = [];

    public bool CanTakeBack { get; private set; }

    private IReadOnlyList<Idea> ideas = [];

    /// <summary>What a line became.</summary>
    public Id? IdeaOf(KeptItem item) => item.Kind == ItemKind.Idea ? ideas.FirstOrDefault(idea => idea.Author == item.Person && idea.Text == item.Text)?.Id : null;

    /// <summary>How a need shall stand in one's own words: as it was typed when that was refused, else as it was noted.</summary>
    public string Words(KeptItem item) => Mistake is not null && Request.Form["n"] == $"{item.N}" && Request.Form["words"].ToString() is { Length: > 0 } typed ? typed : item.Text;

    public bool MayDispute => !IsMine && Talk.People.Contains(Me.Person) && Talk.Disputes.All(d => d.By != Me.Person);

    public bool IsMine => Talk.Author == Me.Person;

    public string Name(Id id) => Talk.Names.GetValueOrDefault(id.ToString(), "");

    /// <summary>What is mine to answer: a need about me, a promise I gave; a line to several people once.</summary>
    public bool IsMineToAnswer(KeptItem item) => item.Answer is null && item.Kind switch
    {
        ItemKind.Need => item.Person == Me.Person,
        ItemKind.Promise => IsMine && Items.First(i => i.N == item.N) == item,
        _ => false,
    };

    public Task OnGetAsync(Id id) => Load(id);

    public Task<IActionResult> OnPostUndoAsync(Id id) => Change(unit => ConversationDesk.TakeBack(unit, Me, id),
        talk => talk is { Channel: "hello", People: [var person] } ? $"/people/{person}" : "/conversations", () => Load(id));

    public Task<IActionResult> OnPostAnswerAsync(Id id, int n, string? answer, string? words, string? back) => Change(
        unit => ConversationDesk.Answer(unit, Me, id, n, Query.Word<ItemAnswer>("answer", answer) ?? throw Rule.Invalid("answer", "Say what became of it."), Query.Typed(words)),
        _ => back switch { "today" => "/", "me" => $"/people/{Me.Person}", _ => $"/conversations/{id}" }, () => Load(id));

    /// <summary>A line becomes an idea of the colleague who had it.</summary>
    public Task<IActionResult> OnPostIdeaAsync(Id id, int n, Id? person) => Change(unit => IdeaDesk.TakeUp(unit, Me, id, n, person), idea => $"/ideas/{idea.Id}", () => Load(id));

    public Task<IActionResult> OnPostDisputeAsync(Id id) => Change(unit => DisputeDesk.Say(unit, Me, id, Query.Typed(Text)), _ => $"/conversations/{id}", () => Load(id));

    public Task<IActionResult> OnPostWithdrawAsync(Id id) => Change(unit => DisputeDesk.Withdraw(unit, Me, id), _ => $"/conversations/{id}", () => Load(id));

    private Task Load(Id id) => Read(async session =>
    {
        Talk = await ConversationOut.Of(session, Me, id);
        Items = await session.ItemsOf(Me.Workspace, [id]);
        ideas = Items.Any(item => item.Kind == ItemKind.Idea) ? await session.IdeasOfTalk(Me.Workspace, id) : [];
        CanTakeBack = (await ConversationDesk.Seen(session, Me, id)).CanBeTakenBack(Me.Person, Now);
        return true;
    });
}

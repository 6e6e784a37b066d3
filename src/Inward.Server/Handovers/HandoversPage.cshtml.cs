using Inward.Handovers;
using Inward.House;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Handovers;

/// <summary>What the customer of a sale was promised, and through whose hands it goes.</summary>
public sealed class HandoversPage : RoomPage
{
    [BindProperty(Name = "what")]
    public string? What { get; set; }

    [BindProperty(Name = "by")]
    public string? By { get; set; }

    [BindProperty(Name = "saidBy")]
    public string? SaidBy { get; set; }

    [BindProperty(Name = "saidOn")]
    public string? SaidOn { get; set; }

    [BindProperty(Name = "spoken")]
    public bool Spoken { get; set; }

    [BindProperty(Name = "team")]
    public string? Team { get; set; }

    [BindProperty(Name = "note")]
    public string? Note { get; set; }

    /// <summary>What was typed beside one promise: a note, a reason, a question, an answer.</summary>
    [BindProperty(Name = "text")]
    public string? Text { get; set; }

    /// <summary>The promise beside which it was typed.</summary>
    [BindProperty(Name = "promise")]
    public Id? Beside { get; set; }

    public SaleRow Sale { get; private set; } = null!;

    public HandoversSeen Seen { get; private set; } = null!;

    public IReadOnlyList<Named> Teams { get; private set; } = [];

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    public bool IsOfTeam(Handover handover) => handover.IsFor(Me.Teams);

    public bool IsGiver(Handover handover) => handover.IsOf(Me.Person, Sale.Owner);

    public async Task<IActionResult> OnGetAsync(Id id)
    {
        await Load(id);
        SaidOn ??= Today.ToString("O");
        return PageOr("promised", "/Handovers/_Promised.cshtml");
    }

    public Task<IActionResult> OnPostAsync(Id id) => Do(id, async unit => await HandoverDesk.Promise(unit, Me, id,
        new CustomerPromiseTold(What, Query.Day("by", By), await Whom.Colleague(unit, Me, "saidBy", SaidBy), Query.Day("saidOn", SaidOn), Spoken)));

    public Task<IActionResult> OnPostKeepAsync(Id id) => Do(id, unit => HandoverDesk.Keep(unit, Me, (id, Beside ?? default), null, Text));

    public Task<IActionResult> OnPostLetGoAsync(Id id) => Do(id, unit => HandoverDesk.LetGo(unit, Me, (id, Beside ?? default), null, Text));

    public Task<IActionResult> OnPostReopenAsync(Id id) => Do(id, unit => HandoverDesk.Reopen(unit, Me, (id, Beside ?? default), null));

    public Task<IActionResult> OnPostHandOverAsync(Id id) => Do(id, unit => HandoverDesk.HandOver(unit, Me, id, Query.Id("team", Team), Note));

    public Task<IActionResult> OnPostAcceptAsync(Id id, Id handover) => Do(id, unit => HandoverDesk.Accept(unit, Me, (id, handover), null, Beside is { } one ? [one] : null));

    public Task<IActionResult> OnPostQueryAsync(Id id, Id handover) => Do(id, unit => HandoverDesk.Query(unit, Me, (id, handover), null, Beside ?? default, Text));

    public Task<IActionResult> OnPostAnswerAsync(Id id, Id handover) => Do(id, unit => HandoverDesk.Answer(unit, Me, (id, handover), null, Beside ?? default, Text));

    public Task<IActionResult> OnPostTakeBackAsync(Id id, Id handover) => Do(id, unit => HandoverDesk.TakeBack(unit, Me, (id, handover), null));

    /// <summary>What was typed beside this promise, and what is wrong with it.</summary>
    public (string? Typed, string? Wrong) TypedBeside(Id promise) => Mistake is not null && Beside == promise
        ? (Text, Wrong("note") ?? Wrong("reason") ?? Wrong("question") ?? Wrong("text")) : default;

    private Task<IActionResult> Do<T>(Id id, Func<Unit, Task<T>> change) => Change(change, _ => $"/sales/{id}/promises", () => Load(id));

    private Task Load(Id id) => Read(async session =>
    {
        Sale = await SalesList.One(session, Me, id) ?? throw Rule.NotVisible();
        Seen = await HandoversSeen.Of(session, Me, id);
        Teams = await session.All<Named>("select id, name from team where workspace = @Workspace order by name_key, id limit 500", new { Me.Workspace });
        Colleagues = await Whom.Suggested(session, Me, Today);
        return true;
    });
}

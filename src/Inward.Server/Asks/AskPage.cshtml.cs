using Inward.Asks.Moves;
using Inward.House;
using Inward.Server.AfterSales;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Asks;

/// <summary>One ask: the customer's words, the translation, the negotiation as a conversation, and the moves that are mine.</summary>
public sealed class AskPage : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public Id Id { get; set; }

    public AskOut Whole { get; private set; } = null!;

    public Words? Customer { get; private set; }

    /// <summary>Its sale, if that was lost while the ask is open.</summary>
    public LostSale? Lost => LostSale.Of(Came, Whole);

    /// <summary>What the customer's side says of it since.</summary>
    public IReadOnlyList<CameOf> Came { get; private set; } = [];

    /// <summary>Who had the idea that it carries out.</summary>
    public Named? HadTheIdea { get; private set; }

    /// <summary>The move whose form was refused, shown again with what was typed.</summary>
    public string? Tried { get; private set; }

    public sealed record Words(Id Id, string Text, string? SaidBy, DateOnly SaidOn, string? Stage, Id CustomerId, string CustomerName)
    {
        public static async Task<Words?> Of(Session session, Me me, Id? verbatim) => verbatim is null ? null : await session.One<Words>("""
            select v.id, v.words as text, v.said_by, v.said_on, v.stage, c.id as customer_id, c.name as customer_name
            from verbatim v join customer c on c.workspace = v.workspace and c.id = v.customer where v.workspace = @Workspace and v.id = @verbatim
            """, new { me.Workspace, verbatim });
    }

    public bool IsMyTurn => Whole.Turn is { } turn && (turn.Id == Me.Person || Me.Teams.Contains(turn.Id));

    public bool IsMine => Whole.Requester == Me.Person;

    public string? Name(Id? id) => id is null ? null : Whole.Names.GetValueOrDefault(id.Value.ToString());

    public string? Typed(string field) => Tried is null ? null : Request.Form[field].ToString();

    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        if (Whole.State == "draft")
            return Redirect($"/asks/new?draft={Id}");
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string move)
    {
        Tried = move;
        return Change(async unit => await AskDesk.Move(unit, Me, Id, await ReadMove(unit, move)),
            ask => ask.State == Inward.Asks.AskState.Draft ? $"/asks/new?draft={Id}" : $"/asks/{Id}", Load);
    }

    public async Task<IActionResult> OnPostFileAsync(IFormFile? file)
    {
        if (file is null)
            return Redirect($"/asks/{Id}");
        await using var stream = file.OpenReadStream();
        var bytes = await AskFiles.ReadUpload(stream, HttpContext.RequestAborted);
        return await Change(unit => AskFiles.Attach(unit, Me, Id, file.FileName, file.ContentType, bytes), ask => $"/asks/{ask.Id}", Load);
    }

    private async Task<Move> ReadMove(Unit unit, string move)
    {
        var owner = move == "obstacles" ? await Whom.Colleague(unit, Me, "owner", Request.Form["owner"]) : null;
        var read = MoveForm.Read(move, Request.Form, owner?.ToString());
        if (read is not Delegating delegating)
            return read;
        var to = await Whom.ColleagueOrTeam(unit, Me, "to", Request.Form["to"]);
        return delegating with { Performer = to.Person, Team = to.Team };
    }

    private async Task Load() => (Whole, Customer, Came, HadTheIdea) = await Read(async session =>
    {
        var whole = await WholeAsk.Of(session, Me, Id, Now);
        return (whole, await Words.Of(session, Me, whole.Verbatim), await CameOf.Ask(session, Me, whole), await Author(session, whole.Idea));
    });

    private async Task<Named?> Author(Session session, Id? idea) => idea is null ? null
        : await session.One<Named>("select p.id, p.name from idea i join person p on p.workspace = @Workspace and p.id = i.author where i.workspace = @Workspace and i.id = @idea", new { Me.Workspace, idea });
}

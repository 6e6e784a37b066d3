using Inward.Asks;
using Inward.Asks.Moves;
using Inward.Conversations;
using Inward.House;
using Inward.Server.Conversations;
using Inward.Server.House;
using Inward.Server.Ideas;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Asks;

/// <summary>Customer talk and company talk side by side: what they said, and what a colleague can do about it.</summary>
public sealed class NewAskPage : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public Id? Draft { get; set; }

    [BindProperty(SupportsGet = true)]
    public Id? Verbatim { get; set; }

    [BindProperty(SupportsGet = true)]
    public Id? Sale { get; set; }

    /// <summary>The idea that it carries out.</summary>
    [BindProperty(SupportsGet = true)]
    public Id? Idea { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Effect { get; set; }

    [BindProperty]
    public List<string?> Conditions { get; set; } = [];

    // Days stay text until the rule reads them: nothing that was typed is lost.
    [BindProperty]
    public string? AnswerBy { get; set; }

    [BindProperty]
    public string? NeededBy { get; set; }

    [BindProperty]
    public string? Concern { get; set; }

    [BindProperty]
    public bool Open { get; set; }

    public AskPage.Words? Customer { get; private set; }

    /// <summary>Whose own words fit; null until that is asked for.</summary>
    public HelpersShown? Helpers { get; private set; }

    public IReadOnlyList<Known> Suggestions { get; private set; } = [];

    public sealed record Known(string Name, string Says);

    /// <param name="talk">The talk whose item shall become an ask.</param>
    /// <param name="gets">What whoever is asked gets of it: a trade.</param>
    /// <param name="company">What the company gets.</param>
    public async Task<IActionResult> OnGetAsync(Id? person, Id? team, Id? talk, int? item, string? gets, string? company)
    {
        if (Draft is { } draft)
            await Fill(draft);
        else
            await NameReceiver(person, team);
        if (talk is { } from)
            await TakeUp(from, item);
        if (Idea is { } idea && Draft is null)
            await CarryOut(idea);
        if (!string.IsNullOrWhiteSpace(gets))
            Effect = Trade(gets, company);
        await Load();
        return Page();
    }

    public Task<IActionResult> OnPostAsync(bool keep) => Change(async unit =>
    {
        var asking = await Read(unit);
        if (Draft is { } draft)
        {
            await AskDesk.Redraft(unit, Me, draft, asking, null);
            return keep ? await unit.AskUnseen(Me.Workspace, draft) : await AskDesk.Move(unit, Me, draft, new Sending());
        }
        var ask = keep ? await AskDesk.Keep(unit, Me, asking) : await AskDesk.Send(unit, Me, asking);
        return !keep && !string.IsNullOrWhiteSpace(Concern) ? await AskDesk.Move(unit, Me, ask.Id, new RaisingConcern(Concern)) : ask;
    }, ask => ask!.State == AskState.Draft ? "/asks?show=drafts" : $"/asks/{ask.Id}", Load);

    /// <summary>Shows who may help, or writes down who was chosen; nothing is kept, and nothing that was typed is lost.</summary>
    public async Task<IActionResult> OnPostWhoAsync(string? choose)
    {
        if (string.IsNullOrEmpty(choose))
            Helpers = await Read(session => WhoMayHelp.Ask(session, Me, What, Today));
        else
            To = choose;
        await Load();
        return Page();
    }

    public Task<IActionResult> OnPostDiscardAsync() => Change(async unit =>
    {
        await AskDesk.Discard(unit, Me, Draft ?? throw Rule.NotVisible(), null);
        return true;
    }, _ => "/asks?show=drafts", Load);

    private async Task<Asking> Read(Unit unit)
    {
        var wrong = new List<Wrong>();
        var to = await Receiver(unit, wrong);
        var asking = new Asking(What, to.Person, to.Team, Reason, Effect, [.. Conditions.OfType<string>()], Day("answerBy", AnswerBy, wrong), Day("neededBy", NeededBy, wrong), Open, Verbatim, Sale, Idea: Idea);
        return wrong.Count == 0 ? asking : throw Rule.Invalid(wrong);
    }

    private async Task<Meant> Receiver(Unit unit, List<Wrong> wrong)
    {
        try
        {
            return await Whom.ColleagueOrTeam(unit, Me, "performer", To);
        }
        catch (BrokenRule unknown) when (unknown.Why == Broken.Invalid)
        {
            wrong.AddRange(unknown.Fields);
            return default;
        }
    }

    private static DateOnly? Day(string field, string? typed, List<Wrong> wrong)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", out var day))
            return day;
        wrong.Add(new Wrong(field, new Sentence("“{0}” is not a day. Write it as 2026-11-30.", typed)));
        return null;
    }

    private async Task NameReceiver(Id? person, Id? team)
    {
        if (person is not null || team is not null)
            To = await Read(session => session.One<string>("""
                select coalesce(email, name) as name from person where workspace = @Workspace and id = @person
                union all select name from team where workspace = @Workspace and id = @team
                """, new { Me.Workspace, person, team }));
    }

    private Task TakeUp(Id talk, int? n) => Read(async session =>
    {
        await ConversationDesk.Seen(session, Me, talk);
        var item = (await session.ItemsOf(Me.Workspace, [talk])).Find(i => i.N == n) ?? throw Rule.NotVisible();
        Reason = T["{0} named this in a talk on {1}.", item.PersonName, T.Date(Me.Today(item.At))];
        if (item.Kind == ItemKind.Want)
            Effect = Trade(item.Text, null);
        else
            What = item.Text;
        return true;
    });

    private Task CarryOut(Id idea) => Read(async session =>
    {
        var seen = await session.Idea(Me, idea) ?? throw Rule.NotVisible();
        (What, Open) = (seen.Text, !seen.Private);
        Reason = T["{0} had this idea.", (await session.Names(Me.Workspace, [seen.Author])).GetValueOrDefault($"{seen.Author}", "")];
        return true;
    });

    private string Trade(string gets, string? company) => $"{T["You get: {0}", gets.Trim()]}\n{T["The company gets: {0}", company?.Trim() ?? ""]}".TrimEnd(' ');

    private async Task Fill(Id draft)
    {
        var ask = await Read(session => session.Ask(Me, draft)) ?? throw Rule.NotVisible();
        if (ask.State != AskState.Draft || ask.Requester != Me.Person)
            throw Rule.NotVisible();
        (What, Reason, Effect, Open, Verbatim, Sale, Idea) = (ask.Terms.What, ask.Reason, ask.Effect, ask.Open, ask.Verbatim, ask.Sale, ask.Idea);
        (Conditions, AnswerBy, NeededBy) = ([.. ask.Terms.Conditions], ask.AnswerBy?.ToString("O"), ask.Terms.By?.ToString("O"));
        await NameReceiver(ask.Performer, ask.Team);
    }

    private async Task Load() => (Customer, Suggestions) = await Read(async session =>
    {
        var words = await AskPage.Words.Of(session, Me, Verbatim);
        // Whom one asked before, by name: a help for typing, in no order of merit.
        var known = await session.All<Known>("""
            select p.name, coalesce(p.title, '') as says from person p where p.workspace = @Workspace and p.left_on is null and p.id in (
              select x.performer from ask x where x.workspace = @Workspace and x.requester = @Person and x.is_open = 1
              union select x.performer from ask x where x.workspace = @Workspace and x.requester = @Person and x.is_open = 0)
            union select name, '' as says from team where workspace = @Workspace order by name limit 60
            """, new { Me.Workspace, Me.Person });
        return (words, known);
    });
}

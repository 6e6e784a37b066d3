using Inward.Chains;
using Inward.Customers;
using Inward.House;
using Inward.People;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Chains;

/// <summary>The chain of one sale: begun, seen, steered, and shown to the customer.</summary>
public sealed class ChainPage : RoomPage
{
    /// <summary>The template to begin with; the oldest when none is chosen.</summary>
    [BindProperty(Name = "template", SupportsGet = true)]
    public string? TemplateId { get; set; }

    [BindProperty(Name = "startOn")]
    public string? StartOn { get; set; }

    /// <summary>A team, an answer and a reason to go without for each step, in the order of the template.</summary>
    [BindProperty(Name = "teams")]
    public IReadOnlyList<string?> TeamsChosen { get; set; } = [];

    [BindProperty(Name = "needed")]
    public IReadOnlyList<string?> Needed { get; set; } = [];

    [BindProperty(Name = "skip")]
    public IReadOnlyList<string?> Skip { get; set; } = [];

    /// <summary>The step that something was typed beside.</summary>
    [BindProperty(Name = "step")]
    public Id? Beside { get; set; }

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    [BindProperty(Name = "team")]
    public string? Team { get; set; }

    [BindProperty(Name = "version")]
    public int? Version { get; set; }

    public SaleRow Sale { get; private set; } = null!;

    public ChainSeen? Seen { get; private set; }

    public IReadOnlyList<ChainTemplate> Templates { get; private set; } = [];

    /// <summary>What a chain would begin as; null where the company has no template.</summary>
    public ChainTemplate? Template => Templates.FirstOrDefault(one => one.Id.ToString() == TemplateId) ?? Templates.FirstOrDefault();

    public IReadOnlyList<Team> Teams { get; private set; } = [];

    public LinksShown Links { get; private set; } = LinksShown.None;

    public bool Begins => Seen is null or { Chain.Ended: not null };

    public IReadOnlyList<StepDrawn> Drawn => [.. Seen!.Steps.Select(step => new StepDrawn(
        step.Step.Step, T.Step(step.Step.Step.Name), $"{Word(step)} · {Day(step.Dates.End)}", Says(step), step.Ask is { } ask ? $"/asks/{ask.Id}" : $"#step-{step.Step.Id}",
        Seen.Schedule.LongestWay.Any(one => one.Id == step.Step.Id)))];

    public string Word(StepSeen step) => T[StepWords.Of(step.State).Word];

    public async Task<IActionResult> OnGetAsync(Id id)
    {
        await Load(id);
        TeamsChosen = [.. (Template?.Steps ?? []).Select(step => step.Team?.ToString())];
        return PageOr("chain", "/Chains/_Chain.cshtml");
    }

    public Task<IActionResult> OnPostAsync(Id id) => Do(id, async unit => await ChainDesk.Begin(unit, Me, id, new ChainBegun(Query.Id("template", TemplateId), Query.Day("startOn", StartOn), await Choices(unit))));

    public Task<IActionResult> OnPostSkipAsync(Id id) => Do(id, unit => ChainDesk.Skip(unit, Me, id, Beside ?? default, Version, Query.Typed(Reason)));

    public Task<IActionResult> OnPostSayAsync(Id id, string? yes) => Do(id, unit => ChainDesk.Say(unit, Me, id, Beside ?? default, Version, yes is null ? null : yes == "true"));

    public Task<IActionResult> OnPostAskAsync(Id id) => Do(id, unit => ChainDesk.Ask(unit, Me, id, Beside ?? default, Version, Query.Id("team", Team)));

    public Task<IActionResult> OnPostFinishAsync(Id id) => Do(id, unit => ChainDesk.End(unit, Me, id, Version, Query.Typed(Reason)));

    /// <summary>What was typed beside this step, and what is wrong with it.</summary>
    public (string? Typed, string? Wrong) TypedBeside(Id step) => Mistake is not null && Beside == step ? (Reason, T[Mistake.Sentence]) : default;

    private async Task<IReadOnlyList<StepChoice>> Choices(Session session)
    {
        var template = await session.ChainTemplate(Me.Workspace, Query.Id("template", TemplateId) ?? default);
        return template is null ? [] : [.. template.Steps.Select((step, i) => new StepChoice(step.Id, Query.Id("team", TeamsChosen.ElementAtOrDefault(i)),
            Needed.ElementAtOrDefault(i) switch { "yes" => true, "no" => false, _ => null }, Query.Typed(Skip.ElementAtOrDefault(i))))];
    }

    private Task<IActionResult> Do(Id id, Func<Unit, Task<Chain>> change) => Change(change, _ => $"/sales/{id}/chain", () => Load(id));

    private Task Load(Id id) => Read(async session =>
    {
        Sale = await SalesList.One(session, Me, id) ?? throw Rule.NotVisible();
        Seen = await ChainSeen.Of(session, Me, Sale.Sale(Me.Workspace), Now);
        Templates = Begins ? await session.ChainTemplates(Me.Workspace) : [];
        Teams = await session.Teams(Me.Workspace);
        if (!Begins)
            Links = await LinksShown.Of(session, Me, Seen!.Chain, Now);
        return true;
    });

    private string Says(StepSeen step) => string.Join(", ", new[]
    {
        T.Step(step.Step.Step.Name), Word(step), step.Performer?.Name ?? step.Team?.Name, T["{0} for {1}", T[StepWords.Word(step.Dates.Basis)], T.Date(step.Dates.End)],
        step.Step.Step.After.Count == 0 ? null : T["waits for {0}", string.Join(", ", step.Step.Step.After.Select(before => T.Step(Seen!.Of(before).Step.Step.Name)))],
    }.OfType<string>());

    private string Day(DateOnly day) => day.ToString("d MMM", T.Culture);
}

using System.Globalization;
using Inward.Chains;
using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Chains;

/// <summary>The form of one step of a template, as it was typed.</summary>
public abstract class StepForm : RoomPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Team { get; set; }

    [BindProperty]
    public string? Days { get; set; }

    /// <summary>Ids of the steps it waits for.</summary>
    [BindProperty]
    public IReadOnlyList<string?> After { get; set; } = [];

    [BindProperty]
    public string? Question { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Effect { get; set; }

    /// <summary>A line each.</summary>
    [BindProperty]
    public string? Conditions { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    public TemplateSeen Seen { get; private set; } = null!;

    public IReadOnlyList<Team> Teams { get; private set; } = [];

    /// <summary>What it can wait for.</summary>
    public abstract IEnumerable<Step> Others { get; }

    protected StepTold Told(Step? before = null) => new(
        T.TypedStep(Name, before?.Name), Query.Id("team", Team), Query.Number("days", Days) is { } days ? (int)decimal.Clamp(decimal.Ceiling(days), 0, Step.LongestDays + 1) : null,
        [.. After.SelectMany(ids => (ids ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))], T.TypedStep(Question, before?.Question),
        Query.Typed(Reason), Query.Typed(Effect), Query.Typed(Conditions)?.Split('\n'));

    protected async Task Offer(Session session, Id template)
    {
        Seen = await TemplateSeen.One(session, Me, template, Today);
        if (!Seen.MayChange)
            throw ChainTemplate.NotYours();
        Teams = await session.Teams(Me.Workspace);
        Version ??= Seen.Template.Version;
    }

    /// <summary>What is wrong with a step is told of its place among all: here it is the only one.</summary>
    public string? WrongHere(string field) => Wrong(field) ?? (Mistake?.Fields.FirstOrDefault(f => f.Name.EndsWith("]." + field, StringComparison.Ordinal)) is { } wrong ? T[wrong.Sentence] : null);
}

public sealed class NewStepPage : StepForm
{
    public override IEnumerable<Step> Others => Seen.Template.Steps;

    public Task OnGetAsync(Id id) => Load(id);

    public Task<IActionResult> OnPostAsync(Id id) => Change(unit => TemplateDesk.AddStep(unit, Me, id, Version, Told()), template => $"/chains/{template.Id}", () => Load(id));

    private Task Load(Id id) => Read(async session =>
    {
        await Offer(session, id);
        return true;
    });
}

public sealed class EditStepPage : StepForm
{
    public Step Step { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public override IEnumerable<Step> Others => Seen.Template.Steps.Where(other => other.Id != Step.Id);

    public async Task OnGetAsync(Id id, Id step)
    {
        await Load(id, step);
        (Name, Team, Days, After) = (T.Step(Step.Name), Step.Team?.ToString(), Step.Days.ToString(CultureInfo.InvariantCulture), [.. Step.After.Select(before => before.ToString())]);
        (Question, Reason, Effect, Conditions) = (Step.Question is { } question ? T.Step(question) : null, Step.Reason, Step.Effect, string.Join('\n', Step.Conditions));
    }

    public async Task<IActionResult> OnPostAsync(Id id, Id step)
    {
        await Load(id, step);
        var before = Step;
        return await Change(async unit => await TemplateDesk.RetellStep(unit, Me, id, step, Version, _ => Told(before)), template => $"/chains/{template.Id}", () => Load(id, step));
    }

    public Task<IActionResult> OnPostRemoveAsync(Id id, Id step) => Change(unit => TemplateDesk.RemoveStep(unit, Me, id, step, Version), template => $"/chains/{template.Id}", () => OnGetAsync(id, step));

    private Task Load(Id id, Id step) => Read(async session =>
    {
        await Offer(session, id);
        Step = Seen.Step(step);
        if (Mistake?.Why == Broken.Stale)
        {
            Conflict = await Conflict.Over(session, Me.Workspace, id, Seen.Template.Version,
                new Both("name", T["Name"], Name, T.Step(Step.Name)), new Both("team", T["Team"], Team, Step.Team?.ToString(), TeamSaid(Team), TeamSaid(Step.Team?.ToString())),
                new Both("days", T["Working days"], Days, Step.Days.ToString(CultureInfo.InvariantCulture)), new Both("after", T["It waits for"], Joined(After), Joined(Step.After.Select(one => one.ToString())), StepsSaid(After), StepsSaid(Step.After.Select(one => one.ToString()))),
                new Both("question", T["Only when"], Question, Step.Question is { } question ? T.Step(question) : null), new Both("reason", T["Why"], Query.Typed(Reason), Step.Reason), new Both("effect", T["What it changes"], Query.Typed(Effect), Step.Effect),
                new Both("conditions", T["It counts as done when"], Query.Typed(Conditions), string.Join('\n', Step.Conditions)));
        }
        return true;
    });

    private string? TeamSaid(string? id) => Teams.FirstOrDefault(team => team.Id.ToString() == id)?.Name;

    private string StepsSaid(IEnumerable<string?> ids) => string.Join(", ", Seen.Template.Steps.Where(step => Joined(ids).Contains(step.Id.ToString(), StringComparison.Ordinal)).Select(step => T.Step(step.Name)));

    private static string Joined(IEnumerable<string?> ids) => string.Join("; ", ids.Where(id => !string.IsNullOrWhiteSpace(id)));
}

using Inward.Chains;
using Inward.House;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Chains;

/// <summary>Every template of the company.</summary>
public sealed class ChainsPage : RoomPage
{
    public IReadOnlyList<TemplateSeen> Rows { get; private set; } = [];

    public Task OnGetAsync() => Read(async session =>
    {
        (Rows, _) = await TemplateSeen.List(session, Me, null, null, 500, Today);
        return true;
    });
}

/// <summary>One template: its steps, and who waits for whom.</summary>
public sealed class TemplatePage : RoomPage
{
    public TemplateSeen Seen { get; private set; } = null!;

    public IReadOnlyList<StepDrawn> Drawn => [.. Seen.Template.Steps.Select(step => new StepDrawn(
        step, T.Step(step.Name), T.Count(step.Days, "1 working day", "{0} working days"), Says(step), Seen.MayChange ? $"/chains/{Seen.Template.Id}/steps/{step.Id}" : null, false))];

    public async Task<IActionResult> OnGetAsync(Id id)
    {
        Seen = await Read(session => TemplateSeen.One(session, Me, id, Today));
        return PageOr("steps", "/Chains/_Steps.cshtml");
    }

    /// <summary>The names of what a step waits for; null where it begins with the chain.</summary>
    public string? After(Step step) => step.After.Count == 0 ? null : string.Join(", ", step.After.Select(before => T.Step(Seen.Step(before).Name)));

    private string Says(Step step) => After(step) is { } before
        ? T["{0}: {1} working days, after {2}", T.Step(step.Name), step.Days, before] : T["{0}: {1} working days, begins with the chain", T.Step(step.Name), step.Days];
}

/// <summary>The form of a template, as it was typed; its steps have forms of their own.</summary>
public abstract class TemplateForm : RoomPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    protected async Task<ChainTemplateTold> Told(Session session, ChainTemplateTold now, string? before = null) =>
        now with { Name = T.TypedStep(Name, before), Owner = await Whom.Colleague(session, Me, "owner", Owner) };

    protected async Task Offer(Session session) => Colleagues = await Whom.Suggested(session, Me, Today);
}

public sealed class NewTemplatePage : TemplateForm
{
    /// <summary>The template whose steps it takes over; none begins with the eight.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public IReadOnlyList<ChainTemplate> Templates { get; private set; } = [];

    public Task OnGetAsync()
    {
        Owner = Me.Name;
        return Load();
    }

    public Task<IActionResult> OnPostAsync() =>
        Change(async unit => await TemplateDesk.Make(unit, Me, await Told(unit, new ChainTemplateTold(null)), Query.Id("from", From)), template => $"/chains/{template.Id}", Load);

    private Task Load() => Read(async session =>
    {
        Templates = await session.ChainTemplates(Me.Workspace);
        await Offer(session);
        return true;
    });
}

public sealed class EditTemplatePage : TemplateForm
{
    [BindProperty]
    public int? Version { get; set; }

    public TemplateSeen Seen { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public async Task OnGetAsync(Id id)
    {
        await Load(id);
        (Name, Owner) = (T.Step(Seen.Template.Name), await Owned());
    }

    public async Task<IActionResult> OnPostAsync(Id id)
    {
        await Load(id);
        var before = Seen.Template.Name;
        return await Change(async unit =>
        {
            var told = await Told(unit, new ChainTemplateTold(null), before);
            return await TemplateDesk.Retell(unit, Me, id, Version, now => told with { Steps = now.Steps });
        }, template => $"/chains/{template.Id}", () => Load(id));
    }

    public Task<IActionResult> OnPostDeleteAsync(Id id) => Change(async unit =>
    {
        await TemplateDesk.Delete(unit, Me, id, Version);
        return true;
    }, _ => "/chains", () => Load(id));

    private Task Load(Id id) => Read(async session =>
    {
        Seen = await TemplateSeen.One(session, Me, id, Today);
        if (!Seen.MayChange)
            throw ChainTemplate.NotYours();
        await Offer(session);
        if (Mistake?.Why == Broken.Stale)
            Conflict = await Conflict.Over(session, Me.Workspace, id, Seen.Template.Version, new Both("name", T["Name"], Name, T.Step(Seen.Template.Name)), new Both("owner", T["Owner"], Owner, await Owned()));
        Version ??= Seen.Template.Version;
        return true;
    });

    private async Task<string?> Owned() => Seen.Template.Owner is { } owner ? (await Read(session => Whom.Written(session, Me.Workspace, [owner]))).FirstOrDefault() : null;
}

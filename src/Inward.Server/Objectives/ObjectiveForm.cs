using System.Globalization;
using Inward.House;
using Inward.Objectives;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Objectives;

/// <summary>The form of an objective, as it was typed.</summary>
public abstract class ObjectiveForm : RoomPage
{
    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Measure { get; set; }

    [BindProperty]
    public string? Baseline { get; set; }

    [BindProperty]
    public string? Target { get; set; }

    [BindProperty]
    public string? Unit { get; set; }

    [BindProperty]
    public string? By { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    [BindProperty]
    public string? DayAfter { get; set; }

    [BindProperty]
    public IReadOnlyList<string?> Observables { get; set; } = [];

    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public IReadOnlyList<string?> Editors { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Parent { get; set; }

    [BindProperty]
    public string? AddsUp { get; set; }

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    /// <summary>Those that it could serve.</summary>
    public IReadOnlyList<Objective> Others { get; private set; } = [];

    /// <summary>How clear it is as it was typed.</summary>
    public Clarity Clarity => ClarityPage.Read(What, Measure, Baseline, Target, Unit, By, Because, DayAfter, Observables);

    /// <summary>An objective above that its writer cannot see: it stays, unless another is chosen.</summary>
    public Id? Hidden { get; protected set; }

    protected async Task<ObjectiveTold> Told(Session session) => new(
        Query.Typed(What), Query.Typed(Measure), Query.Number("baseline", Baseline), Query.Number("target", Target), Unit, Query.Day("by", By), Query.Typed(Because), Query.Typed(DayAfter), [.. Observables.SelectMany(text => (text ?? "").Split('\n'))],
        await Whom.Colleague(session, Me, "owner", Owner), await Whom.Colleagues(session, Me, "editors", Editors), Query.Id("parent", Parent), Query.Flag("addsUp", AddsUp));

    protected async Task Offer(Session session, Id? itself = null)
    {
        Colleagues = await Whom.Suggested(session, Me, Today);
        Others = [.. (await ObjectiveList.Ask(session, Me, new ObjectiveFilter(), size: 200)).Rows.Select(row => row.Objective).Where(one => one.Closed is null && one.Id != itself)];
    }

    protected static string? Typed(decimal? figure) => figure?.ToString("0.############", CultureInfo.InvariantCulture);
}

public sealed class NewObjectivePage : ObjectiveForm
{
    /// <summary>Made when the form was opened: sent twice, it opens one.</summary>
    [BindProperty]
    public string? Key { get; set; }

    public Task OnGetAsync()
    {
        (Owner, Key) = (Me.Name, Id.New(Now).ToString());
        return Load();
    }

    public Task<IActionResult> OnPostAsync() => ChangeOnce(Key, async unit => await ObjectiveDesk.Open(unit, Me, await Told(unit)), objective => $"/objectives/{objective.Id}", Load);

    private Task Load() => Read(async session =>
    {
        await Offer(session);
        return true;
    });
}

public sealed class EditObjectivePage : ObjectiveForm
{
    [BindProperty]
    public int? Version { get; set; }

    public Objective Objective { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public async Task OnGetAsync(Id id)
    {
        await Load(id);
        var one = Objective;
        (What, Measure, Baseline, Target, Unit, By) = (one.What, one.Measure, Typed(one.Baseline), Typed(one.Target), one.Unit, Day(one.By));
        (Because, DayAfter, Observables) = (one.Because, one.DayAfter, [.. one.Observables.Select(observable => observable.Text)]);
        (Owner, Editors, Parent, AddsUp) = ((await Names([one.Owner])).FirstOrDefault(), await Names(one.Editors), one.Parent?.ToString(), one.AddsUp ? "true" : null);
    }

    public async Task<IActionResult> OnPostAsync(Id id)
    {
        await Load(id);
        return await Change(async unit =>
        {
            var told = await Told(unit);
            return await ObjectiveDesk.Retell(unit, Me, id, Version, _ => told);
        }, objective => $"/objectives/{objective.Id}", () => Load(id));
    }

    public Task<IActionResult> OnPostDeleteAsync(Id id) => Change(async unit =>
    {
        await ObjectiveDesk.Delete(unit, Me, id, Version);
        return true;
    }, _ => "/objectives?show=mine", () => OnGetAsync(id));

    private Task Load(Id id) => Read(async session =>
    {
        Objective = await session.SeenObjective(Me, id);
        if (!await ObjectiveDesk.MayChange(session, Me, Objective, Today))
            throw Objective.NotYours();
        await Offer(session, id);
        Hidden = Objective.Parent is { } above && Others.All(one => one.Id != above) ? above : null;
        if (Mistake?.Why == Broken.Stale)
            Conflict = await Conflict.Over(session, Me.Workspace, id, Objective.Version, [.. await Both(session)]);
        Version ??= Objective.Version;
        return true;
    });

    private async Task<List<Both>> Both(Session session)
    {
        var one = Objective;
        return
        [
            new("what", T["What"], What, one.What), new("measure", T["Measure"], Measure, one.Measure), new("baseline", T["Baseline"], Baseline, Typed(one.Baseline)), new("target", T["Target"], Target, Typed(one.Target)),
            new("unit", T["Unit"], Unit, one.Unit), new("by", T["By"], By, Day(one.By)), new("because", T["Because"], Because, one.Because), new("dayAfter", T["The day after"], DayAfter, one.DayAfter),
            new("observables", T["What can be seen"], Lines(Observables), Lines(one.Observables.Select(observable => observable.Text))),
            new("owner", T["Owner"], Owner, (await Whom.Written(session, Me.Workspace, [one.Owner])).FirstOrDefault()),
            new("editors", T["Who may change it, too"], Joined(Editors), Joined(await Whom.Written(session, Me.Workspace, one.Editors))),
            new("parent", T["It serves"], Parent, one.Parent?.ToString(), Called(Parent), Called(one.Parent?.ToString())), new("addsUp", T["Adds up"], AddsUp == "true" ? "true" : "", one.AddsUp ? "true" : "", YesNo(AddsUp == "true"), YesNo(one.AddsUp)),
        ];
    }

    private static string Lines(IEnumerable<string?> texts) => string.Join('\n', texts.Where(text => !string.IsNullOrWhiteSpace(text)));

    private string? Called(string? parent) => Others.FirstOrDefault(one => one.Id.ToString() == parent)?.What;

    private string YesNo(bool yes) => yes ? T["Yes"] : T["No"];

    private Task<List<string?>> Names(IReadOnlyList<Id> people) => Read(session => Whom.Written(session, Me.Workspace, people));

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Joined(IEnumerable<string?> names) => string.Join("; ", names.Where(name => !string.IsNullOrWhiteSpace(name)));
}

using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.People;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Accounts;

/// <summary>When I am away, and who answers new asks meanwhile.</summary>
public sealed class AbsencesPage : RoomPage
{
    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Deputy { get; set; }

    /// <summary>Those that have not passed, each with the name of its deputy.</summary>
    public IReadOnlyList<(Absence Absence, string? Deputy)> Absences { get; private set; } = [];

    public Task OnGetAsync() => Read(async session =>
    {
        var person = await session.Person(Me.Workspace, Me.Person) ?? throw Rule.NotVisible();
        var coming = person.Absences.Where(a => a.To >= Today).OrderBy(a => a.From).ToList();
        var deputies = await session.People(Me.Workspace, [.. coming.Select(a => a.Deputy).OfType<Id>()]);
        Absences = [.. coming.Select(a => (a, deputies.FirstOrDefault(d => d.Id == a.Deputy)?.Name))];
        return true;
    });

    public Task<IActionResult> OnPostAsync() => Change(async unit =>
    {
        var absence = new MeApi.AbsenceIn(Query.Day("from", From), Query.Day("to", To), await Whom.Colleague(unit, Me, "deputy", Deputy)).Absence();
        return await MeDesk.Away(unit, Me, absence);
    }, _ => "/settings/absences", OnGetAsync);

    public Task<IActionResult> OnPostBackAsync(string? from) =>
        Change(unit => MeDesk.Back(unit, Me, Query.Day("from", from) ?? throw Rule.NotVisible()), _ => "/settings/absences", OnGetAsync);
}

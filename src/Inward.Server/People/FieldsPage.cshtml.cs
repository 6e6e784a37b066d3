using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Inward.Server.People;

/// <summary>The fields that a company has made itself, in their order; retired ones below.</summary>
public sealed class FieldsPage : RoomPage
{
    private IReadOnlyList<CompanyField> fields = [];

    public IEnumerable<CompanyField> InUse => fields.Where(one => one.IsInUse);

    public IEnumerable<CompanyField> Retired => fields.Where(one => !one.IsInUse);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => CompanyField.CheckKeeper(Me.Administrator);

    public Task OnGetAsync() => Load();

    public Task<IActionResult> OnPostRetireAsync(Id field) => Change(unit => FieldDesk.Retell(unit, Me, field, null, now => now with { Retired = true }), _ => "/settings/fields", Load);

    public Task<IActionResult> OnPostReturnAsync(Id field) => Change(unit => FieldDesk.Retell(unit, Me, field, null, now => now with { Retired = false }), _ => "/settings/fields", Load);

    /// <summary>Puts a field one place further up.</summary>
    public Task<IActionResult> OnPostUpAsync(Id field) => Change(async unit =>
    {
        var ids = (await unit.CompanyFields(Me.Workspace)).Where(one => one.IsInUse).Select(one => one.Id).ToList();
        if (ids.IndexOf(field) is > 0 and var at)
            (ids[at - 1], ids[at]) = (ids[at], ids[at - 1]);
        return await FieldDesk.Order(unit, Me, ids);
    }, _ => "/settings/fields", Load);

    private async Task Load() => fields = await Read(session => session.CompanyFields(Me.Workspace));
}

using System.Globalization;
using Inward.Customers;
using Inward.House;
using Inward.Journeys;
using Inward.Server.Customers;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Journeys;

/// <summary>The way of a sale: where it is now is told with one tap, and every passage can be corrected.</summary>
public sealed class SaleLinePage : RoomPage
{
    private const string Clock = "HH:mm";

    [BindProperty(Name = "stage")]
    public string? Stage { get; set; }

    /// <summary>The day on which it entered, or is corrected to have entered.</summary>
    [BindProperty(Name = "enteredAt")]
    public string? EnteredOn { get; set; }

    [BindProperty(Name = "enteredHour")]
    public string? EnteredHour { get; set; }

    [BindProperty(Name = "leftAt")]
    public string? LeftOn { get; set; }

    [BindProperty(Name = "leftHour")]
    public string? LeftHour { get; set; }

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    /// <summary>The passage that is corrected or taken back.</summary>
    [BindProperty(Name = "passage")]
    public Id? Which { get; set; }

    public SaleRow Sale { get; private set; } = null!;

    public SaleLineSeen Seen { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Id id)
    {
        await Load(id);
        Response.Headers.Vary = "X-Fragment";
        return WantsFragment("line") ? Partial("/Journeys/_SaleLine.cshtml", Seen) : WantsFragment("way") ? Partial("/Journeys/_Passages.cshtml", this) : Page();
    }

    public Task<IActionResult> OnPostAsync(Id id) => Do(id, unit => SaleLineDesk.Enter(unit, Me, id, null, new PassageTold(
        string.IsNullOrEmpty(Stage) ? null : Stage, When("enteredAt", EnteredOn, EnteredHour, null), When("leftAt", LeftOn, LeftHour, null), Query.Typed(Reason))), $"/sales/{id}");

    public Task<IActionResult> OnPostCorrectAsync(Id id) => Do(id, unit => SaleLineDesk.Correct(unit, Me, (id, Which ?? default), null, times =>
        new PassageTimes(When("enteredAt", EnteredOn, EnteredHour, times.EnteredAt), When("leftAt", LeftOn, LeftHour, times.LeftAt))), $"/sales/{id}/stages");

    public Task<IActionResult> OnPostTakeBackAsync(Id id) => Do(id, async unit =>
    {
        await SaleLineDesk.TakeBack(unit, Me, (id, Which ?? default), null);
        return true;
    }, $"/sales/{id}/stages");

    public Task<IActionResult> OnPostCloseAsync(Id id, string? outcome) => Do(id, unit => SaleDesk.Retell(unit, Me, id, null, sale =>
        sale with { Outcome = Query.Word<Outcome>("outcome", outcome) ?? sale.Outcome, ClosedOn = outcome == "open" ? null : Today }), $"/sales/{id}");

    public string? Day(DateTimeOffset? at) => at is { } moment ? Here(moment).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public string? Hour(DateTimeOffset? at) => at is { } moment ? Here(moment).ToString(Clock, CultureInfo.InvariantCulture) : null;

    /// <summary>What was wrong beside this passage; of a new one, beside none.</summary>
    public string? WrongAt(Id? passage, string field) => Which == passage ? Wrong(field) : null;

    private Task<IActionResult> Do<T>(Id id, Func<Inward.Server.Storage.Unit, Task<T>> change, string then) => Change(change, _ => then, () => Load(id));

    private Task Load(Id id) => Read(async session =>
    {
        Sale = await SalesList.One(session, Me, id) ?? throw Rule.NotVisible();
        Seen = await SaleLineSeen.Of(session, Me, Sale.Sale(Me.Workspace), Now);
        return true;
    });

    // A form knows minutes: what it shows of a moment stands for that moment.
    private DateTimeOffset? When(string field, string? day, string? hour, DateTimeOffset? before)
    {
        if (before is not null && day == Day(before) && hour == Hour(before))
            return before;
        if (Query.Day(field, day) is not { } on)
            return null;
        if (string.IsNullOrWhiteSpace(hour))
            return At(on, on == Today ? TimeOnly.FromDateTime(Here(Now).DateTime) : new TimeOnly(12, 0));
        return TimeOnly.TryParse(hour, CultureInfo.InvariantCulture, out var at) ? At(on, at) : throw Rule.Invalid(field, "Write a time like 09:00.");
    }

    private DateTimeOffset Here(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);
}

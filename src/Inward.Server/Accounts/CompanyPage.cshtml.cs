using System.Globalization;
using Inward.House;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Accounts;

/// <summary>The company: how it is called, what it reads, when it works.</summary>
public sealed class CompanyPage : RoomPage
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty(Name = "zone")]
    public string? ZoneName { get; set; }

    [BindProperty]
    public IReadOnlyList<DayOfWeek> WorkingDays { get; set; } = [];

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    /// <summary>One day a line.</summary>
    [BindProperty]
    public string? Holidays { get; set; }

    [BindProperty]
    public bool MailLogs { get; set; }

    public static IReadOnlyList<DayOfWeek> Week { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public async Task OnGetAsync()
    {
        if (!Me.Administrator)
            throw Rule.NotYours("Only an administrator does this.");
        var (workspace, calendar) = await Read(session => session.WorkspaceWithCalendar(Me.Workspace));
        (Version, Name, Language, ZoneName) = (workspace.Version, workspace.Name, workspace.Language, workspace.Zone);
        MailLogs = workspace.MailLogs;
        (WorkingDays, From, To) = (calendar.Days, Clock(calendar.From), Clock(calendar.To));
        Holidays = string.Join('\n', calendar.Holidays.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    public Task<IActionResult> OnPostAsync() => Change(
        unit => CompanyDesk.Change(unit, Me, _ => new CompanyTold(Name, Language, ZoneName, WorkingDays, Time("from", From), Time("to", To), Days(), MailLogs), Version),
        _ => "/settings/company");

    private IReadOnlyList<DateOnly> Days() =>
        [.. (Holidays ?? "").Split(['\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => Query.Day("holidays", line)).OfType<DateOnly>()];

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static TimeOnly Time(string field, string? text) =>
        TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : throw Rule.Invalid(field, "Write a time like 09:00.");
}

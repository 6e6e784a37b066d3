using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Accounts;

/// <summary>The company as its administrators tell it.</summary>
/// <param name="Language">For whoever has not chosen one.</param>
/// <param name="Zone">IANA time zone, for whoever has not chosen one.</param>
/// <param name="WorkingDays">Days of the week on which people work; at least one.</param>
/// <param name="From">Work begins.</param>
/// <param name="To">Work ends.</param>
/// <param name="Holidays">Days on which nobody works.</param>
/// <param name="MailLogs">Whether logs of who mails whom may be brought in. Turned off, what they told is deleted.</param>
public sealed record CompanyTold(
    string? Name, string? Language, string? Zone, IReadOnlyList<DayOfWeek>? WorkingDays, TimeOnly From, TimeOnly To, IReadOnlyList<DateOnly>? Holidays, bool MailLogs = false)
{
    public static CompanyTold Of(Workspace workspace, WorkingCalendar calendar) =>
        new(workspace.Name, workspace.Language, workspace.Zone, calendar.Days, calendar.From, calendar.To, calendar.Holidays, workspace.MailLogs);
}

/// <summary>What administrators do with the company itself: its name, language, zone and working calendar.</summary>
public static class CompanyDesk
{
    public static async Task<(Workspace Workspace, WorkingCalendar Calendar)> Change(Unit unit, Me me, Func<CompanyTold, CompanyTold> told, int? version = null)
    {
        if (!me.Administrator)
            throw Rule.NotYours("Only an administrator does this.");
        var (workspace, calendar) = await unit.WorkspaceWithCalendar(me.Workspace);
        Rule.Fresh(version, workspace.Version);
        var before = CompanyTold.Of(workspace, calendar);
        var after = told(before);
        var (changed, hours) = Checked(workspace, after);
        var differs = Patch.Changed(before, CompanyTold.Of(changed, hours));
        if (differs.Count == 0)
            return (workspace, calendar);
        changed = changed with { Version = workspace.Version + 1 };
        unit.Save(changed, hours);
        if (workspace.MailLogs && !changed.MailLogs)
            Relationships.MailContacts.Forget(unit);
        unit.Append("workspace.changed", me.Workspace, new { changed = differs });
        return (changed, hours);
    }

    // Both halves are checked before anything is said, so that every wrong field is named at once.
    private static (Workspace Workspace, WorkingCalendar Calendar) Checked(Workspace workspace, CompanyTold told)
    {
        var wrong = new List<Wrong>();
        var named = Try(() => (workspace with { Name = told.Name ?? "", Language = told.Language ?? "", Zone = told.Zone ?? "", MailLogs = told.MailLogs }).Checked());
        var hours = Try(() => new WorkingCalendar(
            named?.Zone ?? workspace.Zone, [.. (told.WorkingDays ?? []).Distinct().OrderBy(d => ((int)d + 6) % 7)], told.From, told.To, [.. (told.Holidays ?? []).Distinct().Order()]).Checked());
        return wrong.Count == 0 ? (named!, hours!) : throw Rule.Invalid(wrong);

        T? Try<T>(Func<T> check)
            where T : class
        {
            try
            {
                return check();
            }
            catch (BrokenRule rule)
            {
                wrong.AddRange(rule.Fields.Select(f => f with { Name = f.Name switch { "company" => "name", "days" => "workingDays", var name => name } }));
                return null;
            }
        }
    }
}

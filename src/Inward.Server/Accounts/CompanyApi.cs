using System.Text.Json;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Accounts;

/// <summary>The company, for programs: everybody reads it, administrators change it.</summary>
public static class CompanyApi
{
    public sealed record CompanyOut(
        Id Id, string Name, string Language, string Zone, IReadOnlyList<DayOfWeek> WorkingDays, TimeOnly From, TimeOnly To, IReadOnlyList<DateOnly> Holidays, bool MailLogs, int Version);

    public static void Map(RouteGroupBuilder api)
    {
        var company = api.MapGroup("/company").WithTags("company");
        company.MapGet("", (Door door) => door.Show(s => Shown(s, door))).WithName("getCompany").WithSummary("The company: its name, language, zone, working days, hours and holidays").Produces<CompanyOut>();
        company.MapPatch("", (Door door, JsonElement body) => door.Edit(body, async unit =>
        {
            await CompanyDesk.Change(unit, door.Me, told => Patch.Over(told, body), door.IfMatch());
            var (shown, version) = await Shown(unit, door);
            return Reply.Done(shown, version);
        }, s => Shown(s, door))).Accepts<CompanyTold>("application/json", "application/merge-patch+json").WithName("changeCompany").WithSummary("Changes what is named (administrators)")
            .Produces<CompanyOut>().ProducesProblem(403).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
    }

    private static async Task<(CompanyOut Company, int Version)> Shown(Session session, Door door)
    {
        var (workspace, calendar) = await session.WorkspaceWithCalendar(door.Me.Workspace);
        return (new CompanyOut(workspace.Id, workspace.Name, workspace.Language, workspace.Zone, calendar.Days, calendar.From, calendar.To, calendar.Holidays, workspace.MailLogs, workspace.Version), workspace.Version);
    }
}

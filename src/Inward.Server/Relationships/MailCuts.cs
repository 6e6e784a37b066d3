using Inward.House;
using Inward.Relationships;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;
using Inward.Thanks;

namespace Inward.Server.Relationships;

/// <summary>A cell of the cut, with the names of its units.</summary>
public sealed record UnitMails(IReadOnlyList<Named> Units, int Mails, IReadOnlyList<UnitMails> From);

/// <summary>Mail between units in one quarter, in the order of their names: no person, no rank.</summary>
/// <param name="On">Whether this company brings mail logs in.</param>
/// <param name="AlongLines">Of all mails, the share between somebody and whom they report to, 0 to 1.</param>
public sealed record MailBetweenTeams(bool On, string? Quarter, IReadOnlyList<string> Quarters, double? AlongLines, IReadOnlyList<UnitMails> Cells);

/// <summary>The mails of each quarter by unit: one that is over is counted when a log of it is brought in.</summary>
public static class MailCuts
{
    private static readonly QuarterCuts<MailCut> Kept = new("mail_cut");

    /// <param name="quarter">Null for the newest that was counted.</param>
    public static async Task<MailBetweenTeams> Ask(Session session, Me me, string? quarter, Tongue t)
    {
        var on = await MailContacts.AreOn(session, me.Workspace);
        var told = await Kept.Told(session, me.Workspace, quarter);
        if (told.Cut is not { } cut)
            return new MailBetweenTeams(on, told.Quarter, told.Quarters, null, []);
        var names = await session.Names(me.Workspace, cut.Cells.SelectMany(c => c.From.Append(c)).SelectMany(c => c.Units).OfType<Id>().Distinct());
        return new MailBetweenTeams(on, told.Quarter, told.Quarters, cut.AlongLines, InOrder(cut.Cells.Select(Cell)));

        UnitMails Cell(MailCell cell) => new(
            [.. cell.Units.Select(u => new Named(u ?? default, u is null ? t["in no team"] : names.GetValueOrDefault(u.Value.ToString(), ""))).OrderBy(n => n.Name, StringComparer.Ordinal)],
            cell.Mails, InOrder(cell.From.Select(Cell)));
    }

    /// <summary>Counts the quarters between two days that are over and were not counted.</summary>
    public static async Task Count(Unit unit, DateOnly from, DateOnly to)
    {
        var today = (await unit.CalendarOf(unit.Workspace, null)).Today(unit.Now);
        var counted = (await unit.All<string>("select quarter from mail_cut where workspace = @Workspace", new { unit.Workspace })).ToHashSet(StringComparer.Ordinal);
        for (var quarter = Quarter.Of(from); quarter.First <= to && quarter.Last < today; quarter = quarter.Next)
        {
            if (!counted.Contains($"{quarter}"))
                await Count(unit, quarter);
        }
    }

    public static void Forget(Unit unit, DateOnly from, DateOnly to) =>
        unit.Write("delete from mail_cut where workspace = @Workspace and quarter >= @first and quarter <= @last", new { unit.Workspace, first = $"{Quarter.Of(from)}", last = $"{Quarter.Of(to)}" });

    private static async Task Count(Unit unit, Quarter quarter)
    {
        var mails = await unit.All<Pair>("select sender, receiver, sum(mails) as mails from mail_contact where workspace = @Workspace and day >= @First and day <= @Last and sender <> receiver group by sender, receiver",
            new { unit.Workspace, quarter.First, quarter.Last });
        if (mails.Count == 0)
            return;
        // Whoever is in several teams counts for the one they have been in longest, on the quarter's last day.
        var teams = (await unit.All<Stay>("""
            select person, team from membership where workspace = @Workspace and (from_day is null or from_day <= @Last) and (to_day is null or to_day >= @Last) order by coalesce(from_day, ''), id
            """, new { unit.Workspace, quarter.Last })).ToLookup(s => s.Person, s => s.Team);
        var managers = (await unit.All<Line>("select id, manager from person where workspace = @Workspace and manager is not null", new { unit.Workspace })).ToDictionary(l => l.Id, l => l.Manager);
        var cut = MailCut.Of(mails.ConvertAll(m => new MailBetweenUnits(Unit(m.Sender), Unit(m.Receiver), m.Sender, m.Receiver, (int)m.Mails)), id => managers.TryGetValue(id, out var manager) ? manager : null);
        Kept.Keep(unit, quarter, cut);

        Id? Unit(Id person) => teams[person].Select(t => (Id?)t).FirstOrDefault();
    }

    // By name, those counted together last.
    private static List<UnitMails> InOrder(IEnumerable<UnitMails> cells) => [.. cells.OrderBy(c => c.Units.Count > 1).ThenBy(c => c.Units[0].Name, StringComparer.Ordinal)];

    private sealed record Pair(Id Sender, Id Receiver, long Mails);

    private sealed record Stay(Id Person, Id Team);

    private sealed record Line(Id Id, Id Manager);
}

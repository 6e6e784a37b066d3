using System.Globalization;
using System.Text;
using Inward.Passages;
using Inward.Server.Imports;
using Inward.Server.Journeys;
using Inward.Server.Passages;
using Inward.Server.Storage;

namespace Inward.Server.Demo;

/// <summary>What Osterfenn's order program recorded of a half-year: brought in as any event log is.</summary>
internal static class DemoLog
{
    private const int Orders = 160, Days = 180;

    // Stage, team, how many work there, and how long a case stays at the most, in hours.
    private static readonly (string Stage, string Team, int People, int Hours)[] Chain =
    [
        ("Order received", "Sales desk", 6, 20), ("Payment received", "Accounts", 5, 130), ("Released for making", "Planning", 7, 60), ("Made", "Workshop", 14, 240),
        ("Checked", "Workshop", 14, 30), ("Packed", "Goods out", 8, 26), ("Shipped", "Goods out", 8, 90), ("Installed", "Service", 9, 120), ("Customer taught", "Service", 9, 0),
    ];

    /// <summary>What the order program calls a stage, and what Osterfenn's journey calls it.</summary>
    private static readonly (string Stage, string InJourney)[] Pairs =
    [
        ("Order received", "Purchase"), ("Payment received", "Payment"), ("Released for making", "Order management and delivery"), ("Made", "Order management and delivery"), ("Checked", "Order management and delivery"),
        ("Packed", "Order management and delivery"), ("Shipped", "Order management and delivery"), ("Installed", "After-sales"), ("Customer taught", "After-sales"),
    ];

    public static async Task Bring(Unit unit)
    {
        await ImportDesk.Bring(unit, ImportSource.Sent("events", [("Orders until taught.csv", Encoding.UTF8.GetBytes(Told(unit.Now)))], null));
        if ((await unit.Journeys(unit.Workspace)).Find(one => one.Called("Purchase") is not null) is { } journey)
            unit.Save((await unit.EventLogs(unit.Workspace))[0].Id, journey.Id, new Pairing([.. Pairs.Select(pair => new Pair(pair.Stage, journey.Called(pair.InJourney)?.Id))]));
    }

    private static string Told(DateTimeOffset now)
    {
        var log = new StringBuilder("case,activity,time,resource,team,product,promised,kept\n");
        for (var order = 0; order < Orders; order++)
            Tell(log, $"O-{1001 + order}", now.AddDays(-Days).AddHours(order * Days * 24 / Orders), now);
        return log.ToString();
    }

    private static void Tell(StringBuilder log, string order, DateTimeOffset at, DateTimeOffset now)
    {
        var product = Chance.Of(["Edge bander", "Panel saw", "Press"], order);
        var promised = at.AddDays(13 + Chance.Draw(order + " promise", 15));
        var checkedTwice = Chance.Falls(order + " rework", 18);
        for (var step = 0; step < Chain.Length && at < now; step++)
        {
            var (stage, team, people, hours) = Chain[step];
            var kept = stage == "Shipped" ? Day(at) : "";
            log.Append(CultureInfo.InvariantCulture, $"{order},{stage},{at:yyyy-MM-ddTHH:mm:sszzz},{team} {Chance.Draw($"{order} {step} hand", people)},{team},{product},{Day(promised)},{kept}\n");
            at = at.AddHours(1 + (hours * Chance.Draw($"{order} {step} stay", 100) / 100.0)).AddMinutes(Chance.Draw($"{order} {step}", 60));
            // What does not pass the check is made again.
            if (stage == "Checked" && checkedTwice)
                (step, checkedTwice) = (2, false);
        }
    }

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

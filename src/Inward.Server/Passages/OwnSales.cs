using System.Security.Cryptography;
using Inward.House;
using Inward.Passages;
using Inward.Server.Customers;
using Inward.Server.House.Words;
using Inward.Server.Journeys;
using Inward.Server.Storage;

namespace Inward.Server.Passages;

/// <summary>
/// Our own sales as one log among the others: what was told of their ways is counted anew, half a minute after it changed. The log is
/// called by the id of the company, and keeps no cases of its own.
/// </summary>
public static class OwnSales
{
    public const string LogName = "Our own sales";

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);

    public static string Log(this Tongue t, string name) => name == LogName ? t[LogName] : name;

    public static void CountOwnSalesLater(this Unit unit) => unit.DoLater(OwnSalesJob.Name, null, new { }, unit.Now + Wait, once: OwnSalesJob.Name);

    public static async Task Count(Unit unit)
    {
        var log = unit.Workspace;
        var passages = await unit.PassagesOfSales(unit.Workspace);
        if (await unit.LogNamed(unit.Workspace, LogName) is null)
        {
            if (passages.Count == 0)
                return;
            unit.Begin(log, LogName, RandomNumberGenerator.GetBytes(16));
        }
        var words = await unit.WordsOf(unit.Workspace, log);
        foreach (var stage in passages.Select(passage => passage.Stage).Distinct(StringComparer.Ordinal).Where(stage => words.Stages.Known(stage) is null).Take(LogWords.MostStages - words.Stages.Words.Count))
            words.Stages.Of(stage);
        unit.Save(log, words);
        await LogCounting.Count(unit, log, words);
    }

    internal static async IAsyncEnumerable<(string Case, List<Passing> Passings)> Cases(Session session, Id workspace)
    {
        var words = await session.WordsOf(workspace, workspace);
        var sales = (await session.Sales(workspace)).ToDictionary(sale => sale.Id);
        foreach (var way in (await session.PassagesOfSales(workspace)).GroupBy(passage => passage.Sale))
            yield return ($"{way.Key}", OwnPassings.Of(sales[way.Key], [.. way], stage => words.Stages.Known(stage) ?? 0));
    }
}

/// <summary>Counts the ways of our own sales after they changed.</summary>
public sealed class OwnSalesJob : IJobKind
{
    public const string Name = "own-sales";

    public string Kind => Name;

    public Task Inside(Job job, Unit unit) => OwnSales.Count(unit);
}

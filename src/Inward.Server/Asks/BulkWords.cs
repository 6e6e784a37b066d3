using Inward.Asks;
using Inward.House;

namespace Inward.Server.Asks;

/// <summary>How the moves are called that can be made for many asks at once.</summary>
public static class BulkWords
{
    public static string Of(string move) => move switch
    {
        "promise" => "Promise by the day needed",
        "taking" => "Take it for my team",
        "release" => "Give it back to the team",
        "delivery" => "It is delivered",
        "acceptance" => "Accept",
        "withdrawal" => "Withdraw",
        "decline" => "Decline",
        _ => "Write a remark",
    };
}

/// <summary>Asks that were passed over for the same reason.</summary>
public sealed record PassedOver(Sentence Why, int Count, IReadOnlyList<AskNamed> Asks)
{
    private const int MostNamed = 200;

    public static IReadOnlyList<PassedOver> Of(IEnumerable<BulkAsk> asks) => [.. asks.GroupBy(a => a.Why?.ToString() ?? "")
        .Select(same => new PassedOver(same.First().Why ?? "", same.Count(), [.. same.Take(MostNamed).Select(a => new AskNamed(a.Ask, a.What))])).OrderByDescending(p => p.Count)];
}

public sealed record AskNamed(Id Id, string What);

/// <summary>A bulk change as far as it has come.</summary>
public sealed record BulkResult(BulkChange Change, int Total, int Done, int Waiting, int Undone, int Skipped, int Left, IReadOnlyList<PassedOver> SkippedFor, IReadOnlyList<PassedOver> LeftFor)
{
    public static async Task<BulkResult> Of(Storage.Session session, House.Me me, Id id)
    {
        var change = await BulkDesk.Mine(session, me, id);
        var counts = (await session.BulkCounts(me.Workspace, id)).ToDictionary(c => c.State, c => (int)c.Count, StringComparer.Ordinal);
        var left = counts.ContainsKey("skipped") || counts.ContainsKey("left") ? await session.BulkLeft(me, id) : [];
        return new BulkResult(change, counts.Values.Sum(), Of("done"), Of("waiting") + Of("undoing"), Of("undone"), Of("skipped"), Of("left"),
            PassedOver.Of(left.Where(a => a.State == "skipped")), PassedOver.Of(left.Where(a => a.State == "left")));

        int Of(string state) => counts.GetValueOrDefault(state);
    }
}

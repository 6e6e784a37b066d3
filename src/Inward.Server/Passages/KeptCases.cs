using Inward.House;
using Inward.Passages;
using Inward.Server.Storage;

namespace Inward.Server.Passages;

/// <summary>Reads the cases of a log one after the other, a page of rows at a time, whatever their number.</summary>
public static class KeptCases
{
    private const int RowsAtOnce = 2_000;

    /// <summary>Each case with all that was told of it. The list is filled anew for the next one.</summary>
    /// <param name="without">What this import told is passed over.</param>
    public static async IAsyncEnumerable<(string Case, List<Passing> Passings)> Of(Session session, Id workspace, Id log, Id? without = null)
    {
        if (log == workspace)
        {
            await foreach (var own in OwnSales.Cases(session, workspace))
                yield return own;
            yield break;
        }
        var passings = new List<Passing>();
        var (after, most) = ("", RowsAtOnce);
        while (true)
        {
            var rows = await session.All<Row>("""
                select case_key, import, packed from passage_case where workspace = @workspace and log = @log and case_key > @after
                order by case_key, import, part limit @most
                """, new { workspace, log, after, most });
            var whole = rows.Count < most ? rows.Count : rows.FindIndex(row => row.CaseKey == rows[^1].CaseKey);
            // One case fills the page: it is read again with more room.
            if (whole == 0 && rows.Count > 0)
            {
                most *= 2;
                continue;
            }
            for (var at = 0; at < whole; at++)
            {
                if (rows[at].Import != without)
                    PackedCase.Unpack(rows[at].Packed, passings);
                if (at + 1 < whole && rows[at + 1].CaseKey == rows[at].CaseKey)
                    continue;
                yield return (rows[at].CaseKey, passings);
                passings.Clear();
            }
            if (rows.Count < most)
                yield break;
            after = rows[whole - 1].CaseKey;
        }
    }

    private sealed record Row(string CaseKey, Id Import, byte[] Packed);
}

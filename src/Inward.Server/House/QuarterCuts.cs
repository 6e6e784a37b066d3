using System.Text.Json;
using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>A cut as a reader asks for it.</summary>
/// <param name="Quarter">The quarter that is told, as 2026-Q3; null where none was cut yet.</param>
/// <param name="Quarters">All that were cut, the newest first.</param>
public sealed record QuarterTold<T>(string? Quarter, IReadOnlyList<string> Quarters, T? Cut)
    where T : class;

/// <summary>
/// Figures of groups of people, cut once a quarter and kept: counted again, what changed between two looks would tell of
/// single people.
/// </summary>
/// <param name="table">Where cuts of this kind are kept.</param>
public sealed class QuarterCuts<T>(string table)
    where T : class
{
    /// <param name="quarter">Null for the newest that was cut.</param>
    public async Task<QuarterTold<T>> Told(Session session, Id workspace, string? quarter)
    {
        if (!string.IsNullOrEmpty(quarter) && Quarter.Read(quarter) is null)
            throw Rule.Invalid("quarter", new Sentence("“{0}” is not a quarter, such as 2026-Q3.", quarter));
        var quarters = await session.All<string>($"select quarter from {table} where workspace = @workspace order by quarter desc", new { workspace });
        var told = string.IsNullOrEmpty(quarter) ? quarters.FirstOrDefault() : quarter;
        var cut = told is null ? null : await session.One<string>($"select cut from {table} where workspace = @workspace and quarter = @told", new { workspace, told });
        return new QuarterTold<T>(told, quarters, cut is null ? null : JsonSerializer.Deserialize<T>(cut, Wire.Json));
    }

    public async Task<bool> IsKept(Unit unit, Quarter quarter) =>
        await unit.Count($"select count(*) from {table} where workspace = @Workspace and quarter = @quarter", new { unit.Workspace, quarter = $"{quarter}" }) > 0;

    /// <summary>Keeps the first cut of a quarter; another of the same is dropped.</summary>
    public void Keep(Unit unit, Quarter quarter, T cut) => unit.Write($"insert into {table} (workspace, quarter, at, cut) values (@Workspace, @quarter, @Now, @cut) on conflict do nothing",
        new { unit.Workspace, quarter = $"{quarter}", unit.Now, cut = JsonSerializer.Serialize(cut, Wire.Json) });
}

/// <summary>Cuts a quarter once, some days after it ended.</summary>
public abstract class QuarterCutJob(string kind, Func<Unit, Quarter, Task> cut) : IJobKind
{
    public string Kind => kind;

    public Task Inside(Job job, Unit unit) =>
        Quarter.Read(JsonSerializer.Deserialize<QuarterToCut>(job.Payload, Wire.Json)!.Quarter) is { } quarter ? cut(unit, quarter) : Task.CompletedTask;

    /// <summary>The quarter of this moment will be cut.</summary>
    protected static void Later(Unit unit, string kind, DateTimeOffset at, int daysAfter)
    {
        var quarter = Quarter.Of(DateOnly.FromDateTime(at.UtcDateTime));
        unit.DoLater(kind, null, new QuarterToCut($"{quarter}"), new DateTimeOffset(quarter.Last.AddDays(daysAfter), default, TimeSpan.Zero), once: $"{kind} {quarter}");
    }

    private sealed record QuarterToCut(string Quarter);
}

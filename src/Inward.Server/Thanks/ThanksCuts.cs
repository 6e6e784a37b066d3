using System.Text.Json;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Thanks;

namespace Inward.Server.Thanks;

/// <summary>
/// Where the thanks of each quarter are kept by unit. A quarter is counted two weeks after it ended, once: counted again, what
/// changed between two looks would tell of single people.
/// </summary>
public static class ThanksCuts
{
    private const int DaysAfter = 14;

    /// <summary>Something was accepted: its quarter will be counted.</summary>
    public static void CountLater(this Unit unit, DateTimeOffset acceptedAt)
    {
        var quarter = Quarter.Of(DateOnly.FromDateTime(acceptedAt.UtcDateTime));
        unit.DoLater(ThanksCutJob.Name, null, new QuarterToCount($"{quarter}"), new DateTimeOffset(quarter.Last.AddDays(DaysAfter), default, TimeSpan.Zero), once: $"{ThanksCutJob.Name} {quarter}");
    }

    public static async Task Count(Unit unit, Quarter quarter)
    {
        if (await unit.Count("select count(*) from thanks_cut where workspace = @Workspace and quarter = @quarter", new { unit.Workspace, quarter = $"{quarter}" }) > 0)
            return;
        var calendar = await unit.CalendarOf(unit.Workspace, null);
        var accepted = await unit.All<Accepted>("""
            select requester, performer, team, thanked, accepted_at from ask
            where workspace = @Workspace and accepted_at >= @from and accepted_at < @until and state = 'accepted' and performer is not null
            """, new { unit.Workspace, from = calendar.EndOf(quarter.First.AddDays(-1)), until = calendar.EndOf(quarter.Last) });
        var stays = (await unit.All<Stay>("select person, team, from_day, to_day from membership where workspace = @Workspace order by coalesce(from_day, ''), id", new { unit.Workspace }))
            .ToLookup(s => s.Person);
        var cut = ThanksCut.Of(accepted.ConvertAll(a =>
        {
            var day = calendar.Today(a.AcceptedAt);
            return new AcceptedDelivery(TeamOf(a.Requester, day), a.Team ?? TeamOf(a.Performer, day), a.Requester, a.Performer, a.Thanked);
        }));
        unit.Write("insert into thanks_cut (workspace, quarter, at, cut) values (@Workspace, @quarter, @Now, @cut) on conflict do nothing",
            new { unit.Workspace, quarter = $"{quarter}", unit.Now, cut = JsonSerializer.Serialize(cut, Wire.Json) });

        // Whoever is in several teams counts for the one they have been in longest.
        Id? TeamOf(Id person, DateOnly day) => stays[person].FirstOrDefault(s => s.Covers(day))?.Team;
    }

    /// <summary>The quarters that were counted, the newest first.</summary>
    public static Task<List<string>> Quarters(Session session, Me me) =>
        session.All<string>("select quarter from thanks_cut where workspace = @Workspace order by quarter desc", new { me.Workspace });

    public static async Task<ThanksCut?> Of(Session session, Me me, string quarter) =>
        await session.One<string>("select cut from thanks_cut where workspace = @Workspace and quarter = @quarter", new { me.Workspace, quarter }) is { } cut
            ? JsonSerializer.Deserialize<ThanksCut>(cut, Wire.Json) : null;

    private sealed record Accepted(Id Requester, Id Performer, Id? Team, bool Thanked, DateTimeOffset AcceptedAt);

    private sealed record Stay(Id Person, Id Team, DateOnly? FromDay, DateOnly? ToDay)
    {
        public bool Covers(DateOnly day) => (FromDay is null || FromDay <= day) && (ToDay is null || day <= ToDay);
    }
}

public sealed record QuarterToCount(string Quarter);

/// <summary>Counts the thanks of a quarter that is over.</summary>
public sealed class ThanksCutJob : IJobKind
{
    public const string Name = "thanks-cut";

    public string Kind => Name;

    public Task Inside(Job job, Unit unit) =>
        Quarter.Read(JsonSerializer.Deserialize<QuarterToCount>(job.Payload, Wire.Json)!.Quarter) is { } quarter ? ThanksCuts.Count(unit, quarter) : Task.CompletedTask;
}

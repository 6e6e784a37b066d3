using Inward.House;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Inward.Thanks;

namespace Inward.Server.Thanks;

/// <summary>The thanks of each quarter by unit, counted two weeks after it ended.</summary>
public static class ThanksCuts
{
    public static readonly QuarterCuts<ThanksCut> Kept = new("thanks_cut");

    /// <summary>Something was accepted: its quarter will be counted.</summary>
    public static void CountLater(this Unit unit, DateTimeOffset acceptedAt) => ThanksCutJob.Later(unit, acceptedAt);

    public static async Task Count(Unit unit, Quarter quarter)
    {
        if (await Kept.IsKept(unit, quarter))
            return;
        var calendar = await unit.CalendarOf(unit.Workspace, null);
        var accepted = await unit.All<Accepted>("""
            select requester, performer, team, thanked, accepted_at from ask
            where workspace = @Workspace and accepted_at >= @from and accepted_at < @until and state = 'accepted' and performer is not null
            """, new { unit.Workspace, from = calendar.EndOf(quarter.First.AddDays(-1)), until = calendar.EndOf(quarter.Last) });
        var unitOf = await unit.UnitsByDay();
        var cut = ThanksCut.Of(accepted.ConvertAll(a =>
        {
            var day = calendar.Today(a.AcceptedAt);
            return new AcceptedDelivery(unitOf(a.Requester, day), a.Team ?? unitOf(a.Performer, day), a.Requester, a.Performer, a.Thanked);
        }));
        Kept.Keep(unit, quarter, cut);
    }

    private sealed record Accepted(Id Requester, Id Performer, Id? Team, bool Thanked, DateTimeOffset AcceptedAt);
}

/// <summary>Counts the thanks of a quarter that is over, when the last of them were due.</summary>
public sealed class ThanksCutJob() : QuarterCutJob(Name, ThanksCuts.Count)
{
    public const string Name = "thanks-cut";
    private const int DaysAfter = 14;

    public static void Later(Unit unit, DateTimeOffset at) => Later(unit, Name, at, DaysAfter);
}

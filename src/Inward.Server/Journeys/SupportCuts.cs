using System.Text.Json;
using Inward.Asks;
using Inward.House;
using Inward.Journeys;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Journeys;

/// <summary>How units met what was asked of them in each quarter, counted two weeks after it ended.</summary>
public static class SupportCuts
{
    public static readonly QuarterCuts<SupportCut> Kept = new("support_cut");

    /// <summary>Something was accepted: its quarter will be counted.</summary>
    public static void CountSupportLater(this Unit unit, DateTimeOffset acceptedAt) => SupportCutJob.Later(unit, acceptedAt);

    public static async Task Count(Unit unit, Quarter quarter)
    {
        if (await Kept.IsKept(unit, quarter))
            return;
        var calendar = await unit.CalendarOf(unit.Workspace, null);
        var unitOf = await unit.UnitsByDay();
        var asks = (await unit.All<string>("""
            select facts from ask where workspace = @Workspace and answer_by >= @First and answer_by <= @Last and performer is not null and state <> 'draft'
            """, new { unit.Workspace, quarter.First, quarter.Last })).ConvertAll(facts => JsonSerializer.Deserialize<Ask>(facts, Wire.Json)!);
        Kept.Keep(unit, quarter, SupportCut.Of([.. asks.Where(ask => ask is { Withdrawal: null, Revocation: not { Left: true } }).Select(ask => Met(ask, quarter, calendar, unitOf))]));
    }

    // Withdrawn asks and those of somebody who left are held against nobody.
    private static AskMet Met(Ask ask, Quarter quarter, WorkingCalendar calendar, Func<Id, DateOnly, Id?> unitOf)
    {
        var (performer, wished) = (ask.Performer!.Value, ask.AnswerBy!.Value);
        var answeredAt = new[] { ask.Promise?.At, ask.Decline?.At }.OfType<DateTimeOffset>().DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
        return new AskMet(ask.Team ?? unitOf(performer, wished), ask.Requester, performer, answeredAt != DateTimeOffset.MaxValue && calendar.Today(answeredAt) <= wished,
            ask.Promise is { } promise && promise.By <= quarter.Last ? ask.Delivery?.On <= promise.By && ask.Rejections.Count == 0 : null);
    }
}

/// <summary>Counts the quarter that is over, when what was promised for it has been delivered or not.</summary>
public sealed class SupportCutJob() : QuarterCutJob(Name, SupportCuts.Count)
{
    public const string Name = "support-cut";
    private const int DaysAfter = 14;

    public static void Later(Unit unit, DateTimeOffset at) => Later(unit, Name, at, DaysAfter);
}

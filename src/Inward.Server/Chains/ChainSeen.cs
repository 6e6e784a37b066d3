using Inward.Asks;
using Inward.Chains;
using Inward.Customers;
using Inward.Handovers;
using Inward.House;
using Inward.Server.Asks;
using Inward.Server.Handovers;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Chains;

/// <summary>A step of a sale as everybody sees it.</summary>
/// <param name="State">That of its ask; or skipped, undecided, unasked.</param>
/// <param name="Ask">What was asked last for it.</param>
/// <param name="Late">The promised day, or the one that was wished for, is over.</param>
public sealed record StepSeen(ChainStep Step, Ask? Ask, StepDates Dates, string State, Named? Team, Named? Performer, bool Late)
{
    public bool IsOver => Dates.Basis is Basis.Delivered or Basis.Skipped;

    /// <summary>Nobody is asked, and this sale needs it.</summary>
    public bool IsOpen => State is "unasked" or "declined" or "revoked" or "withdrawn";
}

/// <summary>A day that the customer was told, beside the day that the chain leads to.</summary>
/// <param name="What">Null where it is the promised day of the sale itself.</param>
/// <param name="DaysLate">Working days between the two; 0 where it will be kept.</param>
public sealed record PromisedDay(string? What, DateOnly By, int DaysLate);

/// <summary>The chain of a sale as it stands, with its dates worked out anew.</summary>
public sealed record ChainSeen(Chain Chain, IReadOnlyList<StepSeen> Steps, Schedule Schedule, IReadOnlyList<PromisedDay> Promised, Named Begun, bool MaySteer)
{
    public StepSeen Of(Id step) => Steps.First(seen => seen.Step.Id == step);

    public bool IsDone => Steps.All(step => step.IsOver);

    /// <summary>The next on the longest way: whoever is late makes the customer wait.</summary>
    public StepSeen? Holds => Schedule.LongestWay.Select(step => Of(step.Id)).FirstOrDefault(step => !step.IsOver);

    /// <summary>Null while a sale has none.</summary>
    public static async Task<ChainSeen?> Of(Session session, Me me, Sale sale, DateTimeOffset now)
    {
        if (await session.ChainOf(me.Workspace, sale.Id) is not { } chain)
            return null;
        var (asks, calendar) = (await session.AsksOf(chain), await session.CalendarOf(me.Workspace, null));
        var schedule = ScheduleOf(chain, asks, calendar, now);
        var names = await session.Names(me.Workspace, [chain.By, .. chain.Steps.Select(step => step.Step.Team).OfType<Id>(), .. asks.Values.Select(ask => ask.Performer).OfType<Id>()]);
        var promises = await session.CustomerPromises(me.Workspace, sale.Id);
        return new ChainSeen(
            chain, [.. chain.Steps.Select(step => Seen(step, step.Ask is { } id ? asks.GetValueOrDefault(id) : null, schedule.Of(step.Id), names, calendar.Today(now)))],
            schedule, [.. Days(sale, promises, schedule.End, calendar)], Name(chain.By, names)!, chain.Ended is null && (me.Person == chain.By || me.Person == sale.Owner));
    }

    /// <summary>The dates of a chain from what its asks tell.</summary>
    internal static Schedule ScheduleOf(Chain chain, IReadOnlyDictionary<Id, Ask> asks, WorkingCalendar calendar, DateTimeOffset now) =>
        Inward.Chains.Schedule.Of([.. chain.Steps.Select(step => Known(step, step.Ask is { } id ? asks.GetValueOrDefault(id) : null))], chain.StartOn, calendar.Today(now), calendar);

    private static StepKnown Known(ChainStep step, Ask? ask) => new(step.Step)
    {
        IsSkipped = step.IsSkipped, PromisedBy = ask is { IsOpen: true } ? ask.Promise?.By : null, DeliveredOn = ask?.Delivery?.On,
    };

    private static StepSeen Seen(ChainStep step, Ask? ask, StepDates dates, IReadOnlyDictionary<string, string> names, DateOnly today) => new(
        step, ask, dates, step.IsSkipped ? "skipped" : step.IsUndecided ? "undecided" : ask is null or { State: AskState.Draft } ? "unasked" : WholeAsk.Wired(ask.State),
        Name(step.Step.Team, names), Name(ask?.Performer, names), !step.IsSkipped && ask?.IsLate(today) == true);

    private static Named? Name(Id? id, IReadOnlyDictionary<string, string> names) => id is { } who ? new Named(who, names.GetValueOrDefault(who.ToString(), "")) : null;

    private static IEnumerable<PromisedDay> Days(Sale sale, IReadOnlyList<CustomerPromise> promises, DateOnly end, WorkingCalendar calendar)
    {
        var told = promises.Where(promise => promise is { IsOpen: true, By: not null }).Select(promise => ((string?)promise.What, promise.By!.Value));
        return (sale.PromisedOn is { } day ? told.Prepend((null, day)) : told).Select(one => new PromisedDay(one.Item1, one.Item2, WorkingDays(one.Item2, end, calendar))).OrderBy(one => one.By);
    }

    private static int WorkingDays(DateOnly from, DateOnly to, WorkingCalendar calendar)
    {
        var days = 0;
        for (var day = from; day < to; day = day.AddDays(1))
            days += calendar.IsWorkingDay(day.AddDays(1)) ? 1 : 0;
        return Math.Max(days, from < to ? 1 : 0);
    }
}

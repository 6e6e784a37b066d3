using Inward.Customers;
using Inward.Journeys;

namespace Inward.Passages;

/// <summary>The way of one of our own sales, as a log of events would tell it: so both are measured by the same rules.</summary>
public static class OwnPassings
{
    /// <param name="way">The passages of one sale, in their order.</param>
    /// <param name="stage">The number of a stage; 0 for one that is not counted.</param>
    public static List<Passing> Of(Sale sale, IReadOnlyList<Passage> way, Func<string, int> stage)
    {
        var passings = new List<Passing>();
        for (var i = 0; i < way.Count; i++)
        {
            if (way[i].EnteredAt is not { } entered)
                continue;
            var left = way[i].LeftAt ?? (i + 1 < way.Count ? way[i + 1].EnteredAt : null) ?? entered;
            passings.Add(new Passing(stage(way[i].Stage), left.ToUnixTimeMilliseconds(), entered.ToUnixTimeMilliseconds())
            {
                Opened = At(sale.OpenedOn)?.At ?? Passing.Untold,
                Promised = At(sale.PromisedOn)?.Last ?? Passing.Untold,
                Kept = sale.Outcome == Outcome.Won && At(sale.ClosedOn) is { } closed ? closed.At : Passing.Untold,
            });
        }
        return passings;
    }

    private static Moment? At(DateOnly? day) => day is { } on ? new Moment(new DateTimeOffset(on, default, TimeSpan.Zero).ToUnixTimeMilliseconds(), WholeDay: true) : null;
}

namespace Inward.Server.Tests.House;

/// <summary>
/// The time in a test house: it begins on a Monday morning, runs at its usual pace, and can be moved on. Every look at it is a
/// millisecond later than the one before, so that what happens in a row also sorts in a row.
/// </summary>
public sealed class HouseClock : TimeProvider
{
    /// <summary>Nine o'clock in Berlin.</summary>
    public static readonly DateTimeOffset MondayMorning = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private readonly Lock looking = new();
    private readonly long opened = System.GetTimestamp();
    private DateTimeOffset last = MondayMorning;
    private TimeSpan moved;

    public void MoveOn(TimeSpan by)
    {
        // From what was told last: many looks in a moment have run ahead of the clock on the wall.
        lock (looking)
        {
            var wall = MondayMorning + moved + System.GetElapsedTime(opened);
            moved += by + (last > wall ? last - wall : TimeSpan.Zero);
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (looking)
        {
            var now = MondayMorning + moved + System.GetElapsedTime(opened);
            return last = now > last.AddMilliseconds(1) ? now : last.AddMilliseconds(1);
        }
    }
}

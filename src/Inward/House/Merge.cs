namespace Inward.House;

/// <summary>That two entries of one colleague, or of one customer, became one, and how long they can be parted again.</summary>
public sealed record Merge(Id Workspace, Id Id, Id Kept, Id Gone, Id? By, DateTimeOffset At, DateTimeOffset? UndoneAt)
{
    public const int DaysToPart = 30;

    public DateTimeOffset Until => At.AddDays(DaysToPart);

    public bool CanBeUndone(DateTimeOffset now) => UndoneAt is null && now < Until;

    public void CheckParting(DateTimeOffset now)
    {
        if (UndoneAt is not null)
            throw Rule.NotNow("They have been parted again already.");
        if (now >= Until)
            throw Rule.NotNow(new Sentence("It is too late to part them again: that is possible for {0} days.", DaysToPart));
    }
}

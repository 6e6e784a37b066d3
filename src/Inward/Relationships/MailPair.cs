using Inward.House;

namespace Inward.Relationships;

/// <summary>How many mails went one way on a day. No subject, no time of day.</summary>
public sealed record MailsOfDay(Id From, Id To, DateOnly Day, int Count);

/// <summary>How much two people write to each other, for the two of them alone.</summary>
/// <param name="FromMe">Mails, newer ones counting more: one of today is 1, one of <see cref="HalfLife"/> days ago a half.</param>
public sealed record MailPair(double FromMe, double ToMe, DateOnly? LastOn, bool IsDormant)
{
    /// <summary>In days.</summary>
    public const int HalfLife = 90;

    /// <summary>So many in a span of <see cref="HalfLife"/> days, both ways together, were strong once.</summary>
    public const int Strong = 20;

    /// <summary>So many days without one are silence.</summary>
    public const int Silence = 30;

    public static readonly MailPair None = new(0, 0, null, false);

    /// <summary>What both give: the smaller of the two.</summary>
    public double Mutual => Math.Min(FromMe, ToMe);

    /// <param name="mails">Those between the two; days after today are not counted.</param>
    public static MailPair Of(Id me, Id other, IEnumerable<MailsOfDay> mails, DateOnly today)
    {
        var days = mails.Where(m => m.Day <= today && ((m.From, m.To) == (me, other) || (m.From, m.To) == (other, me))).OrderBy(m => m.Day).ToList();
        if (days.Count == 0)
            return None;
        var last = days[^1].Day;
        return new MailPair(Decayed(days.Where(m => m.From == me), today), Decayed(days.Where(m => m.From == other), today), last,
            today.DayNumber - last.DayNumber >= Silence && WereStrong(days));
    }

    /// <summary>In words, for one of the two; null where they never wrote.</summary>
    public Sentence? Says(string other, DateOnly today) => LastOn is not { } last ? null
        : IsDormant ? new Sentence("You and {0} wrote to each other a lot once, and for {1} days not at all.", other, today.DayNumber - last.DayNumber)
        : new Sentence("Mails, newer ones counting more: {0} from you to {1}, {2} from {1} to you.", Whole(FromMe), other, Whole(ToMe));

    private static int Whole(double figure) => (int)Math.Round(figure, MidpointRounding.AwayFromZero);

    private static double Decayed(IEnumerable<MailsOfDay> mails, DateOnly today) => mails.Sum(m => m.Count * Math.Pow(0.5, (double)(today.DayNumber - m.Day.DayNumber) / HalfLife));

    private static bool WereStrong(List<MailsOfDay> days)
    {
        var (first, count) = (0, 0);
        foreach (var day in days)
        {
            count += day.Count;
            while (day.Day.DayNumber - days[first].Day.DayNumber >= HalfLife)
                count -= days[first++].Count;
            if (count >= Strong)
                return true;
        }
        return false;
    }
}

using Inward.House;

namespace Inward.Relationships;

/// <summary>
/// Whom to see next, and why: max(0, days − ideal) / ideal × (1 + leverage) + min(3, asks due). Seen by me alone, told anew
/// each time, kept nowhere.
/// </summary>
/// <param name="Days">Since the last contact; null when nothing is counted, because only asks are open.</param>
/// <param name="LastBy">How the last contact was; null when there was none.</param>
/// <param name="AsksDue">Open asks between us whose day has come.</param>
/// <param name="Leverage">0 to 1: how much of what matters to customers lies with a team and is not won yet (0 while no journey says so).</param>
public sealed record NextToSee(Id Other, bool IsTeam, int? Days, Cadence Cadence, string? LastBy, int AsksDue, double Leverage = 0)
{
    private const int MostAsks = 3;

    public double Overdue => Math.Max(0, (Days ?? 0) - Cadence.Ideal) / (double)Cadence.Ideal;

    public double Score => Overdue * (1 + Leverage) + Math.Min(MostAsks, AsksDue);

    private int Share => (int)Math.Round(Leverage * 100, MidpointRounding.AwayFromZero);

    public Warmth? Warmth => Days is { } days ? Cadence.After(days) : null;

    /// <summary>Each term that counts, in words.</summary>
    public IEnumerable<Sentence> Why
    {
        get
        {
            if (Overdue > 0)
                yield return new Sentence(LastBy switch
                {
                    null => "not met for {0} days, you wish for {1}",
                    "thanks" => "{0} days since a thank-you, you wish for {1}",
                    "hello" => "{0} days since a hello, you wish for {1}",
                    _ => "{0} days since you talked, you wish for {1}",
                }, Days!.Value, Cadence.Ideal);
            if (Overdue > 0 && Share > 0)
                yield return new Sentence("what customers value lies with them: {0} of 100, where 100 is the team it lies with most", Share);
            if (AsksDue == 1)
                yield return "an ask between you is due";
            else if (AsksDue > 1)
                yield return new Sentence("{0} asks between you are due", AsksDue);
        }
    }

    /// <summary>Those with any reason, the strongest first; ties in the order they came in.</summary>
    public static IReadOnlyList<NextToSee> Ranked(IEnumerable<NextToSee> all) => [.. all.Where(n => n.Score > 0).OrderByDescending(n => n.Score)];
}

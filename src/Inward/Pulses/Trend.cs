using Inward.House;

namespace Inward.Pulses;

/// <summary>Whether a group of two pulses may be compared.</summary>
public static class Trend
{
    /// <summary>
    /// Not where one to four people came or went between them: the difference of two figures would speak of those few. Nobody,
    /// or five and more, may differ on each side.
    /// </summary>
    public static bool MayBeShown(IReadOnlySet<Id> before, IReadOnlySet<Id> after) =>
        IsNobodyOrEnough(after.Count(person => !before.Contains(person))) && IsNobodyOrEnough(before.Count(person => !after.Contains(person)));

    private static bool IsNobodyOrEnough(int people) => people is 0 or >= Pulse.FewestAnswers;
}

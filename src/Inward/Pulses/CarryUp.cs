using Inward.House;

namespace Inward.Pulses;

/// <summary>
/// Which groups are shown, and what of them. A group that is not enough shows nothing: its answers are carried up to the first
/// team above where what was carried together is enough; a team whose own rest is not enough shows what its teams below show,
/// and not one answer more. So all that is shown lies inside each other, and whatever is found by subtraction is enough itself.
/// </summary>
public static class CarryUp
{
    /// <param name="said">What was said in each unit itself, without those below it.</param>
    /// <param name="and">Puts two groups together.</param>
    /// <param name="isEnough">Whether a group may be known: large enough, and not of one opinion.</param>
    /// <returns>Only units of which something is shown.</returns>
    public static IReadOnlyDictionary<Id, T> Of<T>(FrozenTree tree, IReadOnlyDictionary<Id, T> said, Func<T, T, T> and, Func<T, bool> isEnough)
    {
        var rest = new Dictionary<Id, T>(said);
        var shown = new Dictionary<Id, T>();
        foreach (var unit in tree.BottomUp)
        {
            var above = tree.Above(unit);
            if (rest.Remove(unit, out var left))
            {
                if (isEnough(left))
                    Join(shown, unit, left);
                else if (above is { } next)
                    Join(rest, next, left);
            }
            if (above is { } higher && shown.TryGetValue(unit, out var all))
                Join(shown, higher, all);
        }
        return shown;

        void Join(Dictionary<Id, T> groups, Id unit, T more) => groups[unit] = groups.TryGetValue(unit, out var there) ? and(there, more) : more;
    }
}

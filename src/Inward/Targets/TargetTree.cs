using Inward.House;

namespace Inward.Targets;

/// <summary>Where a target's figure comes from.</summary>
public enum Measured
{
    /// <summary>From its own check-ins; what stands below is no part of it.</summary>
    Own,

    /// <summary>It is what the targets below it bring together.</summary>
    Sum,

    /// <summary>It is reached when all below it are; it has no number of its own.</summary>
    All,
}

/// <summary>One target of a tree. <paramref name="Terms"/> is null for one that is reached when all below it are.</summary>
public sealed record PlacedTarget(Id Id, Id? Above, TargetTerms? Terms, Measured Measured = Measured.Own);

/// <summary>Where a target stood at the end of a week.</summary>
public sealed record WeekTold(Id Target, int Week, double Value);

/// <summary>
/// The targets of a company as of one week, each with its weeks, its roll-up and its probability. One check-in works out anew only the
/// targets between it and the root, and leaves exactly what working out everything would.
/// </summary>
/// <remarks>Weeks are those of <see cref="TargetTerms.WeekOf"/>. Not for several threads at once.</remarks>
public sealed class TargetTree
{
    private readonly Dictionary<Id, TargetNode> nodes = [];

    public TargetTree(int week, IReadOnlyCollection<PlacedTarget> targets, IEnumerable<WeekTold> told)
    {
        Week = week;
        foreach (var target in targets)
            nodes.Add(target.Id, new TargetNode(target, week));
        foreach (var node in nodes.Values.Where(node => node.Target.Above is not null))
            node.Hang(nodes.GetValueOrDefault(node.Target.Above!.Value) ?? throw Rule.Invalid("parent", new Sentence("The target above does not exist.")));
        var order = FromTheRoots();
        foreach (var one in told)
            Own(one.Target).Weeks!.Tell(Checked(one), one.Value);
        for (var at = order.Count - 1; at >= 0; at--)
            order[at].WorkOut();
    }

    /// <summary>The week that is running.</summary>
    public int Week { get; }

    public Attainment this[Id target] => nodes[target].Attainment;

    /// <summary>What those right below have taken on; null for one without a number of its own.</summary>
    public RollUp? RollUp(Id target) => nodes[target].RollUp;

    /// <summary>Where it stands, at the end of the last week that is told; of a sum, the last that all below it told.</summary>
    public double? Now(Id target) => nodes[target].Now;

    /// <summary>A check-in, or its correction: the figure of that week. Weeks between it and the one before count as equal parts of the way.</summary>
    /// <returns>What changed, from the target upwards.</returns>
    public IReadOnlyList<Id> Tell(WeekTold told)
    {
        var node = Own(told.Target);
        var week = Checked(told);
        return Upwards(node, node.Weeks!.Tell(week, told.Value));
    }

    /// <summary>A check-in is taken back; without one for that week nothing changes.</summary>
    public IReadOnlyList<Id> TakeBack(Id target, int week)
    {
        var node = Own(target);
        return Upwards(node, node.Weeks!.TakeBack(week));
    }

    private static List<Id> Upwards(TargetNode from, WeekRange? changed)
    {
        var touched = new List<Id>();
        for (var node = from; changed is not null; node = node.Above)
        {
            touched.Add(node.Target.Id);
            var was = node.Attainment;
            node.WorkOut(changed);
            if (node.Above is not { Target.Measured: not Measured.Own } above)
                break;
            changed = above.Target.Measured == Measured.Sum ? above.Add(changed) : node.Attainment != was ? changed : null;
        }
        return touched;
    }

    private int Checked(WeekTold told)
    {
        if (!double.IsFinite(told.Value) || Math.Abs(told.Value) > (double)TargetTerms.Largest)
            throw Rule.Invalid("value", new Sentence("This is not a number that can be counted."));
        if (told.Week > Week)
            throw Rule.Invalid("at", new Sentence("This week has not come yet."));
        var terms = nodes[told.Target].Target.Terms!;
        return told.Week >= terms.FirstWeek && told.Week <= terms.LastWeek ? told.Week
            : throw Rule.Invalid("at", new Sentence("This target runs from {0} to {1}.", terms.From, terms.By));
    }

    private TargetNode Own(Id target) => nodes.GetValueOrDefault(target) is not { } node ? throw Rule.NotVisible()
        : node.Target.Measured == Measured.Own ? node : throw Rule.Invalid("target", new Sentence("This target is worked out from those below it. Check in there."));

    private List<TargetNode> FromTheRoots()
    {
        var order = nodes.Values.Where(node => node.Above is null).ToList();
        for (var at = 0; at < order.Count; at++)
            order.AddRange(order[at].Below);
        return order.Count == nodes.Count ? order : throw Rule.Invalid("parent", new Sentence("These targets stand in a circle."));
    }
}

using Inward.House;

namespace Inward.Targets;

/// <summary>One target in its tree, with what was worked out for it.</summary>
internal sealed class TargetNode
{
    private readonly List<TargetNode> below = [];
    private readonly int week;
    private Pace pace;

    public TargetNode(PlacedTarget target, int week)
    {
        (Target, this.week) = (target, week);
        if (target.Measured == Measured.All)
            return;
        var terms = target.Terms ?? throw Rule.Invalid("value", new Sentence("Say the number to reach."));
        Weeks = new TargetWeeks(terms.FirstWeek, terms.Weeks, (double)terms.Baseline);
    }

    public PlacedTarget Target { get; }

    public TargetNode? Above { get; private set; }

    public IReadOnlyList<TargetNode> Below => below;

    /// <summary>Null for one that is reached when all below it are.</summary>
    public TargetWeeks? Weeks { get; }

    public Attainment Attainment { get; private set; } = Attainment.Unknown;

    public RollUp? RollUp { get; private set; }

    public double? Now => Weeks is null ? null : Target.Measured == Measured.Own ? Weeks.Last : Weeks.Baseline + (pace.Mean * pace.Weeks);

    public void Hang(TargetNode above)
    {
        if (above.Target.Measured == Measured.Sum)
            Targets.RollUp.CheckAdds(above.Target.Terms!, Target.Terms ?? throw Rule.Invalid("parent", new Sentence("What has no number of its own cannot be added.")));
        Above = above;
        above.below.Add(this);
    }

    /// <summary>Everything, once what stands below is worked out.</summary>
    public void WorkOut()
    {
        if (Target.Measured == Measured.Sum)
            Add(new WeekRange(Weeks!.First, Weeks.First + Weeks.Count - 1));
        if (Target.Terms is { } terms)
            RollUp = Targets.RollUp.Of(terms, below.Select(node => node.Target.Terms).OfType<TargetTerms>().Where(part => IsAdded(terms, part)));
        WorkOut(new WeekRange(int.MinValue, int.MaxValue));
    }

    /// <summary>The pace and the probability, after some weeks have changed.</summary>
    public void WorkOut(WeekRange changed)
    {
        if (Weeks is null)
        {
            Attainment = OfAll();
            return;
        }
        // Weeks that only came behind those counted are added to them; a correction counts anew.
        pace = changed.From >= Weeks.First + pace.Weeks && pace.Weeks <= Weeks.Told ? Weeks.Continue(pace) : Weeks.Continue(default);
        var terms = Target.Terms!;
        var left = week > terms.LastWeek ? 0 : Weeks.Count - pace.Weeks;
        Attainment = terms.Kind == TargetKind.Rate || (Target.Measured == Measured.Sum && below.Count == 0) ? Attainment.Unknown : Attainment.Of(terms, pace, Now!.Value, left);
    }

    /// <summary>Some weeks of those below have changed: what came together in them is added up anew, in one order always.</summary>
    /// <returns>Which weeks changed for whoever adds this one.</returns>
    public WeekRange? Add(WeekRange changed) => Weeks!.Add(changed, week, below.ConvertAll(node => node.Weeks!));

    private static bool IsAdded(TargetTerms whole, TargetTerms part) =>
        whole.IsSameUnit(part) && whole.Kind != TargetKind.Rate && part.Kind != TargetKind.Rate;

    private Attainment OfAll()
    {
        var each = below.ConvertAll(node => node.Attainment);
        var (weeks, left) = (each.Select(one => one.Weeks).DefaultIfEmpty().Min(), each.Select(one => one.Left).DefaultIfEmpty().Max());
        var state = each.Count == 0 || each.Exists(one => one.State == AttainmentState.Unknown) ? AttainmentState.Unknown
            : each.Exists(one => one.State == AttainmentState.Missed) ? AttainmentState.Missed
            : each.TrueForAll(one => one.State == AttainmentState.Reached) ? AttainmentState.Reached : AttainmentState.Open;
        var chance = state == AttainmentState.Open ? AllOf.Of(each.ConvertAll(one => one.Probability ?? 1)) : (double?)null;
        return new Attainment(state, chance, weeks, left, 0, 0);
    }
}

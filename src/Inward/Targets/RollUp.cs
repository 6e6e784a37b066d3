using Inward.House;

namespace Inward.Targets;

/// <summary>What teams have taken on of a number, and what nobody has yet.</summary>
/// <param name="Change">What has to change in all, in the direction of the target.</param>
/// <param name="Claimed">What the teams' own targets change of it.</param>
public sealed record RollUp(decimal Change, decimal Claimed)
{
    /// <summary>
    /// What is missing, below 0 where teams took on more. It compares changes: that is T − Σ t where the baselines add up too, and still
    /// holds for falling targets and while some teams have not proposed.
    /// </summary>
    public decimal Gap => Change - Claimed;

    public decimal Unclaimed => Math.Max(0, Gap);

    public static RollUp Of(TargetTerms whole, IEnumerable<TargetTerms> parts)
    {
        decimal claimed = 0;
        foreach (var part in parts)
        {
            CheckAdds(whole, part);
            claimed += part.Value - part.Baseline;
        }
        return new RollUp(Math.Abs(whole.Value - whole.Baseline), whole.Direction * claimed);
    }

    /// <summary>Only what is counted in one unit, and adds up at all, can be added.</summary>
    public static void CheckAdds(TargetTerms whole, TargetTerms part)
    {
        if (!whole.IsSameUnit(part))
            throw Rule.Invalid("unit", new Sentence("This is counted in {0} and what it adds to in {1}: they cannot be added. Use the same unit, or let the whole have a figure of its own.", part.Unit, whole.Unit));
        if (whole.Kind == TargetKind.Rate || part.Kind == TargetKind.Rate)
            throw Rule.Invalid("kind", new Sentence("Shares and averages cannot be added: let the whole have a figure of its own."));
    }
}

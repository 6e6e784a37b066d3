using Inward.House;

namespace Inward.Journeys;

/// <summary>What one colleague thinks a stage is worth, from 0 to 5. It is theirs alone: others meet it only as one number among several.</summary>
/// <param name="Weight">Null where they do not say.</param>
public sealed record Score(int CustomerValue, int OurValue, int? Weight)
{
    public static Score Given(int? customerValue, int? ourValue, int? weight)
    {
        var wrong = new List<Wrong>();
        Check("customerValue", customerValue, required: true);
        Check("ourValue", ourValue, required: true);
        Check("weight", weight, required: false);
        return wrong.Count == 0 ? new Score(customerValue!.Value, ourValue!.Value, weight) : throw Rule.Invalid(wrong);

        void Check(string field, int? value, bool required)
        {
            if (value is < 0 or > Stage.Highest || (required && value is null))
                wrong.Add(new Wrong(field, new Sentence("Score it from 0 to {0}.", Stage.Highest)));
        }
    }
}

/// <summary>How several judge one thing: numbers without names.</summary>
/// <param name="Median">Of an even number the middle between the two in the middle, so it may be a half.</param>
public sealed record Spread(decimal Median, int Lowest, int Highest)
{
    /// <summary>So many points apart, and less, is no disagreement.</summary>
    public const int Near = 2;

    public int Apart => Highest - Lowest;

    /// <summary>Worth a talk: colleagues see it very differently, and each may know something.</summary>
    public bool IsDisagreement => Apart > Near;

    public static Spread? Of(IEnumerable<int> scores)
    {
        var ordered = scores.Order().ToList();
        return ordered.Count == 0 ? null : new Spread((ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2m, ordered[0], ordered[^1]);
    }
}

/// <summary>All scores of a stage together.</summary>
/// <param name="Weight">Null where nobody gave one.</param>
public sealed record Scored(int Count, Spread CustomerValue, Spread OurValue, Spread? Weight)
{
    /// <summary>As many must have scored before their median stands for them.</summary>
    public const int Fewest = 2;

    public bool IsDisagreement => CustomerValue.IsDisagreement || OurValue.IsDisagreement || Weight?.IsDisagreement == true;

    public static Scored? Of(IReadOnlyCollection<Score> scores) => scores.Count == 0 ? null : new Scored(
        scores.Count, Spread.Of(scores.Select(score => score.CustomerValue))!, Spread.Of(scores.Select(score => score.OurValue))!, Spread.Of(scores.Select(score => score.Weight).OfType<int>()));
}

using Inward.House;

namespace Inward.Lists;

/// <summary>A field that rows of a list are chosen by.</summary>
/// <param name="Words">The values it takes; null where it takes ids.</param>
public sealed record ListField(string Name, IReadOnlyList<string>? Words = null)
{
    /// <summary>The values that are parted by commas, as far as it takes them.</summary>
    internal IEnumerable<Condition> Each(string? typed, ICollection<Wrong> wrong) => ListFields.Values(Name, typed, wrong).Select(value => Read(value, Name, wrong)).OfType<Condition>().Distinct();

    /// <param name="called">Under which name a mistake is told.</param>
    internal Condition? Read(string value, string called, ICollection<Wrong> wrong)
    {
        if (Words is null)
        {
            if (Id.TryParse(value, null, out var id))
                return new Condition(Name, id.ToString());
            wrong.Add(new Wrong(called, new Sentence("“{0}” is not an id.", value)));
            return null;
        }
        if (value.ToLowerInvariant() is var word && Words.Contains(word))
            return new Condition(Name, word);
        wrong.Add(new Wrong(called, new Sentence("“{0}” is none of {1}.", word, string.Join(", ", Words))));
        return null;
    }
}

/// <summary>
/// The fields of a list as an address has them: commas stand between values of one field, any of which will do, and `any` holds
/// conditions such as due:late, of which one is enough.
/// </summary>
/// <param name="Example">A condition, for whoever wrote none.</param>
public sealed record ListFields(string Example, params IReadOnlyList<ListField> All)
{
    /// <summary>How many values one field takes, and `any` conditions.</summary>
    public const int Most = 20;

    /// <summary>True where a company's own fields count too. What they take is known to those who know the fields.</summary>
    public bool HasOwn { get; init; }

    /// <summary>What must fit, field by field.</summary>
    public Choice Each(Func<string, string?> typed, ICollection<Wrong> wrong) =>
        new([.. All.SelectMany(field => field.Each(typed(field.Name), wrong))]);

    /// <summary>Of what one is enough.</summary>
    public Choice Any(string? typed, ICollection<Wrong> wrong) =>
        new([.. Values("any", typed, wrong).Select(written => Read(written, wrong)).OfType<Condition>().Distinct()]);

    private Condition? Read(string written, ICollection<Wrong> wrong)
    {
        var condition = Condition.Read(written);
        if (condition is { IsOwn: true } && HasOwn)
            return condition;
        if (All.FirstOrDefault(field => field.Name == condition?.Field) is { } known)
            return known.Read(condition!.Value, "any", wrong);
        var names = All.Select(field => field.Name).Concat(HasOwn ? [$"{Condition.Own}NAME"] : []);
        wrong.Add(new Wrong("any", new Sentence("“{0}” is no choice here. Write one of {1}, a colon and a value, such as {2}.", written, string.Join(", ", names), Example)));
        return null;
    }

    internal static IReadOnlyList<string> Values(string field, string? typed, ICollection<Wrong> wrong)
    {
        var values = (typed ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        if (values.Count > Most)
            wrong.Add(new Wrong(field, new Sentence("At most {0} choices fit into one filter.", Most)));
        return [.. values.Take(Most)];
    }
}

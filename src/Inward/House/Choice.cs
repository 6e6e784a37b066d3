namespace Inward.House;

/// <summary>
/// Filters as an address has them: commas stand between values of one field, any of which will do, and `any` holds pairs such
/// as due:late, of which one is enough. Values are ids and fixed words, so no comma or colon is ever part of one.
/// </summary>
public static class Choice
{
    public const int Most = 20;

    public static IReadOnlyList<string> Values(ICollection<Wrong> wrong, string field, string? typed)
    {
        var values = (typed ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        if (values.Count > Most)
            wrong.Add(new Wrong(field, new Sentence("At most {0} choices fit into one filter.", Most)));
        return [.. values.Take(Most)];
    }

    /// <summary>The pairs of `any`, by field.</summary>
    public static ILookup<string, string> Pairs(ICollection<Wrong> wrong, string? typed, IReadOnlyCollection<string> fields)
    {
        var pairs = Values(wrong, "any", typed).Select(pair => (Pair: pair, Parts: pair.Split(':', 2, StringSplitOptions.TrimEntries))).ToList();
        foreach (var (pair, _) in pairs.Where(p => p.Parts is not [var field, { Length: > 0 }] || !fields.Contains(field)))
            wrong.Add(new Wrong("any", new Sentence("“{0}” is no choice here. Write one of {1}, a colon and a value, such as due:late.", pair, string.Join(", ", fields))));
        return pairs.Where(p => p.Parts.Length == 2).ToLookup(p => p.Parts[0], p => p.Parts[1], StringComparer.Ordinal);
    }

    public static IReadOnlyList<string> Words(ICollection<Wrong> wrong, string field, IEnumerable<string> values, IReadOnlyCollection<string> known)
    {
        var words = values.Select(v => v.ToLowerInvariant()).ToList();
        foreach (var unknown in words.Where(w => !known.Contains(w)))
            wrong.Add(new Wrong(field, new Sentence("“{0}” is none of {1}.", unknown, string.Join(", ", known))));
        return [.. words.Where(known.Contains)];
    }

    public static IReadOnlyList<Id> Ids(ICollection<Wrong> wrong, string field, IEnumerable<string> values)
    {
        var ids = new List<Id>();
        foreach (var value in values)
        {
            if (Id.TryParse(value, null, out var id))
                ids.Add(id);
            else
                wrong.Add(new Wrong(field, new Sentence("“{0}” is not an id.", value)));
        }
        return ids;
    }
}

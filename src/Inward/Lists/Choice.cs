using Inward.House;

namespace Inward.Lists;

/// <summary>What is chosen of the fields of a list.</summary>
public sealed record Choice(IReadOnlyList<Condition> Conditions)
{
    public static readonly Choice None = new([]);

    public bool Exists => Conditions.Count > 0;

    /// <summary>The fields it names, each once.</summary>
    public IEnumerable<string> Fields => Conditions.Select(c => c.Field).Distinct(StringComparer.Ordinal);

    /// <summary>The values of a field.</summary>
    public IReadOnlyList<string> Of(string field) => [.. Conditions.Where(c => c.Field == field).Select(c => c.Value)];

    /// <summary>The same where <see cref="ListField"/> takes ids.</summary>
    public IReadOnlyList<Id> Ids(string field) => [.. Of(field).Select(id => Id.Parse(id))];

    public Choice With(Condition more) => Conditions.Contains(more) ? this : new([.. Conditions, more]);

    /// <summary>As `any` has them in an address.</summary>
    public override string ToString() => string.Join(',', Conditions);
}

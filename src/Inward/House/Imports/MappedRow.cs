namespace Inward.House.Imports;

/// <summary>A row in the words of its kind: <c>row["email"]</c>, empty where the file says nothing.</summary>
public sealed class MappedRow(string file, int number, IReadOnlyDictionary<string, int> places, string[] values)
{
    public string File { get; } = file;

    public int Number { get; } = number;

    public string this[string field] => places.TryGetValue(field, out var at) ? Values[at] : "";

    /// <summary>Whether the file has a place for this field, filled in this row or not.</summary>
    public bool Has(string field) => places.ContainsKey(field);

    public bool SaysTheSame(MappedRow other) => File == other.File && Values.AsSpan().SequenceEqual(other.Values);

    /// <summary>Equal for rows that say the same.</summary>
    public int Digest => Values.Aggregate(StringComparer.Ordinal.GetHashCode(File), (digest, value) => HashCode.Combine(digest, StringComparer.Ordinal.GetHashCode(value)));

    private string[] Values { get; } = values;
}

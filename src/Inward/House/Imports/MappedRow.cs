namespace Inward.House.Imports;

/// <summary>A row in the words of its kind: <c>row["email"]</c>, empty where the file says nothing.</summary>
public sealed class MappedRow(string file, int number, IReadOnlyDictionary<string, int> places, string[] values)
{
    public string File { get; } = file;

    public int Number { get; } = number;

    public string this[string field] => places.TryGetValue(field, out var at) ? values[at] : "";

    /// <summary>Whether the file has anything for this field, in any row.</summary>
    public bool Has(string field) => places.ContainsKey(field);
}

namespace Inward.House;

/// <summary>The fields of which the value of the entry that goes was chosen; of all others who stays keeps theirs, and gets what was empty.</summary>
public sealed class Taken(IEnumerable<string> fields)
{
    public static readonly Taken Nothing = new([]);

    private readonly HashSet<string> fields = new(fields, StringComparer.Ordinal);

    public bool Has(string field) => fields.Contains(field);

    public T? Of<T>(string field, T? kept, T? gone) where T : class => Has(field) ? gone ?? kept : kept ?? gone;

    public T? Of<T>(string field, T? kept, T? gone) where T : struct => Has(field) ? gone ?? kept : kept ?? gone;

    /// <param name="known">What can be chosen at all.</param>
    public void Check(IEnumerable<string> known)
    {
        if (fields.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw Rule.Invalid("take", new Sentence("“{0}” is no field that can be taken from the entry that goes.", unknown));
    }
}

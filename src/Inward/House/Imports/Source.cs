namespace Inward.House.Imports;

/// <summary>Where the value of a field comes from in a row of a file.</summary>
public abstract record Source
{
    private Source()
    {
    }

    /// <summary>The columns of the same row that this reads.</summary>
    public IEnumerable<string> Columns => this switch
    {
        Column column => [column.Header],
        Text text => text.Words.Split('{', '}').Where((_, at) => at % 2 == 1),
        FirstOf first => first.Sources.SelectMany(source => source.Columns),
        LookUp lookUp => lookUp.By.Columns,
        _ => [],
    };

    /// <summary>The cell under a header.</summary>
    public sealed record Column(string Header) : Source;

    /// <summary>
    /// Words with columns in braces: <c>{first_name} {last_name}</c>, or words alone, the same in every row. Empty where
    /// all its columns are empty, so that <c>Order {OrderID}</c> never reads "Order".
    /// </summary>
    public sealed record Text(string Words) : Source;

    /// <summary>The first that is not empty.</summary>
    public sealed record FirstOf(IReadOnlyList<Source> Sources) : Source;

    /// <summary>
    /// A value of another file, found in the row whose column <paramref name="Match"/> holds what <paramref name="By"/> says.
    /// Where several rows do, the one with the greatest <paramref name="Latest"/> counts, or else the first.
    /// </summary>
    public sealed record LookUp(Source By, string In, string Match, Source Take, string? Latest) : Source;
}

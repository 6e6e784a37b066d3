namespace Inward.House.Imports;

/// <summary>Which of two short dates is meant by 3/4/2026.</summary>
public enum DayOrder
{
    /// <summary>Read from the column itself: one value above twelve decides.</summary>
    Unsaid,
    DayFirst,
    MonthFirst,
}

/// <summary>
/// How the files of one import are understood. Tables are read one after the other; rows about the same key add up, so a
/// second table can tell more about the people of the first.
/// </summary>
public sealed record ImportMap(ImportKind Kind, IReadOnlyList<TableMap> Tables)
{
    /// <summary>What shape of file this map is for, in words.</summary>
    public string? About { get; init; }

    public DayOrder Dates { get; init; }

    /// <summary>
    /// People files only: a post whose holder is not named becomes a person called by the title. Otherwise it is nobody.
    /// </summary>
    public bool KeepUnnamed { get; init; }
}

/// <summary>How one file is understood. Without a name it is the file that was handed in.</summary>
public sealed record TableMap(string? File, IReadOnlyDictionary<string, Source> Fields)
{
    /// <summary>Rows that do not pass every one of these are passed over in silence.</summary>
    public IReadOnlyList<Only> Only { get; init; } = [];

    /// <summary>By field: words of the file and what is read instead, whatever their case; "" reads as nothing.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Values { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
}

/// <summary>Which rows to read: those whose column says this.</summary>
public abstract record Only(string Column)
{
    public sealed record Is(string Column, string Word) : Only(Column);

    public sealed record IsNot(string Column, string Word) : Only(Column);

    /// <summary>The greatest value of the column in the whole file, as for snapshots dated 2026-03-31.</summary>
    public sealed record Latest(string Column) : Only(Column);
}

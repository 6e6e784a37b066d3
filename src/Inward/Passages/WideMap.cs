using Inward.House.Imports;

namespace Inward.Passages;

/// <summary>
/// A file with a row for each case and a column for each step, such as the day of the order and the day it was shipped. The field
/// <c>steps</c> lists the columns: <c>{"text": "{OrderDate}{ShippedDate}"}</c>.
/// </summary>
public static class WideMap
{
    public const string Prefix = "step:";

    /// <summary>Each listed column becomes a field of its own.</summary>
    public static ImportMap Spread(ImportMap map) => map with { Tables = [.. map.Tables.Select(Spread)] };

    public static IReadOnlyList<string> StepsOf(ImportMap map) =>
        [.. map.Tables.SelectMany(table => table.Fields.TryGetValue("steps", out var steps) ? steps.Columns : []).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static TableMap Spread(TableMap table)
    {
        if (!table.Fields.TryGetValue("steps", out var steps))
            return table;
        var fields = table.Fields.Where(field => field.Key != "steps").ToDictionary(StringComparer.Ordinal);
        foreach (var column in steps.Columns.Distinct(StringComparer.OrdinalIgnoreCase))
            fields[Prefix + column] = new Source.Column(column);
        return table with { Fields = fields };
    }
}

using Inward.House;
using Inward.House.Imports;

namespace Inward.People;

/// <summary>The columns of a people file that fill the company's own fields.</summary>
public sealed class FieldColumns
{
    /// <summary>How a map names such a field: this, and its id or name.</summary>
    public const string Prefix = "field:";

    private readonly IReadOnlyList<(string Key, CompanyField Field)> columns;
    private readonly Dictionary<(string File, string Key), DayOrder> orders = [];
    private readonly DateOnly today;
    private readonly Noticings noticed;

    internal FieldColumns(IReadOnlyList<CompanyField> fields, ImportMap map, IReadOnlyList<MappedRow> rows, DateOnly today, Noticings noticed)
    {
        (this.today, this.noticed) = (today, noticed);
        columns = [.. map.Tables.SelectMany(table => table.Fields.Keys).Where(key => key.StartsWith(Prefix, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Select(key => (key, Of(fields, key)))];
        foreach (var (key, _) in columns.Where(column => column.Field.Kind == FieldKind.Day))
        {
            foreach (var table in rows.GroupBy(row => row.File, StringComparer.Ordinal))
                orders[(table.Key, key)] = map.Dates != DayOrder.Unsaid ? map.Dates : Days.OrderOf([.. table.Select(row => row[key])]);
        }
    }

    /// <summary>The kind of file, with the fields that a company has made itself.</summary>
    public static ImportKind Beside(ImportKind kind, IEnumerable<CompanyField> fields) => kind == ImportKind.People
        ? kind.With(fields.Where(field => field.IsInUse).OrderBy(field => field.Place).Select(field => (Prefix + field.Id, field.Name)))
        : kind;

    /// <summary>What the rows of a person or a team say; the first that says something counts. A word that does not fit is told and left out.</summary>
    internal FieldValues Filled(FieldAbout about, List<PersonRow> rows, FieldValues start)
    {
        foreach (var (key, field) in columns.Where(column => column.Field.About == about))
        {
            if (rows.Find(row => row.Row[key].Length > 0) is not { } row)
                continue;
            var wrong = new List<Wrong>();
            var value = field.Read(FieldKinds.Tidy(field.Kind, row.Row[key], orders.GetValueOrDefault((row.At.File, key)), today), wrong);
            if (wrong.Count > 0)
                noticed.Tell(row.At.File, row.At.Number, new Sentence("{0}: {1} It is left out.", field.Name, wrong[0].Sentence));
            else
                start = start.With(field.Id, value);
        }
        return start;
    }

    private static CompanyField Of(IReadOnlyList<CompanyField> fields, string key) =>
        CompanyField.Called(fields, key[Prefix.Length..]) is { IsInUse: true } field ? field
        : throw Rule.Invalid("map", new Sentence("There is no field called “{0}”.", key[Prefix.Length..]));
}

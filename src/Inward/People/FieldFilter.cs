using Inward.House;
using Inward.Lists;

namespace Inward.People;

/// <summary>Colleagues or teams by what a field of the company says: one of these values, a part of a text, or what lies from one value to another.</summary>
/// <param name="IsNumber">Then values are written as <see cref="FieldKinds.Ordered"/> writes them, else as <see cref="FieldKinds.Sought"/> does.</param>
public sealed record FieldFilter(Id Field, bool IsNumber)
{
    /// <summary>How many can be asked for at once.</summary>
    public const int Most = 4;

    private const string OneEnd = ".from", OtherEnd = ".to";

    public IReadOnlyList<string> Values { get; private init; } = [];

    public string? Part { get; private init; }

    // Before and after all numbers and days, in whatever order an engine sorts letters.
    public string From { get; private init; } = "0";

    public string To { get; private init; } = "99999999999999999999999";

    /// <summary>All of which must fit: where a field begins and where it ends are one.</summary>
    /// <param name="fields">Those the company has of them.</param>
    public static IReadOnlyList<FieldFilter> Each(IReadOnlyCollection<CompanyField> fields, Choice chosen, ICollection<Wrong> wrong)
    {
        var read = Read(fields, chosen, field => field, wrong);
        return [.. Ends(read).GroupBy(f => f.Field).Select(ends => ends.Aggregate((one, other) => one with { From = Later(one.From, other.From), To = Earlier(one.To, other.To) })), .. ValuesAndParts(read)];
    }

    /// <summary>Of which one is enough.</summary>
    public static IReadOnlyList<FieldFilter> Any(IReadOnlyCollection<CompanyField> fields, Choice chosen, ICollection<Wrong> wrong)
    {
        var read = Read(fields, chosen, _ => "any", wrong);
        return [.. Ends(read), .. ValuesAndParts(read)];
    }

    /// <summary>The field that a condition names, by its id or name, and which end of it: .from, .to or neither.</summary>
    public static (CompanyField? Field, string Name, string End) Named(IEnumerable<CompanyField> fields, string condition)
    {
        var end = condition.EndsWith(OneEnd, StringComparison.Ordinal) ? OneEnd : condition.EndsWith(OtherEnd, StringComparison.Ordinal) ? OtherEnd : "";
        var name = condition[Condition.Own.Length..^end.Length];
        return (CompanyField.Called(fields, name), name, end);
    }

    /// <summary>What the fields say fits.</summary>
    public bool Fits(FieldValues values) => values[Field] is { } value
        && (Part is { } part ? FieldKinds.Sought(value).Contains(part, StringComparison.Ordinal)
            : Values.Count > 0 ? Values.Contains(Written(value)) : string.CompareOrdinal(Written(value), From) >= 0 && string.CompareOrdinal(Written(value), To) <= 0);

    private string Written(string value) => IsNumber ? FieldKinds.Ordered(value) ?? "" : FieldKinds.Sought(value);

    private static List<FieldFilter> Read(IReadOnlyCollection<CompanyField> fields, Choice chosen, Func<string, string> called, ICollection<Wrong> wrong) =>
        [.. chosen.Conditions.Where(c => c.IsOwn).Select(condition =>
        {
            var mistakes = new List<Wrong>();
            var filter = Read(fields, condition, mistakes);
            foreach (var mistake in mistakes)
                wrong.Add(mistake with { Name = called(condition.Field) });
            return filter;
        }).OfType<FieldFilter>()];

    private static FieldFilter? Read(IReadOnlyCollection<CompanyField> fields, Condition condition, List<Wrong> wrong)
    {
        var (field, name, end) = Named(fields, condition.Field);
        if (field is not { IsInUse: true, CanFilter: true })
        {
            wrong.Add(new Wrong(condition.Field, new Sentence("There is no field “{0}” to filter by.", name)));
            return null;
        }
        var filter = new FieldFilter(field.Id, field.Kind == FieldKind.Number);
        if (field.Kind == FieldKind.Text)
            return filter with { Part = FieldKinds.Sought(condition.Value) };
        if (field.Read(condition.Value, wrong) is not { } typed)
            return null;
        var value = filter.IsNumber ? FieldKinds.Ordered(typed)! : FieldKinds.Sought(typed);
        return end == OneEnd ? filter with { From = value } : end == OtherEnd ? filter with { To = value } : filter with { Values = [value] };
    }

    private static IEnumerable<FieldFilter> Ends(List<FieldFilter> read) => read.Where(f => f.Part is null && f.Values.Count == 0);

    private static IEnumerable<FieldFilter> ValuesAndParts(List<FieldFilter> read) =>
    [
        .. read.Where(f => f.Values.Count > 0).GroupBy(f => f.Field).Select(same => same.First() with { Values = [.. same.SelectMany(f => f.Values).Distinct(StringComparer.Ordinal)] }),
        .. read.Where(f => f.Part is not null),
    ];

    private static string Later(string one, string other) => string.CompareOrdinal(one, other) > 0 ? one : other;

    private static string Earlier(string one, string other) => string.CompareOrdinal(one, other) < 0 ? one : other;
}

using Inward.House;

namespace Inward.People;

/// <summary>Colleagues by what a field says, as lists ask for it.</summary>
/// <param name="From">As <see cref="FieldKinds.Sought"/> or, of a number, <see cref="FieldKinds.Ordered"/> writes it; of a text, a part of it.</param>
/// <param name="To">The last that counts; null where a part is sought.</param>
public sealed record FieldFilter(Id Field, bool IsNumber, string From, string? To)
{
    /// <summary>How many can be asked for at once.</summary>
    public const int Most = 4;

    // Before and after all numbers and days, in whatever order an engine sorts letters.
    private const string First = "0", Last = "99999999999999999999999";

    /// <param name="sought">The field by id or name; what it says, or from where and to where. Empty ones ask for nothing.</param>
    public static IReadOnlyList<FieldFilter> Of(IReadOnlyCollection<PersonField> fields, IEnumerable<(string Field, string? Says, string? From, string? To)> sought)
    {
        var wrong = new List<Wrong>();
        var filters = sought.Where(one => !string.IsNullOrWhiteSpace(one.Says + one.From + one.To)).Select(one => Of(fields, one, wrong)).OfType<FieldFilter>().ToList();
        if (filters.Count > Most)
            wrong.Add(new Wrong("field", new Sentence("At most {0} fields can be asked for at once.", Most)));
        return wrong.Count == 0 ? filters : throw Rule.Invalid(wrong);
    }

    private static FieldFilter? Of(IEnumerable<PersonField> fields, (string Field, string? Says, string? From, string? To) sought, List<Wrong> wrong)
    {
        if (PersonField.Called(fields, sought.Field) is not { IsInUse: true, CanFilter: true } field)
        {
            wrong.Add(new Wrong($"field.{sought.Field}", new Sentence("There is no field “{0}” by which colleagues can be found.", sought.Field)));
            return null;
        }
        if (field.Kind == FieldKind.Text)
            return new FieldFilter(field.Id, false, FieldKinds.Sought((sought.Says ?? "").Trim()), null);
        var isNumber = field.Kind == FieldKind.Number;
        string? Bound(string? typed) => field.Read(typed, wrong) is not { } value ? null : isNumber ? FieldKinds.Ordered(value) : FieldKinds.Sought(value);
        return Bound(sought.Says) is { } exactly ? new FieldFilter(field.Id, isNumber, exactly, exactly)
            : new FieldFilter(field.Id, isNumber, Bound(sought.From) ?? First, Bound(sought.To) ?? Last);
    }
}

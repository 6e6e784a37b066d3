using System.Globalization;
using Inward.House;
using Inward.Lists;
using Inward.People;
using Inward.Server.House.Words;

namespace Inward.Server.People;

/// <summary>What colleagues are chosen by, in words.</summary>
public static class PeopleFilterWords
{
    /// <summary>A field of the company in an address; with .from or .to, one end of it.</summary>
    public static string Name(CompanyField field) => $"{Condition.Own}{field.Id}";

    /// <summary>The few values it may have.</summary>
    public static IReadOnlyList<string> Choices(CompanyField field) => field.Kind == FieldKind.YesNo ? [FieldKinds.Yes, FieldKinds.No] : field.Choices;

    /// <param name="names">What records are called.</param>
    public static string Of(Condition condition, Tongue t, IReadOnlyDictionary<string, string> names, IEnumerable<CompanyField> fields) => condition.Field switch
    {
        "team" => names.GetValueOrDefault(condition.Value, condition.Value),
        "manager" => t["reports to {0}", names.GetValueOrDefault(condition.Value, condition.Value)],
        "language" => Languages.All.First(language => language.Code == condition.Value).Name,
        _ => Own(condition, t, fields),
    };

    private static string Own(Condition condition, Tongue t, IEnumerable<CompanyField> fields)
    {
        var (field, name, end) = FieldFilter.Named(fields, condition.Field);
        var value = field?.Kind switch
        {
            FieldKind.YesNo => t[condition.Value.ToLowerInvariant()],
            FieldKind.Day when DateOnly.TryParseExact(condition.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => t.Date(day),
            _ => condition.Value,
        };
        return end switch
        {
            ".from" => t["{0} from {1}", field?.Name ?? name, value],
            ".to" => t["{0} up to {1}", field?.Name ?? name, value],
            _ => t["{0}: {1}", field?.Name ?? name, value],
        };
    }
}

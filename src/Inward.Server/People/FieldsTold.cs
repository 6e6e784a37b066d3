using System.Globalization;
using System.Text.Json;
using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>A field of a colleague or a team as programs read it.</summary>
/// <param name="Value">A number, true or false, else text; days as 2026-11-21.</param>
/// <param name="Retired">The company does not use the field any more and keeps what it says.</param>
public sealed record FieldShown(Id Field, string Name, FieldKind Kind, object Value, bool Retired)
{
    /// <summary>What the fields in use say, in their order.</summary>
    public static IReadOnlyList<FieldShown> InUse(FieldValues values, IEnumerable<CompanyField> fields) => Of(values, fields.Where(field => field.IsInUse));

    public static IReadOnlyList<FieldShown> Of(FieldValues values, IEnumerable<CompanyField> fields) =>
        [.. fields.Where(field => values[field.Id] is not null).Select(field => new FieldShown(field.Id, field.Name, field.Kind, FieldKinds.ForPrograms(field.Kind, values[field.Id]!), !field.IsInUse))];
}

/// <summary>A field on a page, filled in or to be filled in.</summary>
/// <param name="Value">As it is kept, or as it was typed.</param>
public sealed record FieldOnPage(CompanyField Field, string? Value, string? Wrong = null)
{
    /// <summary>What was typed beside what stands there now.</summary>
    public Both Against(FieldValues now, Tongue t) => new(Field.Key, Field.Name, Value, now[Field.Id], Said(t), new FieldOnPage(Field, now[Field.Id]).Said(t));

    public string Said(Tongue t) => Field.Kind switch
    {
        _ when string.IsNullOrEmpty(Value) => "",
        FieldKind.YesNo => t[Value == FieldKinds.Yes ? "yes" : "no"],
        FieldKind.Number when decimal.TryParse(Value, CultureInfo.InvariantCulture, out var number) => number.ToString("#,0.######", t.Culture),
        FieldKind.Day when DateOnly.TryParseExact(Value, "O", out var day) => t.Date(day),
        _ => Value ?? "",
    };
}

/// <summary>How what is said of fields reaches the rules, from programs and from forms.</summary>
public static class FieldsTold
{
    /// <summary>The person with what is told filled in; where nothing is told, no question is asked.</summary>
    public static async Task<Person> Filled(this Session session, Person person, IReadOnlyDictionary<string, JsonElement>? told, Id by, bool administrator) =>
        told is not { Count: > 0 } ? person : person.Filled(await session.CompanyFields(person.Workspace), told.ToDictionary(field => field.Key, field => Text(field.Key, field.Value), StringComparer.Ordinal), by, administrator);

    /// <summary>The team with what is told filled in.</summary>
    public static async Task<Team> Filled(this Session session, Team team, IReadOnlyDictionary<string, JsonElement>? told, bool isMember, bool administrator) =>
        team.Filled(await session.CompanyFields(team.Workspace), (told ?? new Dictionary<string, JsonElement>()).ToDictionary(field => field.Key, field => Text(field.Key, field.Value), StringComparer.Ordinal), isMember, administrator);

    /// <summary>The fields of a form, which are called fields.ID; null where it has none.</summary>
    public static IReadOnlyDictionary<string, JsonElement>? Sent(IFormCollection form) =>
        form.Where(field => field.Key.StartsWith("fields.", StringComparison.Ordinal)).ToDictionary(field => field.Key["fields.".Length..], field => JsonSerializer.SerializeToElement(field.Value.ToString()), StringComparer.Ordinal);

    /// <summary>The names of the fields that say something else now.</summary>
    public static async Task<IEnumerable<string>> Changed(Session session, Id workspace, FieldValues before, FieldValues after) => before.Equals(after) ? []
        : (await session.CompanyFields(workspace)).Where(field => before[field.Id] != after[field.Id]).Select(field => field.Name);

    /// <summary>The fields that this reader may fill in, with what was typed where something was sent.</summary>
    public static IReadOnlyList<FieldOnPage> ToFill(IEnumerable<CompanyField> fields, FieldValues values, bool administrator, IFormCollection? form, Func<string, string?> wrong) =>
        [.. fields.Where(field => field.IsInUse && field.IsWrittenBy(administrator)).Select(field =>
            new FieldOnPage(field, form is not null && form.TryGetValue(field.Key, out var typed) ? typed.ToString() : values[field.Id], wrong(field.Key)))];

    private static string? Text(string field, JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Null or JsonValueKind.Undefined => null,
                JsonValueKind.String => value.GetString(),
                JsonValueKind.True => FieldKinds.Yes,
                JsonValueKind.False => FieldKinds.No,
                JsonValueKind.Number => value.TryGetDecimal(out var number) ? number.ToString(CultureInfo.InvariantCulture) : value.GetRawText(),
                _ => throw Rule.Invalid($"fields.{field}", "A field holds text, a number, true or false."),
            };
        }
        catch (InvalidOperationException halfACharacter)
        {
            throw new JsonException("A text holds half a character.", halfACharacter);
        }
    }
}

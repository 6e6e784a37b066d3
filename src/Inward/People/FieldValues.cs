using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Inward.House;

namespace Inward.People;

/// <summary>What the fields of a company say of one colleague or team, each as it is kept. Two that say the same are equal.</summary>
[JsonConverter(typeof(FieldValuesAsJson))]
public sealed class FieldValues : IEquatable<FieldValues>
{
    public static readonly FieldValues None = new([]);

    private readonly ImmutableSortedDictionary<Id, string> values;

    internal FieldValues(IEnumerable<KeyValuePair<Id, string>> values) => this.values = values.ToImmutableSortedDictionary();

    public IReadOnlyDictionary<Id, string> All => values;

    /// <summary>Null where the field is not filled in.</summary>
    public string? this[Id field] => values.GetValueOrDefault(field);

    /// <summary>What search finds; a yes or no is nothing to search for.</summary>
    public IEnumerable<string> Findable => values.Values.Where(value => value is not (FieldKinds.Yes or FieldKinds.No));

    public FieldValues With(Id field, string? value) => value == this[field] ? this : new(value is null ? values.Remove(field) : values.SetItem(field, value));

    /// <summary>Fills fields in: what is named changes, null empties it, what is not named stays. Whoever may not write a field may send it as it is.</summary>
    /// <param name="fields">Those of the company that stand on this page.</param>
    /// <param name="told">By the id of the field, or its name.</param>
    /// <param name="checkWriter">Refuses whoever does not fill a field in.</param>
    internal FieldValues Filled(IEnumerable<CompanyField> fields, IReadOnlyDictionary<string, string?> told, Action<CompanyField> checkWriter)
    {
        var (filled, wrong, known) = (this, new List<Wrong>(), fields.ToList());
        foreach (var (called, typed) in told)
        {
            if (CompanyField.Called(known, called) is not { } field)
            {
                wrong.Add(new Wrong($"fields.{called}", new Sentence("There is no field called “{0}”.", called)));
                continue;
            }
            var same = string.IsNullOrWhiteSpace(typed) ? filled[field.Id] is null : typed.Trim() == filled[field.Id];
            var mistakes = wrong.Count;
            var value = same ? filled[field.Id] : field.Read(typed, wrong);
            if (wrong.Count > mistakes || value == filled[field.Id])
                continue;
            checkWriter(field);
            filled = filled.With(field.Id, value);
        }
        return wrong.Count == 0 ? filled : throw Rule.Invalid(wrong);
    }

    /// <summary>These, and the other's where they say nothing, or where the other's was chosen.</summary>
    public FieldValues FilledFrom(FieldValues other, Taken taken) => other.values.Keys.Aggregate(this, (all, id) => all.With(id, taken.Of(id.ToString(), this[id], other[id])));

    /// <summary>As before, except for what was changed since.</summary>
    public FieldValues PutBack(FieldValues before, FieldValues after) =>
        before.values.Keys.Union(after.values.Keys).Where(field => this[field] == after[field]).Aggregate(this, (now, field) => now.With(field, before[field]));

    public bool Equals(FieldValues? other) => other is not null && values.SequenceEqual(other.values);

    public override bool Equals(object? other) => Equals(other as FieldValues);

    public override int GetHashCode() => values.Aggregate(0, (hash, value) => HashCode.Combine(hash, value.Key, value.Value.GetHashCode(StringComparison.Ordinal)));
}

/// <summary>{"0198f3c2-…": "Hamburg"}</summary>
public sealed class FieldValuesAsJson : JsonConverter<FieldValues>
{
    public override FieldValues Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<Dictionary<Id, string>>(ref reader, options) is { Count: > 0 } values ? new(values) : FieldValues.None;

    public override void Write(Utf8JsonWriter writer, FieldValues values, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, values.All, options);
}

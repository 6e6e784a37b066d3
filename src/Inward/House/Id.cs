using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Inward.House;

/// <summary>The name of a record: a UUIDv7, so ids made later sort later.</summary>
[JsonConverter(typeof(IdAsText))]
public readonly record struct Id(Guid Value) : IComparable<Id>, IParsable<Id>
{
    public static Id New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public static Id Parse(string text, IFormatProvider? provider = null) => new(Guid.ParseExact(text, "D"));

    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out Id id)
    {
        var parsed = Guid.TryParseExact(text, "D", out var value);
        id = new Id(value);
        return parsed;
    }

    public int CompareTo(Id other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("D");
}

/// <summary>On the wire an id is a string; anything else is unreadable.</summary>
public sealed class IdAsText : JsonConverter<Id>
{
    public override Id Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var value)
            ? new Id(value)
            : throw new JsonException("An id is a string such as 0198f3c2-7d5e-7c31-9a52-3f1f6c1e5a10.");

    public override void Write(Utf8JsonWriter writer, Id id, JsonSerializerOptions options) =>
        writer.WriteStringValue(id.Value);

    public override Id ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        Id.Parse(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Id id, JsonSerializerOptions options) =>
        writer.WritePropertyName(id.ToString());
}

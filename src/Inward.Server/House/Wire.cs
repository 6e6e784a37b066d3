using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Inward.House;

namespace Inward.Server.House;

/// <summary>Another record, as a record refers to it.</summary>
public sealed record Named(Id Id, string Name)
{
    public static Named? Maybe(Id? id, string? name) => id is { } there && name is not null ? new Named(there, name) : null;
}

/// <summary>JSON as Inward writes it: camelCase, instants in UTC with Z, days as 2026-11-21, words in lower case.</summary>
public static class Wire
{
    public static readonly JsonSerializerOptions Json = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new InstantInUtc());
        return options;
    }

    private sealed class InstantInUtc : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset().ToUniversalTime();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset at, JsonSerializerOptions options) =>
            writer.WriteStringValue(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }
}

/// <summary>JSON that was kept as it was written, and goes out so: read only where somebody looks into it.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct Raw(string Json)
{
    public static Raw? Of(string? json) => json is null ? null : new Raw(json);

    public JsonElement Read() => JsonElement.Parse(Json);

    private sealed class Converter : JsonConverter<Raw>
    {
        public override Raw Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(JsonElement.ParseValue(ref reader).GetRawText());

        public override void Write(Utf8JsonWriter writer, Raw raw, JsonSerializerOptions options) => writer.WriteRawValue(raw.Json, skipInputValidation: true);
    }
}

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Inward.Asks;

namespace Inward.Tests.Asks;

/// <summary>An ask written down and read as the server does (House/Wire.cs), with its camelCase words and whole milliseconds.</summary>
internal static class Written
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new InstantInUtc() },
    };

    public static string Down(Ask ask) => JsonSerializer.Serialize(ask, Json);

    /// <summary>What it was before its last move is kept in a column of its own.</summary>
    public static Ask AndRead(Ask ask)
    {
        var read = JsonSerializer.Deserialize<Ask>(Down(ask), Json)!;
        return ask.Last is { Before: { } before } ? read with { Last = read.Last! with { Before = AndRead(before) } } : read;
    }

    private sealed class InstantInUtc : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetDateTimeOffset().ToUniversalTime();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset at, JsonSerializerOptions options) =>
            writer.WriteStringValue(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }
}

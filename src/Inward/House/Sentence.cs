using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Inward.House;

/// <summary>
/// A sentence to the user: an English template that is also the key of its translations, and what stands in its gaps: words as
/// they are, numbers, days, and sentences that are translated too. Kept as it is, it can be said in any language later.
/// </summary>
[JsonConverter(typeof(SentenceAsJson))]
public sealed record Sentence(string Template, params object[] Gaps)
{
    public static implicit operator Sentence(string template) => new(template);

    /// <summary>One after the other, with commas.</summary>
    public static Sentence Listed(IEnumerable<Sentence> sentences) => sentences.Aggregate((list, next) => new Sentence("{0}, {1}", list, next));

    public override string ToString() =>
        Gaps.Length == 0 ? Template : string.Format(CultureInfo.InvariantCulture, Template, [.. Gaps.Select(gap => gap is DateOnly day ? day.ToString("O") : gap)]);
}

/// <summary>{"say": "{0} ends on {1}.", "gaps": ["Ann", {"day": "2026-11-21"}]}; a sentence without gaps is its template alone in "say".</summary>
public sealed class SentenceAsJson : JsonConverter<Sentence>
{
    public override Sentence Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return SentenceOf(json.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, Sentence sentence, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("say", sentence.Template);
        if (sentence.Gaps.Length > 0)
        {
            writer.WriteStartArray("gaps");
            foreach (var gap in sentence.Gaps)
                WriteGap(writer, gap, options);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }

    private void WriteGap(Utf8JsonWriter writer, object gap, JsonSerializerOptions options)
    {
        switch (gap)
        {
            case Sentence inner:
                Write(writer, inner, options);
                break;
            case DateOnly day:
                writer.WriteStartObject();
                writer.WriteString("day", day.ToString("O"));
                writer.WriteEndObject();
                break;
            case int or long:
                writer.WriteNumberValue(Convert.ToInt64(gap, CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteStringValue(Convert.ToString(gap, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static Sentence SentenceOf(JsonElement json) => new(json.GetProperty("say").GetString()!,
        json.TryGetProperty("gaps", out var gaps) ? [.. gaps.EnumerateArray().Select(GapOf)] : []);

    private static object GapOf(JsonElement gap) => gap.ValueKind switch
    {
        JsonValueKind.Number => gap.GetInt64(),
        JsonValueKind.Object when gap.TryGetProperty("day", out var day) => DateOnly.ParseExact(day.GetString()!, "O", CultureInfo.InvariantCulture),
        JsonValueKind.Object => SentenceOf(gap),
        _ => gap.GetString()!,
    };
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Inward.Cli;

/// <summary>What the API answered, as a person reads it.</summary>
internal static partial class Tell
{
    public static IEnumerable<string> List(JsonNode answer, Func<JsonNode, string> line)
    {
        foreach (var item in answer["items"]!.AsArray())
            yield return line(item!);
        if ((string?)answer["next"] is { } next)
            yield return $"There is more: --after {next}";
    }

    /// <summary>An ask in a list: id, state, due day, what, and who with whom.</summary>
    public static string Ask(JsonNode row) =>
        $"{row["id"]}  {row["state"],-13} {row["due"]?.ToString() ?? "",-10}  {row["what"]}  ({row["performerName"] ?? row["teamName"] ?? "nobody yet"}, asked by {row["requesterName"]})";

    /// <summary>Some facts of a record after its id, with those that are missing left out.</summary>
    public static Func<JsonNode, string> Row(params string[] facts) => row =>
        $"{row["id"] ?? row["person"]}  {string.Join(", ", facts.Select(f => Value(row[f])).Where(f => f.Length > 0))}";

    /// <summary>Every fact of a record, a line each.</summary>
    public static IEnumerable<string> Record(JsonNode record)
    {
        foreach (var (name, value) in record.AsObject())
        {
            if (value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 })
                continue;
            if (value is not JsonArray many)
            {
                yield return $"{Spoken(name)}: {Value(value)}";
                continue;
            }
            yield return $"{Spoken(name)}:";
            foreach (var one in many)
                yield return $"  {Value(one)}";
        }
    }

    public static IEnumerable<string> Done(JsonNode answer) => [(string?)answer["id"] is { } id ? $"{id}  done" : "Done."];

    /// <summary>One value; a record inside another by its name.</summary>
    public static string Value(JsonNode? value) => value switch
    {
        null => "",
        JsonArray many => string.Join(", ", many.Select(Value)),
        JsonObject field when field["field"] is not null && field["value"] is { } says => $"{field["name"]}: {Value(says)}",
        JsonObject record => (string?)(record["name"] ?? record["text"] ?? record["words"]) ?? string.Join(", ", record.Where(f => f.Value is not null).Select(f => $"{Spoken(f.Key)} {Value(f.Value)}")),
        _ => value.GetValueKind() switch { JsonValueKind.True => "yes", JsonValueKind.False => "no", _ => value.ToString() },
    };

    private static string Spoken(string name) => Capital().Replace(name, letter => " " + letter.Value.ToLowerInvariant());

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}

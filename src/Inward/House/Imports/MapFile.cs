using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inward.House.Imports;

/// <summary>
/// A map as a JSON file: <c>{"kind": "people", "fields": {"name": {"text": "{first} {last}"}, "key": "emp_no"}}</c>, or
/// several tables under <c>tables</c>. docs/guide/import-maps explains it. What it does not know, it refuses by name.
/// </summary>
public static class MapFile
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public static ImportMap Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return MapOf(new Json(document.RootElement, "The map"));
        }
        catch (JsonException error)
        {
            throw Rule.Invalid("map", new Sentence("The map is not readable JSON (line {0}).", (error.LineNumber ?? 0) + 1));
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, escaped, is well-formed JSON but no text.
            throw Rule.Invalid("map", "The map holds a character that is not one.");
        }
    }

    public static string Write(ImportMap map) => new JsonObject
    {
        ["kind"] = map.Kind.Name,
        ["about"] = map.About,
        ["dates"] = map.Dates switch { DayOrder.DayFirst => "dayFirst", DayOrder.MonthFirst => "monthFirst", _ => null },
        ["keepUnnamed"] = map.KeepUnnamed ? true : null,
        ["tables"] = new JsonArray([.. map.Tables.Select(MapFileWriting.TableOf)]),
    }.WithoutNulls().ToJsonString(Readable);

    private static ImportMap MapOf(Json map)
    {
        map.Knows("kind", "about", "dates", "keepUnnamed", "tables", "file", "fields", "only", "values");
        var kind = ImportKind.Named(map.Text("kind"));
        return new ImportMap(kind, map.Has("tables") ? map.List("tables", table => TableOf(table, kind)) : [TableOf(map, kind)])
        {
            About = map.TextOrNull("about"),
            KeepUnnamed = map.Yes("keepUnnamed"),
            Dates = map.TextOrNull("dates") switch
            {
                null => DayOrder.Unsaid,
                "dayFirst" => DayOrder.DayFirst,
                "monthFirst" => DayOrder.MonthFirst,
                var other => throw map.Wrong(new Sentence("“dates” is dayFirst or monthFirst, not “{0}”.", other)),
            },
        };
    }

    private static TableMap TableOf(Json table, ImportKind kind)
    {
        var fields = table.Object("fields", (_, source) => SourceOf(source));
        // Which fields a company has made itself is known where the file is read.
        var unknown = fields.Keys.FirstOrDefault(field => !kind.Has(field) && !(kind == ImportKind.People && field.StartsWith("field:", StringComparison.Ordinal)));
        return unknown is not null
            ? throw table.Wrong(new Sentence("{0} have no field “{1}”. They have: {2}.", kind.Name, unknown, string.Join(", ", kind.Fields)))
            : new TableMap(FileOf(table, "file"), fields)
            {
                Only = table.Has("only") ? table.List("only", OnlyOf) : [],
                Values = table.Has("values") ? table.Object("values", ReplacementsOf) : new TableMap(null, fields).Values,
            };
    }

    private static IReadOnlyDictionary<string, string> ReplacementsOf(string field, Json words) =>
        words.Object((_, word) => word.Text());

    private static Source SourceOf(Json source)
    {
        if (source.IsText)
            return new Source.Column(source.Text());
        source.Knows("text", "firstOf", "lookUp", "in", "match", "take", "latest");
        if (source.Has("text"))
            return new Source.Text(source.Text("text"));
        return source.Has("firstOf")
            ? new Source.FirstOf(source.List("firstOf", SourceOf))
            : new Source.LookUp(SourceOf(source["lookUp"]), FileOf(source, "in")!, source.Text("match"), SourceOf(source["take"]), source.TextOrNull("latest"));
    }

    private static Only OnlyOf(Json only)
    {
        only.Knows("column", "is", "isNot", "latest");
        var column = only.Text("column");
        return only.Has("is") ? new Only.Is(column, only.Text("is"))
            : only.Has("isNot") ? new Only.IsNot(column, only.Text("isNot"))
            : only.Yes("latest") ? new Only.Latest(column)
            : throw only.Wrong(new Sentence("Say what “{0}” must be: is, isNot or latest.", column));
    }

    // A map from a stranger must not open files elsewhere on this machine.
    private static string? FileOf(Json table, string name) =>
        table.TextOrNull(name) is { } file && (file.IndexOfAny(['/', '\\', ':', '\0']) >= 0 || file.StartsWith('.'))
            ? throw table.Wrong(new Sentence("“{0}” must be a file beside the imported one, named without a folder.", file))
            : table.TextOrNull(name);
}

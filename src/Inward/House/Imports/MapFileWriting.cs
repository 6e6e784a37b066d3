using System.Text.Json.Nodes;

namespace Inward.House.Imports;

internal static class MapFileWriting
{
    public static JsonNode TableOf(TableMap table) => new JsonObject
    {
        ["file"] = table.File,
        ["fields"] = ObjectOf(table.Fields, SourceOf),
        ["only"] = table.Only.Count == 0 ? null : new JsonArray([.. table.Only.Select(OnlyOf)]),
        ["values"] = table.Values.Count == 0 ? null : ObjectOf(table.Values, words => ObjectOf(words, word => JsonValue.Create(word))),
    }.WithoutNulls();

    public static JsonObject WithoutNulls(this JsonObject json)
    {
        foreach (var name in json.Where(property => property.Value is null).Select(property => property.Key).ToList())
            json.Remove(name);
        return json;
    }

    private static JsonNode SourceOf(Source source) => source switch
    {
        Source.Column column => JsonValue.Create(column.Header),
        Source.Text text => new JsonObject { ["text"] = text.Words },
        Source.FirstOf first => new JsonObject { ["firstOf"] = new JsonArray([.. first.Sources.Select(SourceOf)]) },
        Source.LookUp lookUp => new JsonObject
        {
            ["lookUp"] = SourceOf(lookUp.By),
            ["in"] = lookUp.In,
            ["match"] = lookUp.Match,
            ["take"] = SourceOf(lookUp.Take),
            ["latest"] = lookUp.Latest,
        }.WithoutNulls(),
        _ => throw new InvalidOperationException($"No words for {source}."),
    };

    private static JsonNode OnlyOf(Only only) => only switch
    {
        Only.Is wanted => new JsonObject { ["column"] = wanted.Column, ["is"] = wanted.Word },
        Only.IsNot unwanted => new JsonObject { ["column"] = unwanted.Column, ["isNot"] = unwanted.Word },
        _ => new JsonObject { ["column"] = only.Column, ["latest"] = true },
    };

    private static JsonObject ObjectOf<T>(IReadOnlyDictionary<string, T> values, Func<T, JsonNode> write) =>
        new(values.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)write(value.Value))));
}

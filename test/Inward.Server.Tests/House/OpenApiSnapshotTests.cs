using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inward.Server.Tests.House;

/// <summary>
/// What programs rely on, as it was approved: House/openapi.approved.json. A change of the API shows there line by line.
/// <c>INWARD_APPROVE=1 bin/test -class '*OpenApiSnapshot*'</c> writes it anew; look at the difference before it is committed.
/// </summary>
public sealed class OpenApiSnapshotTests(SqliteHouse house) : IClassFixture<SqliteHouse>
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_document_is_as_it_was_approved()
    {
        var now = Normal((await house.Call().Get("/openapi/v1.json")).Expect(200).Body);
        if (Environment.GetEnvironmentVariable("INWARD_APPROVE") == "1")
            await File.WriteAllTextAsync(Approved(), now, TestContext.Current.CancellationToken);
        var before = await File.ReadAllTextAsync(Approved(), TestContext.Current.CancellationToken);
        now.ShouldBe(before, $"The API has changed:\n{Difference(before, now)}\nIf that is meant: INWARD_APPROVE=1 bin/test -class '*OpenApiSnapshot*', and commit test/Inward.Server.Tests/House/openapi.approved.json.");
    }

    [Fact]
    public async Task A_change_is_noticed_and_another_order_is_none()
    {
        var document = (await house.Call().Get("/openapi/v1.json")).Expect(200).Body;
        var turned = JsonNode.Parse(document)!.AsObject();
        var paths = turned["paths"]!.AsObject();
        turned["paths"] = new JsonObject(paths.Reverse().Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));
        Normal(turned.ToJsonString()).ShouldBe(Normal(document));
        turned["paths"]!.AsObject().Remove("/api/v1/today");
        var changed = Normal(turned.ToJsonString());
        changed.ShouldNotBe(Normal(document));
        Difference(Normal(document), changed).ShouldStartWith("- ");
    }

    // Objects by their names, so that only what is said counts; lists as they stand, but those that are sets.
    private static string Normal(string json) => Printed(Sorted(JsonNode.Parse(json)), "") + "\n";

    // What fits on a line stands on one: a change is one line to read, and the file stays short.
    private static string Printed(JsonNode? node, string indent)
    {
        var line = node?.ToJsonString(Readable) ?? "null";
        if (line.Length <= 150 || node is JsonValue || (node is JsonArray words && words.All(w => w is JsonValue)))
            return line;
        var parts = node is JsonArray list ? list.Select(i => Printed(i, indent + "  ")) : node!.AsObject().Select(p => $"\"{p.Key}\": {Printed(p.Value, indent + "  ")}");
        var (open, close) = node is JsonArray ? ('[', ']') : ('{', '}');
        return $"{open}\n{string.Join(",\n", parts.Select(part => $"{indent}  {part}"))}\n{indent}{close}";
    }

    private static JsonNode? Sorted(JsonNode? node, string name = "") => node switch
    {
        // Every refusal is the same problem document: which there are is what can change.
        JsonObject responses when name == "responses" => new JsonObject(responses.Where(r => r.Key[0] != '4').OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => KeyValuePair.Create(r.Key, Sorted(r.Value)))
            .Append(KeyValuePair.Create("refusals", (JsonNode?)string.Join(' ', responses.Select(r => r.Key).Where(k => k[0] == '4').Order(StringComparer.Ordinal))))),
        JsonObject record => new JsonObject(record.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value, p.Key)))),
        JsonArray list => new JsonArray([.. (name is "required" or "tags" or "parameters" or "enum" ? list.OrderBy(i => Sorted(i)?.ToJsonString(), StringComparer.Ordinal) : list.AsEnumerable()).Select(i => Sorted(i))]),
        _ => node?.DeepClone(),
    };

    private static string Difference(string before, string now)
    {
        var (old, fresh) = (before.Split('\n'), now.Split('\n'));
        var same = old.Zip(fresh).TakeWhile(l => l.First == l.Second).Count();
        var end = old.Reverse().Zip(fresh.Reverse()).TakeWhile(l => l.First == l.Second).Count();
        return string.Join('\n', old.Skip(same).SkipLast(Math.Min(end, old.Length - same)).Take(12).Select(l => "- " + l).Concat(fresh.Skip(same).SkipLast(Math.Min(end, fresh.Length - same)).Take(12).Select(l => "+ " + l)));
    }

    private static string Approved() => Place.InRepository("test", "Inward.Server.Tests", "House", "openapi.approved.json");
}

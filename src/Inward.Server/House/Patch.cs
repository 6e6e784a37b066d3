using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inward.Server.House;

/// <summary>RFC 7396: what a patch names takes its place (null empties it), what it leaves out stays.</summary>
public static class Patch
{
    public static T Over<T>(T current, JsonElement patch)
    {
        if (patch.ValueKind != JsonValueKind.Object)
            throw new JsonException("Send a JSON object.");
        var whole = JsonSerializer.SerializeToNode(current, Wire.Json)!.AsObject();
        try
        {
            foreach (var field in patch.EnumerateObject())
                whole[JsonNamingPolicy.CamelCase.ConvertName(field.Name)] = JsonNode.Parse(field.Value.GetRawText());
            return whole.Deserialize<T>(Wire.Json)!;
        }
        catch (InvalidOperationException halfACharacter)
        {
            throw new JsonException("A text holds half a character.", halfACharacter);
        }
    }

    /// <summary>The names of the fields that differ, for what happened.</summary>
    public static IReadOnlyList<string> Changed<T>(T before, T after)
    {
        var (was, now) = (JsonSerializer.SerializeToNode(before, Wire.Json)!.AsObject(), JsonSerializer.SerializeToNode(after, Wire.Json)!.AsObject());
        return [.. now.Where(field => !JsonNode.DeepEquals(field.Value, was[field.Key])).Select(field => field.Key)];
    }
}

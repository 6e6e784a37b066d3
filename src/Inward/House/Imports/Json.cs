using System.Text.Json;

namespace Inward.House.Imports;

/// <summary>A value of a map file that knows where it stands, so that whoever wrote it can find what is wrong.</summary>
internal sealed class Json(JsonElement value, string where)
{
    public bool IsText => value.ValueKind == JsonValueKind.String;

    public Json this[string name] => Has(name)
        ? new Json(value.GetProperty(name), $"{where}.{name}")
        : throw Wrong(new Sentence("“{0}” is missing.", name));

    public bool Has(string name) => value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out _);

    public bool Yes(string name) => Has(name) && value.GetProperty(name).ValueKind == JsonValueKind.True;

    public string Text() => IsText ? value.GetString()! : throw Wrong("Here words in quotes are expected.");

    public string Text(string name) => this[name].Text();

    public string? TextOrNull(string name) => Has(name) ? Text(name) : null;

    public IReadOnlyList<T> List<T>(string name, Func<Json, T> read)
    {
        var list = this[name];
        return list.Kind == JsonValueKind.Array
            ? [.. list.Elements().Select(read)]
            : throw list.Wrong("Here a list in [ ] is expected.");
    }

    public IReadOnlyDictionary<string, T> Object<T>(string name, Func<string, Json, T> read) => this[name].Object(read);

    public IReadOnlyDictionary<string, T> Object<T>(Func<string, Json, T> read)
    {
        Expect(JsonValueKind.Object, "Here names and values in { } are expected.");
        var values = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
            values[property.Name] = read(property.Name, new Json(property.Value, $"{where}.{property.Name}"));
        return values;
    }

    /// <summary>Refuses names that mean nothing here: a misspelt one would otherwise be obeyed by silence.</summary>
    public void Knows(params string[] names)
    {
        Expect(JsonValueKind.Object, "Here names and values in { } are expected.");
        var unknown = value.EnumerateObject().Select(property => property.Name).FirstOrDefault(name => !names.Contains(name, StringComparer.Ordinal));
        if (unknown is not null)
            throw Wrong(new Sentence("“{0}” means nothing here. Possible are: {1}.", unknown, string.Join(", ", names)));
    }

    public BrokenRule Wrong(Sentence sentence) => Rule.Invalid("map", new Sentence("{0}: {1}", where, sentence));

    private JsonValueKind Kind => value.ValueKind;

    private IEnumerable<Json> Elements() => value.EnumerateArray().Select((element, at) => new Json(element, $"{where}[{at + 1}]"));

    private void Expect(JsonValueKind kind, Sentence sentence)
    {
        if (value.ValueKind != kind)
            throw Wrong(sentence);
    }
}

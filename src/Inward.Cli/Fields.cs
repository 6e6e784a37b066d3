using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Inward.Cli;

/// <summary>
/// An option of a verb, and what it puts into the body or the query of the request. What is not typed is not sent; what is
/// typed empty ("") empties the field.
/// </summary>
internal sealed record Field(Option Option, Func<Api, ParseResult, JsonObject, Task> Put);

/// <summary>The kinds of options that verbs are made of.</summary>
internal static class Fields
{
    public static readonly Field[] Paged = [Text("after", "--after", "The next page, as the last one named it"), Number("limit", "--limit", "How many, up to 200")];

    public static Field Text(string name, string option, string description, bool required = false) => Plain(name, option, description, required, text => text);

    /// <summary>A day such as 2026-11-26; another is wrong use before anything is sent.</summary>
    public static Field Day(string name, string option, string description, bool required = false) => Plain(name, option, description, required, text =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : throw new WrongUse($"{option}: “{text}” is not a day, such as 2026-11-26."));

    public static Field Number(string name, string option, string description) => Plain(name, option, description, false, text =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw new WrongUse($"{option}: “{text}” is not a number."));

    public static Field Flag(string name, string option, string description)
    {
        var typed = new Option<bool>(option) { Description = description };
        return new Field(typed, (_, said, body) =>
        {
            if (said.GetResult(typed) is { Implicit: false })
                body[name] = said.GetValue(typed);
            return Task.CompletedTask;
        });
    }

    public static Field Many(string name, string option, string description)
    {
        var typed = new Option<string[]>(option) { Description = description + " (may be repeated)" };
        return new Field(typed, (_, said, body) =>
        {
            if (said.GetValue(typed) is { Length: > 0 } texts)
                body[name] = new JsonArray([.. texts.Where(t => t.Length > 0).Select(t => (JsonNode)t)]);
            return Task.CompletedTask;
        });
    }

    /// <summary>A record by what it is called; its id is sent.</summary>
    public static Field One(string name, string option, Called kind, string description, bool required = false)
    {
        var typed = new Option<string?>(option) { Description = description, Required = required };
        return new Field(typed, async (api, said, body) =>
        {
            if (said.GetValue(typed) is { } text)
                body[name] = text.Length == 0 ? null : await kind.Id(api, text);
        });
    }

    /// <summary>Records of which any will do, by what they are called: their ids are sent, parted by commas.</summary>
    public static Field AnyOf(string name, string option, Called kind, string description)
    {
        var typed = new Option<string[]>(option) { Description = description + " (may be repeated: any of them)" };
        return new Field(typed, async (api, said, body) =>
        {
            var ids = new List<string>();
            foreach (var text in said.GetValue(typed) ?? [])
                ids.Add(await kind.Id(api, text));
            if (ids.Count > 0)
                body[name] = string.Join(',', ids);
        });
    }

    /// <summary>Pairs such as due:late or team:Warehouse, of which one is enough. What is called something is sent by its id.</summary>
    public static Field Pairs(string name, string option, string description)
    {
        var typed = new Option<string[]>(option) { Description = description + " (may be repeated)" };
        return new Field(typed, async (api, said, body) =>
        {
            var pairs = new List<string>();
            foreach (var text in said.GetValue(typed) ?? [])
            {
                var (field, value) = text.Split(':', 2) is [var f, var v] ? (f, v) : throw new WrongUse($"{option}: “{text}” is no pair such as due:late.");
                var kind = field switch { "person" or "manager" => Called.Person, "team" => Called.Team, "sale" => Called.Sale, "customer" => Called.Customer, _ => null };
                // Commas stand between conditions: within one they are written otherwise.
                pairs.Add($"{field}:{(kind is null ? value.Replace("%", "%25", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal) : await kind.Id(api, value))}");
            }
            if (pairs.Count > 0)
                body[name] = string.Join(',', pairs);
        });
    }

    /// <summary>Colleagues by their names.</summary>
    public static Field People(string name, string option, string description) => Ids(name, option, Called.Person, description, required: true);

    /// <summary>Records by what they are called: their ids are sent. An empty one ("") alone empties the field.</summary>
    public static Field Ids(string name, string option, Called kind, string description, bool required = false)
    {
        var typed = new Option<string[]>(option) { Description = description + " (may be repeated)", Required = required };
        return new Field(typed, async (api, said, body) =>
        {
            if (said.GetValue(typed) is not { Length: > 0 } texts)
                return;
            var ids = new JsonArray();
            foreach (var text in texts.Where(text => text.Length > 0))
                ids.Add((JsonNode)await kind.Id(api, text));
            body[name] = ids;
        });
    }

    /// <summary>Whoever is asked: a colleague (performer) or a team.</summary>
    public static Field Receiver(string description, bool required)
    {
        var typed = new Option<string?>("--to") { Description = description, Required = required };
        return new Field(typed, async (api, said, body) =>
        {
            if (said.GetValue(typed) is not { Length: > 0 } text)
                return;
            var (kind, id) = await Called.Receiver(api, text);
            body[kind == Called.Team ? "team" : "performer"] = id;
        });
    }

    public static async Task<JsonObject> Body(Api api, ParseResult said, IEnumerable<Field> fields)
    {
        var body = new JsonObject();
        foreach (var field in fields)
            await field.Put(api, said, body);
        return body;
    }

    /// <summary>The same fields as a query: ?q=alder&amp;limit=20, or nothing.</summary>
    public static async Task<string> Query(Api api, ParseResult said, IEnumerable<Field> fields)
    {
        var parts = (await Body(api, said, fields)).Where(f => f.Value is not null).Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value!.ToString())}").ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    /// <summary>Names with values, as in --field "Site=Hamburg", put into one object; what is typed empty ("Site=") empties it.</summary>
    public static Field Values(string name, string option, string description) => Valued(option, description, (body, pairs) =>
    {
        var values = new JsonObject();
        foreach (var (key, value) in pairs)
            values[key] = value.Length == 0 ? null : value;
        body[name] = values;
    });

    /// <summary>The same as filters of a list: ?field.Site=Hamburg.</summary>
    public static Field ValuesSought(string prefix, string option, string description) => Valued(option, description, (body, pairs) =>
    {
        foreach (var (key, value) in pairs)
            body[prefix + key] = value;
    });

    private static Field Valued(string option, string description, Action<JsonObject, IReadOnlyList<(string Key, string Value)>> put)
    {
        var typed = new Option<string[]>(option) { Description = description + " (may be repeated)" };
        return new Field(typed, (_, said, body) =>
        {
            if (said.GetValue(typed) is { Length: > 0 } texts)
                put(body, [.. texts.Select(text => text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (text[..at], text[(at + 1)..]) : throw new WrongUse($"{option}: “{text}” has no “=” between a name and a value."))]);
            return Task.CompletedTask;
        });
    }

    private static Field Plain(string name, string option, string description, bool required, Func<string, JsonNode?> read)
    {
        var typed = new Option<string?>(option) { Description = description, Required = required };
        return new Field(typed, (_, said, body) =>
        {
            if (said.GetValue(typed) is { } text)
                body[name] = text.Length == 0 ? null : read(text);
            return Task.CompletedTask;
        });
    }
}

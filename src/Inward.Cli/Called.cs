using System.Text.Json.Nodes;

namespace Inward.Cli;

/// <summary>Finds a record by what people call it: the one of exactly that name, else the only one whose name holds it.</summary>
internal sealed record Called(string Word, string List, params IReadOnlyList<string> Names)
{
    public static readonly Called
        Person = new("colleague", "people", "name", "email", "userName", "key"), Team = new("team", "teams", "name"),
        Customer = new("customer", "customers", "name", "key"), Sale = new("sale", "sales", "name", "key"), Journey = new("journey", "journeys", "name"), Chain = new("chain", "chains", "name"), Objective = new("objective", "objectives", "what");

    public async Task<string> Id(Api api, string text)
    {
        if (Guid.TryParse(text, out _))
            return text;
        if (this == Person && text == "me")
            return (string)(await api.Get("me"))!["id"]!;
        return Only(text, await Fitting(api, text)).Id;
    }

    /// <summary>A colleague or a team. An id is taken for a colleague's unless a team has it.</summary>
    public static async Task<(Called Kind, string Id)> Receiver(Api api, string text)
    {
        if (Guid.TryParse(text, out _))
            return ((await api.Get("teams"))!["items"]!.AsArray().Any(t => (string)t!["id"]! == text) ? Team : Person, text);
        var (kind, id) = Only(text, [.. await Person.Fitting(api, text), .. await Team.Fitting(api, text)]);
        return (kind, id);
    }

    private async Task<List<Fit>> Fitting(Api api, string text)
    {
        var found = (await api.Get(this == Team ? List : $"{List}?limit=200&q={Uri.EscapeDataString(text)}"))!["items"]!.AsArray()
            .Select(r => new Fit(this, (string)r!["id"]!, (string)(r["name"] ?? r["what"])!, Names.Any(n => Same((string?)r[n], text)))).ToList();
        // An address that a merged entry had finds whoever was kept, without standing there.
        var isOld = found is [{ Exactly: false }] && text.Contains('@', StringComparison.Ordinal);
        return found.FindAll(f => isOld || f.Exactly || f.Name.Contains(text, StringComparison.OrdinalIgnoreCase));
    }

    private static (Called Kind, string Id) Only(string text, List<Fit> found)
    {
        var exact = found.FindAll(f => f.Exactly);
        return (exact.Count > 0 ? exact : found) switch
        {
            [var one] => (one.Kind, one.Id),
            [] => throw new WrongUse($"Nobody and nothing here is called “{text}”."),
            var several => throw new WrongUse($"“{text}” may be {string.Join(", ", several.Take(6).Select(f => $"{f.Name} ({f.Kind.Word} {f.Id})"))}{(several.Count > 6 ? ", …" : "")}. Write the whole name, or the id."),
        };
    }

    private static bool Same(string? name, string text) => string.Equals(name, text, StringComparison.OrdinalIgnoreCase);

    private sealed record Fit(Called Kind, string Id, string Name, bool Exactly);
}

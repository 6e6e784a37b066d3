namespace Inward.House.Imports;

/// <summary>Finds in a header line which column means which field.</summary>
internal sealed class HeaderReading
{
    private readonly ImportKind kind;
    private readonly IReadOnlyList<string> headers;
    private readonly Dictionary<string, (string Header, HeaderWord Word)> columns = new(StringComparer.Ordinal);

    public HeaderReading(ImportKind kind, IReadOnlyList<string> headers)
    {
        (this.kind, this.headers) = (kind, headers);
        // A field's own name wins over what other programs call it, whatever the order of the columns.
        foreach (var header in headers)
        {
            if (kind.Fields.FirstOrDefault(field => Bare(field) == header.Bare()) is { } field)
                columns.TryAdd(field, (header, new HeaderWord(field, null)));
        }
        KnowsAllByName = columns.Count == headers.Count;
        FindWords(HeaderWords.For(kind));
    }

    public bool KnowsAllByName { get; }

    public IReadOnlyList<Proposal> Fields()
    {
        var proposals = columns.Where(found => kind.Has(found.Key)).Select(found => Plain(found.Key)).ToDictionary(plain => plain.Field, StringComparer.Ordinal);
        foreach (var joined in Joined().Where(joined => joined.Field == "team" || !proposals.ContainsKey(joined.Field)))
            proposals[joined.Field] = joined;
        return [.. kind.Fields.Where(proposals.ContainsKey).Select(field => proposals[field])];
    }

    public IReadOnlyList<Only> Only()
    {
        List<Only> only = [];
        if (Header(HeaderWords.Snapshot) is { } snapshot)
            only.Add(new Only.Latest(snapshot));
        if (Header(HeaderWords.Deleted) is { } deleted)
            only.Add(new Only.IsNot(deleted, "true"));
        return only;
    }

    private void FindWords(IReadOnlyDictionary<string, HeaderWord> words)
    {
        // In the order of the words, so that "Employee #" is the key before "id" can be.
        foreach (var (bare, word) in words)
        {
            if (!columns.ContainsKey(word.Field) && headers.FirstOrDefault(header => header.Bare() == bare && IsFree(header)) is { } header)
                columns.Add(word.Field, (header, word));
        }
    }

    private bool IsFree(string header) => columns.Values.All(found => found.Header != header);

    private IEnumerable<Proposal> Joined()
    {
        if (kind == ImportKind.People && Header(HeaderWords.FirstName) is { } first && Header(HeaderWords.LastName) is { } last)
            yield return new Proposal("name", new Source.Text($"{{{first}}} {{{last}}}"), "First and last name make one name.");
        string?[] units = [Header(HeaderWords.Outer), Header(HeaderWords.Middle), Header("team")];
        if (kind == ImportKind.People && units.OfType<string>().ToList() is { Count: > 1 } nested)
            yield return new Proposal("team", new Source.Text(string.Join(" > ", nested.Select(unit => $"{{{unit}}}"))),
                new Sentence("“{0}” stands above “{1}”: a team inside a team.", nested[0], nested[^1]));
        if (kind == ImportKind.Events && Header("activity") is null && headers.Where(IsStep).ToList() is { Count: > 1 } steps)
            yield return new Proposal("steps", new Source.Text(string.Concat(steps.Select(step => $"{{{step}}}"))), "No column says what happened; each of these columns is a step of the case.");
        if (kind == ImportKind.Sales && (Header(HeaderWords.Product) ?? Header("key")) is { } what)
            yield return Header(HeaderWords.Product) is null
                ? new Proposal("name", new Source.Text($"{Noun(what)} {{{what}}}"), "No column names the sale; its key does.")
                : new Proposal("name", new Source.Column(what), "No column names the sale; what is sold does.");
    }

    // What was promised has not happened.
    private bool IsStep(string header) => header != Header("promised") && (header.EndsWith("date", StringComparison.OrdinalIgnoreCase)
        || header.EndsWith("datum", StringComparison.OrdinalIgnoreCase) || header.EndsWith(" on", StringComparison.OrdinalIgnoreCase) || header.EndsWith("_at", StringComparison.OrdinalIgnoreCase));

    private string Bare(string field) => kind.Names.GetValueOrDefault(field, field).Bare();

    private static string Noun(string header) => header.Bare().StartsWith("order", StringComparison.Ordinal) ? "Order" : "Sale";

    private Proposal Plain(string field)
    {
        var (header, word) = columns[field];
        return new Proposal(field, new Source.Column(header), header.Bare() == Bare(field)
            ? "Inward knows this column by its name."
            : word.Program is { } program
                ? new Sentence("“{0}” is what {1} calls it.", header, program)
                : new Sentence("“{0}” usually means this.", header));
    }

    private string? Header(string field) => columns.TryGetValue(field, out var found) ? found.Header : null;
}

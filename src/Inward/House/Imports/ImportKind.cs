namespace Inward.House.Imports;

/// <summary>What a file can hold, and the fields a row of it may fill. A column called like a field needs no map.</summary>
public sealed record ImportKind(string Name, IReadOnlyList<string> Fields)
{
    /// <summary>
    /// Colleagues. <c>post</c> and <c>managerPost</c> are for files that list positions, <c>treePath</c> for files that
    /// tell the reporting lines by the row's own place in the tree, <c>manager</c> is a key, an address or a name.
    /// </summary>
    public static readonly ImportKind People = new("people",
    [
        "name", "email", "userName", "key", "title", "team", "lead", "manager", "managerEmail", "managerKey",
        "post", "managerPost", "treePath", "from", "to", "leftOn",
    ]);

    public static readonly ImportKind Customers = new("customers", ["name", "key"]);

    /// <summary>
    /// Deals and orders. <c>customerKey</c> names the customer by key; <c>owner</c> is a key, an address or a name;
    /// <c>from</c> and <c>to</c> are openedOn and closedOn.
    /// </summary>
    public static readonly ImportKind Sales = new("sales",
    [
        "customer", "customerKey", "name", "key", "value", "stage", "stageSince", "isClosed", "isWon",
        "openedOn", "promisedOn", "closedOn", "owner", "from", "to",
    ]);

    public static readonly ImportKind Asks = new("asks",
        ["requesterEmail", "performerEmail", "team", "what", "reason", "effect", "conditions", "answerBy", "neededBy"]);

    /// <summary>A mail log: each is a key, an address or a name. What else a log says has no field here, so it is never read.</summary>
    public static readonly ImportKind Mails = new("mails", ["sender", "receiver", "at"]);

    /// <summary>
    /// A log of what happened to sales or cases, a row for each event: it is read row by row, however long. <c>steps</c> lists the columns of
    /// a file that has a row for each case instead.
    /// </summary>
    public static readonly ImportKind Events = new("events",
    [
        "case", "activity", "time", "start", "transition", "resource", "team", "product", "opened", "promised", "kept", "onTime", "steps", "log",
    ])
    { IsStream = true };

    public static IReadOnlyList<ImportKind> All { get; } = [People, Customers, Sales, Asks, Mails, Events];

    public static ImportKind Named(string name) =>
        All.FirstOrDefault(kind => kind.Name.Says(name))
        ?? throw Rule.Invalid("kind", new Sentence(
            "“{0}” cannot be imported. What can: {1}.", name, string.Join(", ", All.Select(kind => kind.Name))));

    /// <summary>Its rows are counted and forgotten, so that a file may have as many as it likes.</summary>
    public bool IsStream { get; private init; }

    /// <summary>What fields are called that Inward has no word for: a company's own.</summary>
    public IReadOnlyDictionary<string, string> Names { get; private init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public ImportKind With(IEnumerable<(string Field, string Name)> more)
    {
        var names = more.ToDictionary(field => field.Field, field => field.Name, StringComparer.Ordinal);
        return this with { Fields = [.. Fields, .. names.Keys], Names = names };
    }

    /// <summary>What a field is called, for people and in a header.</summary>
    public Sentence WordOf(string field) => Names.TryGetValue(field, out var name) ? name : FieldWords.Of(field);

    public bool Has(string field) => Fields.Contains(field, StringComparer.Ordinal);

    // The same kind in every company, whatever fields of its own it has.
    public bool Equals(ImportKind? other) => other?.Name == Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}

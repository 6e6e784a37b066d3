namespace Inward.House.Imports;

/// <summary>What a column could mean, and why we think so.</summary>
public sealed record Proposal(string Field, Source Source, Sentence Because);

/// <summary>
/// A map proposed from the headers alone, for the user to look at before anything is written. <see cref="Sure"/> when
/// every column bears the name of a field or is not needed: then no map has to be asked for.
/// </summary>
public sealed record Proposals(ImportMap Map, IReadOnlyList<Proposal> Fields, IReadOnlyList<string> Unused, bool Sure)
{
    /// <summary>What must still be said before this can be imported; null when nothing.</summary>
    public Sentence? Lacking { get; init; }

    public static Proposals For(ImportKind kind, IReadOnlyList<string> headers)
    {
        var reading = new HeaderReading(kind, headers);
        var proposals = reading.Fields();
        var fields = proposals.ToDictionary(proposal => proposal.Field, proposal => proposal.Source, StringComparer.Ordinal);
        var table = new TableMap(null, fields) { Only = reading.Only() };
        var used = fields.Values.SelectMany(source => source.Columns).Concat(table.Only.Select(only => only.Column)).ToHashSet(StringComparer.Ordinal);
        return new Proposals(new ImportMap(kind, [table]), proposals, [.. headers.Where(header => !used.Contains(header))], reading.KnowsAllByName)
        {
            Lacking = LackingIn(kind, fields),
        };
    }

    private static Sentence? LackingIn(ImportKind kind, Dictionary<string, Source> fields)
    {
        if (kind == ImportKind.Mails)
            return kind.Fields.FirstOrDefault(field => !fields.ContainsKey(field)) is { } lacking ? new Sentence("No column says any of these: {0}. Choose one.", FieldWords.Of(lacking)) : null;
        if (kind == ImportKind.Events)
            return new[] { fields.ContainsKey("case") ? null : "case", fields.ContainsKey("activity") || fields.ContainsKey("steps") ? null : "activity", fields.ContainsKey("time") || fields.ContainsKey("start") || fields.ContainsKey("steps") ? null : "time" }
                .FirstOrDefault(field => field is not null) is { } missing ? new Sentence("No column says any of these: {0}. Choose one.", FieldWords.Of(missing)) : null;
        string[] enough = kind == ImportKind.People ? ["name", "key", "email", "post"]
            : kind == ImportKind.Customers ? ["name", "key"]
            : kind == ImportKind.Sales ? ["name", "key"]
            : ["what"];
        return enough.Any(fields.ContainsKey)
            ? null
            : new Sentence("No column says any of these: {0}. Choose one.", Sentence.Listed(enough.Select(FieldWords.Of)));
    }
}

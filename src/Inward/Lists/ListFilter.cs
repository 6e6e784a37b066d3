using Inward.House;

namespace Inward.Lists;

/// <summary>Which rows of a list: the same for its page, the API, the command line and saved views.</summary>
/// <param name="Q">Words in it.</param>
public abstract record ListFilter(string? Q)
{
    /// <summary>Each of its fields must fit; of the values of one field, one.</summary>
    public Choice Each { get; init; } = Choice.None;

    /// <summary>One of these conditions is enough.</summary>
    public Choice Any { get; init; } = Choice.None;

    /// <summary>As an address has it, in order; what chooses nothing is left out.</summary>
    public IEnumerable<(string Name, string Value)> Address => ((IEnumerable<(string Name, string? Value)>)[.. Scope, .. Each.Fields.SelectMany(InAddress), ("any", Any.ToString()), ("q", Q)])
        .Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => (f.Name, f.Value!));

    /// <summary>What a list has beside the fields that it shares with `any`.</summary>
    protected virtual IEnumerable<(string Name, string? Value)> Scope => [];

    /// <summary>More is chosen than one value of each of these fields.</summary>
    public bool IsMoreThan(IReadOnlyCollection<string> fields) => Any.Exists || Each.Fields.Any(field => !fields.Contains(field) || Each.Of(field).Count > 1);

    /// <summary>Refuses what is not understood; what is wrong with it is told all at once.</summary>
    protected static T Understood<T>(Func<ICollection<Wrong>, T> read)
    {
        var wrong = new List<Wrong>();
        var filter = read(wrong);
        return wrong.Count == 0 ? filter : throw Rule.Invalid(wrong);
    }

    protected static string? Words(string? q) => string.IsNullOrWhiteSpace(q) ? null : q.Trim();

    private IEnumerable<(string Name, string? Value)> InAddress(string field) =>
        Each.Conditions.Any(c => c.IsOwn && c.Field == field) ? Each.Of(field).Select(value => (field, (string?)value)) : [(field, string.Join(',', Each.Of(field)))];
}

using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Inward.Server.Storage;

/// <summary>By what each table knows its rows, as its migration says.</summary>
internal static partial class PrimaryKeys
{
    private static readonly FrozenDictionary<string, string[]> Known = Migrator.Steps.SelectMany(step => Tables().Matches(step.Sql))
        .ToFrozenDictionary(table => table.Groups["name"].Value, table => table.Groups["key"].Value.Split(", "), StringComparer.Ordinal);

    public static bool Holds(string table, string column) => Known[table].Contains(column);

    /// <summary>The columns of the key besides the workspace and <paramref name="column"/>.</summary>
    public static IEnumerable<string> Besides(string table, string column) => Known[table].Where(c => c != "workspace" && c != column);

    [GeneratedRegex(@"create table (?<name>\w+) \((?:(?!\n\)).)*?primary key \((?<key>[^)]*)\)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tables();
}

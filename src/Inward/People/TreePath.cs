using System.Globalization;

namespace Inward.People;

/// <summary>
/// A place in a tree, told as /1/2/, 1.2, or the bytes in which SQL Server keeps a hierarchyid, in hexadecimal
/// ([MS-SSCLRT], HierarchyId: each step is a prefix that says how many bits follow; the last bit says whether the step ends).
/// </summary>
public static class TreePath
{
    public const string Root = "/";

    // Prefix and form of the bits that follow (x counts, the rest is fixed), and the first number of that range.
    private static readonly (string Pattern, long First)[] Ranges =
    [
        ("0010xx0x1xxx", -72), ("00111xxx", -8), ("01xx", 0), ("100xx", 4), ("101xxx", 8), ("110xx0x1xxx", 16),
        ("1110xxx0xxx0x1xxx", 80), ("11110xxxxx0xxx0x1xxx", 1104), ("111110xxxxxxxxxxxxxxxxxxx0xxxxxx0xxx0x1xxx", 5200),
    ];

    /// <summary>The path in the form /1/2/, or null when the text is none. Nothing at all is the root.</summary>
    public static string? Read(string text)
    {
        if (text.Length == 0)
            return Root;
        var steps = text.Contains('/', StringComparison.Ordinal) ? text.Split('/', StringSplitOptions.RemoveEmptyEntries)
            : text.Contains('.', StringComparison.Ordinal) ? text.Split('.', StringSplitOptions.RemoveEmptyEntries)
            : Bits(text) is { } bits ? Steps(bits)
            : null;
        return steps is null ? null : Root + string.Concat(steps.Select(step => step.Trim() + "/"));
    }

    /// <summary>The place above; null above the root.</summary>
    public static string? ParentOf(string path) =>
        path.Length <= 1 ? null : path[..(path.LastIndexOf('/', path.Length - 2) + 1)];

    public static int DepthOf(string path) => path.Count(letter => letter == '/') - 1;

    private static string? Bits(string text)
    {
        var digits = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text[2..] : text;
        return digits.Length > 0 && digits.Length % 2 == 0 && digits.All(char.IsAsciiHexDigit)
            ? string.Concat(Convert.FromHexString(digits).Select(one => one.ToString("b8", CultureInfo.InvariantCulture)))
            : null;
    }

    private static string[]? Steps(string bits)
    {
        var steps = new List<string>();
        var step = "";
        var at = 0;
        while (bits.IndexOf('1', at) >= 0)
        {
            if (Next(bits, at) is not var (number, length))
                return null;
            // A step that goes on, such as 1.5, was inserted between two others and ends as one less than it says.
            var ends = bits[at + length] == '1';
            step += (ends ? number : number - 1).ToString(CultureInfo.InvariantCulture) + (ends ? "" : ".");
            at += length + 1;
            if (ends)
            {
                steps.Add(step);
                step = "";
            }
        }
        return step.Length == 0 ? [.. steps] : null;
    }

    private static (long Number, int Length)? Next(string bits, int at)
    {
        foreach (var (pattern, first) in Ranges)
        {
            if (at + pattern.Length < bits.Length && pattern.Index().All(mark => mark.Item == 'x' || mark.Item == bits[at + mark.Index]))
            {
                var counted = pattern.Index().Where(mark => mark.Item == 'x').Aggregate(0L, (sum, mark) => (sum * 2) + bits[at + mark.Index] - '0');
                return (first + counted, pattern.Length);
            }
        }
        return null;
    }
}

using System.Security.Cryptography;
using System.Text;

namespace Inward.Passages;

/// <summary>
/// Who did something is told by a mark of the name that holds within one case only: it shows that work changed hands, and
/// neither who did it nor what else they did. Names are never kept.
/// </summary>
/// <param name="salt">The log's own secret.</param>
public sealed class Hands(byte[] salt)
{
    private const int MostRemembered = 100_000;

    private readonly Dictionary<string, long> names = new(StringComparer.OrdinalIgnoreCase);

    private (string Case, ulong Mark) last = ("", 0);

    /// <summary>The mark of a name in a case; 0 where nobody is named.</summary>
    public ushort Of(string @case, string name)
    {
        if (name.Length == 0)
            return 0;
        // Rows of one case mostly stand together.
        if (last.Case != @case)
            last = (@case, MarkOf(@case));
        var mixed = Mixed((ulong)OfTeam(name) ^ last.Mark);
        return Math.Max((ushort)1, (ushort)mixed);
    }

    /// <summary>A mark that holds in the whole log, kept for five people of a team at most: enough to know that they are five.</summary>
    public long OfTeam(string name)
    {
        if (names.TryGetValue(name, out var mark))
            return mark;
        if (names.Count >= MostRemembered)
            names.Clear();
        return names[name] = BitConverter.ToInt64(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(name.ToLowerInvariant())));
    }

    // FNV-1a; what keeps a mark secret is the name's, which is keyed.
    private static ulong MarkOf(string @case)
    {
        var mark = 14695981039346656037;
        foreach (var letter in @case)
            mark = (mark ^ letter) * 1099511628211;
        return mark;
    }

    // The last steps of splitmix64, so that every bit counts.
    private static ulong Mixed(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}

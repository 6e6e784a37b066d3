using System.Security.Cryptography;
using System.Text;
using Inward.House;

namespace Inward.Passages;

/// <summary>
/// Who did something is told by a mark of the name that holds within one case only: it shows that work changed hands, and
/// neither who did it nor what else they did. Names are never kept.
/// </summary>
/// <param name="salt">The log's own secret.</param>
public sealed class Hands(byte[] salt)
{
    private const int MostRemembered = 10_000;

    private readonly Dictionary<(string Case, string Name), ushort> marks = [];

    public ushort Of(string @case, string name)
    {
        if (name.Length == 0)
            return 0;
        if (marks.TryGetValue((@case, name), out var known))
            return known;
        // Cases mostly stand together in a file; what is forgotten is worked out again.
        if (marks.Count >= MostRemembered)
            marks.Clear();
        var mark = Math.Max((ushort)1, BitConverter.ToUInt16(Digest($"{@case}\0{name}")));
        marks[(@case, name)] = mark;
        return mark;
    }

    /// <summary>A mark that holds in the whole log, kept for five people of a team at most: enough to know that they are five.</summary>
    public long OfTeam(string name) => BitConverter.ToInt64(Digest(name));

    private byte[] Digest(string words) => HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(words.ToLowerInvariant()));
}

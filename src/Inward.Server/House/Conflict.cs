using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>One field of a record that two people changed: what I wrote and what stands there now, as values and as one reads them.</summary>
public sealed record Both(string Name, string Label, string? Mine, string? Theirs, string? MineShown = null, string? TheirsShown = null);

/// <summary>
/// Somebody was faster. The page shows both versions side by side; the choice is a radio button whose value is the field's, so
/// sending it again is the usual form.
/// </summary>
/// <param name="Version">The version that is newest now, which the choice is made over.</param>
/// <param name="Who">Who changed it last; null when Inward did.</param>
public sealed record Conflict(int Version, string? Who, DateTimeOffset? At, IReadOnlyList<Both> Fields)
{
    public IEnumerable<Both> Differing => Fields.Where(f => (f.Mine ?? "") != (f.Theirs ?? ""));

    public IEnumerable<Both> Same => Fields.Where(f => (f.Mine ?? "") == (f.Theirs ?? ""));

    public static async Task<Conflict> Over(Session session, Id workspace, Id record, int version, params Both[] fields)
    {
        var last = await session.One<Last>("""
            select p.name, h.at from happening h left join person p on p.workspace = h.workspace and p.id = h.who
            where h.workspace = @workspace and h.on_id = @record order by h.id desc limit 1
            """, new { workspace, record });
        return new Conflict(version, last?.Name, last?.At, fields);
    }

    private sealed record Last(string? Name, DateTimeOffset At);
}

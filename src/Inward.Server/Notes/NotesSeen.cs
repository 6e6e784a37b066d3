using Inward.House;

namespace Inward.Server.Notes;

/// <summary>My notes as a page shows them: on one colleague, or on all.</summary>
/// <param name="About">Null where each says whom it is about.</param>
public sealed record NotesSeen(Id? About, string? Name, IReadOnlyList<NoteRow> Rows, string? All = null)
{
    public bool IsAsked => Rows.Any(r => r.AskedAt is not null);
}

using Inward.House;
using Inward.Notes;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Notes;

/// <summary>A note of mine.</summary>
/// <param name="AskedAt">When the colleague asked for it; null while nobody has.</param>
public sealed record NoteRow(Id Id, Id About, string AboutName, string Text, DateTimeOffset At, int Days, DateTimeOffset? ReleasedAt, int Version, DateTimeOffset? AskedAt)
{
    public DateTimeOffset EndsAt => At.AddDays(Days);

    /// <summary>Until then its author releases or deletes it.</summary>
    public DateTimeOffset? AskedUntil => AskedAt?.AddDays(NoteRequest.Days);
}

/// <summary>A note about me that its author released.</summary>
public sealed record ReleasedNote(Id Id, Id Author, string AuthorName, string Text, DateTimeOffset At, int Days, DateTimeOffset ReleasedAt);

/// <summary>Somebody asks for what I wrote about them.</summary>
public sealed record NotesAskedFor(Id About, string Name, long Count, DateTimeOffset At)
{
    public DateTimeOffset Until => At.AddDays(NoteRequest.Days);
}

/// <summary>Where notes are kept. Every question names the author, or is about what an author released.</summary>
public static class NoteTable
{
    public const int PageSize = 30;

    /// <summary>A note n that a request r covers: <see cref="Inward.Notes.NoteRequest.Covers"/> as a condition.</summary>
    /// <summary>A note in the trash t that a request r covers: deleting is no way around it.</summary>
    internal const string CoveredInTrash = "r.workspace = t.workspace and r.subject = t.about and t.kind = 'note' and t.written_at <= r.at and r.closed_at is null";

    internal const string Covered = "r.workspace = n.workspace and r.subject = n.about and n.at <= r.at and n.released_at is null and r.closed_at is null";

    private const string Mine = "select n.id, n.about, p.name as about_name, n.text, n.at, n.days, n.released_at, n.version, r.at as asked_at from note n join person p on p.workspace = n.workspace and p.id = n.about";

    public static async Task<Note?> Note(this Session session, Id workspace, Id author, Id id) => (await session.One<Row>(
        "select workspace, id, author, about, text, at, days, released_at, version from note where workspace = @workspace and id = @id and author = @author",
        new { workspace, id, author }))?.Note();

    public static async Task<(List<NoteRow> Rows, string? Next)> Notes(this Session session, Me me, Id? about = null, bool asked = false, string? after = null, int size = PageSize)
    {
        var place = Cursor.Id(string.IsNullOrEmpty(after) ? null : after);
        var rows = await session.All<NoteRow>($"""
            {Mine} {(asked ? "join" : "left join")} note_request r on {Covered}
            where n.workspace = @Workspace and n.author = @Person {(about is null ? "" : "and n.about = @about")} {(place is null ? "" : "and n.id < @place")}
            order by n.id desc limit @most
            """, new { me.Workspace, me.Person, about, place, most = size + 1 });
        return Cursor.Cut(rows, size, last => last.Id.ToString());
    }

    public static async Task<NoteRow> MyNote(this Session session, Me me, Id id) => await session.One<NoteRow>($"""
        {Mine} left join note_request r on {Covered}
        where n.workspace = @Workspace and n.author = @Person and n.id = @id
        """, new { me.Workspace, me.Person, id }) ?? throw Rule.NotVisible();

    public static Task<List<NotesAskedFor>> NotesAskedOf(this Session session, Id workspace, Id author) => session.All<NotesAskedFor>($"""
        select c.about, p.name, count(*) as count, c.at from (
          select n.about, r.at from note n join note_request r on {Covered} where n.workspace = @workspace and n.author = @author
          union all select t.about, r.at from trash t join note_request r on {CoveredInTrash} where t.workspace = @workspace and t.owner = @author) c
        join person p on p.workspace = @workspace and p.id = c.about group by c.about, p.name, c.at order by c.at
        """, new { workspace, author });

    public static Task<List<ReleasedNote>> NotesReleasedTo(this Session session, Me me) => session.All<ReleasedNote>("""
        select n.id, n.author, p.name as author_name, n.text, n.at, n.days, n.released_at
        from note n join person p on p.workspace = @Workspace and p.id = n.author
        where n.workspace = @Workspace and n.about = @Person and n.released_at is not null order by n.id desc
        """, new { me.Workspace, me.Person });

    public static async Task<NoteRequest?> NoteRequest(this Session session, Id workspace, Id id) => (await session.One<RequestRow>(
        "select workspace, id, subject, at, closed_at from note_request where workspace = @workspace and id = @id", new { workspace, id }))?.Request();

    public static async Task<List<NoteRequest>> NoteRequests(this Session session, Id workspace, Id subject) => [.. (await session.All<RequestRow>(
        "select workspace, id, subject, at, closed_at from note_request where workspace = @workspace and subject = @subject order by id desc limit 100", new { workspace, subject })).Select(r => r.Request())];

    public static async Task<NoteRequest?> OpenNoteRequest(this Session session, Id workspace, Id subject) => (await session.One<RequestRow>(
        "select workspace, id, subject, at, closed_at from note_request where workspace = @workspace and subject = @subject and closed_at is null", new { workspace, subject }))?.Request();

    private sealed record Row(Id Workspace, Id Id, Id Author, Id About, string Text, DateTimeOffset At, int Days, DateTimeOffset? ReleasedAt, int Version)
    {
        public Note Note() => new(Workspace, Id, Author, About, Text, At, Days) { ReleasedAt = ReleasedAt, Version = Version };
    }

    private sealed record RequestRow(Id Workspace, Id Id, Id Subject, DateTimeOffset At, DateTimeOffset? ClosedAt)
    {
        public NoteRequest Request() => new(Workspace, Id, Subject, At) { ClosedAt = ClosedAt };
    }
}

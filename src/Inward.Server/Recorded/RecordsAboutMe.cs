using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Recorded;

/// <summary>An entry that names me and that others may see.</summary>
/// <param name="Kind">ask, conversation, item, thanks, suggestion, sale, verbatim, journey, profile, membership or colleague.</param>
/// <param name="Id">Of the record; of an item its talk's.</param>
/// <param name="N">Which item of its talk.</param>
/// <param name="Who">Who wrote it; null where Inward or an operator did.</param>
/// <param name="Title">Its words; of the profile, what happened to it; of an item, its kind.</param>
/// <param name="Dispute">What I say against it.</param>
public sealed record RecordRow(string Kind, Id Id, int N, DateTimeOffset At, Id? Who, string? WhoName, string Title, string? Words, string? Dispute)
{
    /// <summary>Who may see it, by name.</summary>
    public IReadOnlyList<Named> SeenBy { get; init; } = [];

    /// <summary>Whoever leads one of them today sees it too.</summary>
    public bool AndTheirLeads { get; init; }
}

/// <summary>What is recorded about me, newest first. Nobody else can ask this of me.</summary>
public static class RecordsAboutMe
{
    public const int PageSize = 30;

    /// <summary>What names me as well and is not in the list, so that nobody takes the list for all there is.</summary>
    public static readonly IReadOnlyList<Sentence> Others =
    [
        new Sentence("Private notes: what a colleague writes about you for themselves, each for a year at most. You can ask for them."),
        new Sentence("Private talks: a talk that a colleague noted for themselves alone. The request for notes does not reach them."),
        new Sentence("Keeping in touch: each colleague's own list may hold your name, how often they wish to see you, when you last had to do with each other, until when they put you off, since when they try to win you over, and a talk they plan with what to bring up."),
        new Sentence("Drafts: an ask that somebody has not sent yet may name you."),
        new Sentence("The trash: for thirty days after a colleague deleted them, their drafts, notes and planned talks may still name you. They alone see them; a request for notes reaches those."),
        new Sentence("Your scores of stages: what you think a stage of a journey is worth. Others meet them only as numbers among several, without names, and once they have scored themselves."),
        new Sentence("Your sign-ins, tokens and secret addresses, and mails to yours that became no talk: you find them under Settings. What opens a door, such as a password, is in no file."),
        new Sentence("The log: every change is kept with who made it and when. Backups hold all of it, as it was on their day."),
    ];

    /// <summary>Said while the company brings mail logs in.</summary>
    private static readonly Sentence MailLogs = new("Mail logs are on: your administrators bring in who wrote to whom on which day, never a subject and never an hour. How much you and a colleague write to each other, the two of you see on each other's page and nobody else; teams are counted together. All that is kept of you stands in the file.");

    public static async Task<IReadOnlyList<Sentence>> OthersHere(Session session, Me me) => await Relationships.MailContacts.AreOn(session, me.Workspace) ? [MailLogs, .. Others] : Others;

    /// <summary>Each asks for its kind, its id, its number, when, who, and what it says.</summary>
    private static readonly (string Kind, string Sql)[] Sources =
    [
        ("ask", """
            select a.id, 0 as n, coalesce(a.sent_at, a.moved_at) as at, a.requester as who, a.what as title, a.state as words from ask a
            where a.workspace = @Workspace and a.state <> 'draft' and exists (select 1 from audience u where u.workspace = @Workspace and u.record = a.id and u.reader = @Person)
            """),
        ("conversation", """
            select c.id, 0 as n, c.at, c.author as who, c.channel as title, c.text as words from conversation c
            where c.workspace = @Workspace and c.is_private = 0 and (c.author = @Person
              or exists (select 1 from conversation_person o where o.workspace = @Workspace and o.conversation = c.id and o.person = @Person))
            """),
        // Whoever was taken out of a talk is still named by the versions before, and those who took part read them.
        ("conversation", """
            select v.conversation as id, 0 as n, v.at, c.author as who, v.channel as title, v.text as words
            from conversation_version v join conversation c on c.workspace = @Workspace and c.id = v.conversation and c.is_private = 0
            where v.workspace = @Workspace and v.is_private = 0 and v.people like @named
              and not exists (select 1 from conversation_person o where o.workspace = @Workspace and o.conversation = v.conversation and o.person = @Person)
              and not exists (select 1 from conversation_version w where w.workspace = @Workspace and w.conversation = v.conversation and w.version > v.version and w.is_private = 0 and w.people like @named)
            """),
        ("item", """
            select i.conversation as id, i.n, i.at, i.author as who, i.kind as title, i.text as words
            from conversation_item i join conversation c on c.workspace = @Workspace and c.id = i.conversation and c.is_private = 0
            where i.workspace = @Workspace and i.person = @Person
            """),
        ("thanks", """
            select t.id, 0 as n, t.at, t.giver as who, t.text as title, t.effect as words from thanks t
            where t.workspace = @Workspace and (t.giver = @Person or t.receiver = @Person)
            """),
        ("suggestion", """
            select s.id, 0 as n, s.at, s.author as who, s.words as title, s.state as words from suggestion s
            where s.workspace = @Workspace and (s.author = @Person or s.about = @Person or s.answered_by = @Person)
            """),
        ("sale", "select s.id, 0 as n, s.made_at as at, cast(null as uuid) as who, s.name as title, s.outcome as words from sale s where s.workspace = @Workspace and s.owner = @Person"),
        ("verbatim", "select v.id, 0 as n, v.made_at as at, v.kept_by as who, v.words as title, v.said_by as words from verbatim v where v.workspace = @Workspace and v.kept_by = @Person"),
        ("journey", """
            select j.id, 0 as n, j.made_at as at, cast(null as uuid) as who, j.name as title, j.segment as words from journey j
            where j.workspace = @Workspace and (j.owner = @Person or j.editors like @named or j.stages like @named)
            """),
        ("profile", """
            select h.id, 0 as n, h.at, h.who, h.kind as title, h.payload as words from happening h
            where h.workspace = @Workspace and h.on_id in (select p.id from person p where p.workspace = @Workspace and (p.id = @Person or p.merged_into = @Person)) and h.kind like 'person.%'
            """),
        ("membership", """
            select m.id, 0 as n, p.made_at as at, cast(null as uuid) as who, t.name as title, coalesce(m.from_day, '') || ' – ' || coalesce(m.to_day, '') as words
            from membership m join team t on t.workspace = @Workspace and t.id = m.team join person p on p.workspace = @Workspace and p.id = m.person
            where m.workspace = @Workspace and m.person = @Person
            """),
        ("colleague", "select p.id, 0 as n, p.made_at as at, cast(null as uuid) as who, p.name as title, 'manager' as words from person p where p.workspace = @Workspace and p.manager = @Person"),
        ("colleague", """
            select p.id, 1 as n, p.made_at as at, p.id as who, p.name as title, 'deputy' as words from person p
            where p.workspace = @Workspace and p.id <> @Person and p.absences like @named
            """),
    ];

    public static readonly IReadOnlyList<string> Kinds = [.. Sources.Select(s => s.Kind).Distinct()];

    public static async Task<(List<RecordRow> Rows, string? Next)> Ask(Session session, Me me, string? kind, string? after, int size = PageSize)
    {
        if (kind is not null && !Kinds.Contains(kind))
            throw Rule.Invalid("kind", new Sentence("“{0}” is none of {1}.", kind, string.Join(", ", Kinds)));
        var place = Cursor.Read(after, 3);
        var here = place is null ? "" : "where (s.id, s.kind, s.n) < (@id, @ofKind, @n)";
        // Each source is read in its own order and only as far as a page reaches.
        var sources = Sources.Where(s => kind is null || s.Kind == kind)
            .Select((s, i) => $"select * from (select s.* from (select '{s.Kind}' as kind, x.* from ({s.Sql}) x) s {here} order by s.id desc, s.n desc limit @most) s{i}");
        var rows = await session.All<RecordRow>($"""
            select x.kind, x.id, x.n, x.at, x.who, w.name as who_name, x.title, x.words, d.text as dispute from ({string.Join(" union all ", sources)}) x
            left join person w on w.workspace = @Workspace and w.id = x.who
            left join dispute d on d.workspace = @Workspace and d.record = x.id and d.person = @Person and x.kind = 'conversation'
            order by x.id desc, x.kind desc, x.n desc limit @most
            """, new
        {
            me.Workspace, me.Person, id = Cursor.Id(place?[0]), ofKind = place?[1], n = place is null ? 0 : Number(place[2]), most = size + 1, named = $"%{me.Person}%",
        });
        var (page, next) = Cursor.Cut(rows, size, last => Cursor.Of(last.Id.ToString(), last.Kind, $"{last.N}"));
        return (await WithReaders(session, me, page), next);
    }

    private static async Task<List<RecordRow>> WithReaders(Session session, Me me, List<RecordRow> rows)
    {
        var everyone = new Named(me.Workspace, me.Company);
        var shared = rows.Where(r => r.Kind is "ask" or "conversation" or "item" or "thanks" or "suggestion").Select(r => r.Id).Distinct().ToList();
        var readers = (shared.Count == 0 ? [] : await session.All<ReaderRow>("""
            select a.record, a.reader, a.leads, coalesce(p.name, t.name) as name from audience a
            left join person p on p.workspace = @Workspace and p.id = a.reader left join team t on t.workspace = @Workspace and t.id = a.reader
            where a.workspace = @Workspace and a.record in @shared
            """, new { me.Workspace, shared })).ToLookup(r => r.Record);
        return rows.ConvertAll(r => !shared.Contains(r.Id) || readers[r.Id].Any(a => a.Reader == me.Workspace)
            ? r with { SeenBy = [everyone] }
            : r with { SeenBy = [.. readers[r.Id].Select(a => new Named(a.Reader, a.Name ?? "")).OrderBy(n => n.Name, StringComparer.Ordinal)], AndTheirLeads = readers[r.Id].Any(a => a.Leads) });
    }

    private static int Number(string text) => int.TryParse(text, out var number) ? number : throw Rule.Invalid("after", "This list has no such place. Begin it again, without `after`.");

    private sealed record ReaderRow(Id Record, Id Reader, bool Leads, string? Name);
}

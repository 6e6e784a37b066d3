using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>
/// Makes every row that names one person name another, and takes exactly those back. What names a person is told by
/// <see cref="Check.References"/> alone: a new room's columns move without a word here.
/// </summary>
internal sealed class MergeMoves(Unit unit, Id merge, Id kept, Id gone)
{
    /// <summary>What somebody keeps for themselves stays with the entry that goes, where nobody can open it.</summary>
    internal static readonly (string Table, string Column)[] Own =
    [
        ("note", "author"), ("relationship", "person"), ("saved_view", "person"), ("bulk", "person"), ("trash", "owner"), ("note_request", "subject"),
        ("account", "person"), ("device", "person"), ("session", "person"), ("token", "person"), ("invite", "person"), ("secret_address", "person"), ("mail_in", "person"), ("person_value", "person"), ("person_photo", "person"), ("erased", "person"), ("stage_score", "person"),
    ];

    private const string Covering = """
        coalesce(y.from_day, '') <= coalesce(x.to_day, '9999') and coalesce(x.from_day, '') <= coalesce(y.to_day, '9999')
        """;

    /// <summary>Which of the rows move, where not all do.</summary>
    private static readonly Dictionary<(string Table, string Column), string> Only = new()
    {
        [("person", "manager")] = "x.id <> @kept and x.id <> @gone",
        [("membership", "person")] = $"not exists (select 1 from membership y where y.workspace = @Workspace and y.person = @kept and y.team = x.team and {Covering})",
        // Asked twice, they have answered once.
        [("objective_advice", "person")] = "not exists (select 1 from objective_advice y where y.workspace = @Workspace and y.person = @kept and y.objective = x.objective)",
        [("conversation", "author")] = "x.is_private = 0",
        [("conversation_item", "author")] = "exists (select 1 from conversation y where y.workspace = @Workspace and y.id = x.conversation and y.is_private = 0)",
        [("idea_want", "person")] = "not exists (select 1 from idea_want y where y.workspace = @Workspace and y.person = @kept and y.idea = x.idea)",
        [("note", "about")] = "x.author <> @kept",
        [("trash", "about")] = "x.owner <> @kept",
        [("relationship", "other")] = "x.person <> @kept",
        [("suggestion", "about")] = "x.author <> @kept",
        [("audience", "reader")] = """
            not exists (select 1 from conversation y where y.workspace = @Workspace and y.id = x.record and y.is_private = 1)
            and not exists (select 1 from note y where y.workspace = @Workspace and y.id = x.record)
            and not exists (select 1 from relationship y where y.workspace = @Workspace and y.id = x.record)
            and not exists (select 1 from saved_view y where y.workspace = @Workspace and y.id = x.record)
            and not exists (select 1 from bulk y where y.workspace = @Workspace and y.id = x.record)
            and not exists (select 1 from note_request y where y.workspace = @Workspace and y.id = x.record)
            and not exists (select 1 from account y where y.workspace = @Workspace and y.id = x.record)
            and not exists (select 1 from stage_score y where y.workspace = @Workspace and y.id = x.record)
            """,
    };

    /// <summary>Texts in which ids of people stand.</summary>
    private static readonly (string Table, string Column)[] Texts = [("ask", "facts"), ("ask", "before"), ("conversation_version", "people"), ("person", "absences"), ("person", "own_words"), ("team", "own_words"), ("saved_view", "query"), ("journey", "editors"), ("objective", "document"), ("journey", "stages"), ("trash", "content"), ("customer_promise", "settled"), ("handover", "document"), ("chain", "document"), ("idea", "document"), ("help_wanted", "document")];

    private readonly MergedRows rows = new(unit, merge, kept, gone);

    /// <summary>Columns that name a person or something else; an id is nobody else's.</summary>
    private static readonly (string Table, string Column)[] EitherOr = [("relationship", "other"), ("suggestion", "about"), ("audience", "reader")];

    /// <summary>The columns that name a person and move with them.</summary>
    internal static IEnumerable<(string Table, string Column)> Columns =>
        Check.References.Where(r => r.Names == "person").Select(r => (r.Table, r.Column)).Except(Own).Concat(EitherOr);

    public void Move()
    {
        foreach (var (table, column) in Columns)
            rows.Move(table, column, Only.GetValueOrDefault((table, column)));
        foreach (var (table, column) in Texts)
            rows.Rewrite(table, column, table == "person" ? "x.id <> @kept and x.id <> @gone" : null);
        // What will be told soon is told to who stays, also when they are parted meanwhile.
        unit.Write("update job as x set payload = replace(payload, @goneText, @keptText) where x.workspace = @Workspace and x.payload like @named", rows.Args);
        Meet();
    }

    /// <summary>Asks that came along and have moved on since: their documents cannot be told apart any more.</summary>
    public Task<long> MovedOn() => rows.ChangedSince("ask", "facts");

    public void Return()
    {
        foreach (var (table, column) in Columns)
            rows.MoveBack(table, column);
        foreach (var (table, column) in Texts)
            rows.WriteBack(table, column);
        Recount();
    }

    // Others count the days from the later of the two contacts; their own choices for who stays prevail.
    private void Meet()
    {
        unit.Write("""
            update relationship as x set (met_at, met_by, met_on) = (select g.met_at, g.met_by, g.met_on from relationship g
              where g.workspace = @Workspace and g.person = x.person and g.other = @gone)
            where x.workspace = @Workspace and x.other = @kept and exists (select 1 from relationship g
              where g.workspace = @Workspace and g.person = x.person and g.other = @gone and g.met_at is not null and (x.met_at is null or g.met_at > x.met_at))
            """, rows.Args);
        // Whom they want to win over is one, and here; so is the talk they planned.
        unit.Write("""
            update relationship as x set focus_since = (select g.focus_since from relationship g where g.workspace = @Workspace and g.person = x.person and g.other = @gone)
            where x.workspace = @Workspace and x.other = @kept and x.focus_since is null and exists (select 1 from relationship g
              where g.workspace = @Workspace and g.person = x.person and g.other = @gone and g.focus_since is not null)
            """, rows.Args);
        unit.Write("""
            update relationship as x set (planned_at, planned_about) = (select g.planned_at, g.planned_about from relationship g where g.workspace = @Workspace and g.person = x.person and g.other = @gone)
            where x.workspace = @Workspace and x.other = @kept and x.planned_at is null and exists (select 1 from relationship g
              where g.workspace = @Workspace and g.person = x.person and g.other = @gone and g.planned_at is not null)
            """, rows.Args);
        unit.Write("update relationship as x set focus_since = null, planned_at = null, planned_about = null where x.workspace = @Workspace and x.other = @gone", rows.Args);
    }

    // Whoever counted from a talk that is the other's again counts from what is left.
    private void Recount()
    {
        var met = unit.Engine == Engine.Postgres ? "x.met_on::text" : "quote(x.met_on)";
        Relationships.RelationshipTable.Recount(unit, $"""
            x.other = @kept and {met} in (select r.row_key from merged_row r
              where r.workspace = @Workspace and r.merge = @merge and r.at_table in ('conversation', 'conversation_person', 'thanks'))
            """, rows.Args);
    }
}

using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>
/// Makes every row that names one person name another, remembers which, and takes exactly those back. What names a person is told by
/// <see cref="Check.References"/> alone: a new room's columns move without a word here.
/// </summary>
internal sealed class MergeMoves(Unit unit, Id merge, Id kept, Id gone)
{
    /// <summary>What somebody keeps for themselves stays with the entry that goes, where nobody can open it.</summary>
    internal static readonly (string Table, string Column)[] Own =
    [
        ("note", "author"), ("relationship", "person"), ("saved_view", "person"), ("bulk", "person"), ("trash", "owner"), ("note_request", "subject"),
        ("account", "person"), ("device", "person"), ("session", "person"), ("token", "person"), ("invite", "person"), ("secret_address", "person"), ("mail_in", "person"), ("person_value", "person"), ("person_photo", "person"), ("person_merge", "kept"), ("person_merge", "gone"),
    ];

    private const string Covering = """
        coalesce(y.from_day, '') <= coalesce(x.to_day, '9999') and coalesce(x.from_day, '') <= coalesce(y.to_day, '9999')
        """;

    /// <summary>Which of the rows move, where not all do.</summary>
    private static readonly Dictionary<(string Table, string Column), string> Only = new()
    {
        [("person", "manager")] = "x.id <> @kept and x.id <> @gone",
        [("membership", "person")] = $"not exists (select 1 from membership y where y.workspace = @Workspace and y.person = @kept and y.team = x.team and {Covering})",
        [("conversation", "author")] = "x.is_private = 0",
        [("conversation_item", "author")] = "exists (select 1 from conversation y where y.workspace = @Workspace and y.id = x.conversation and y.is_private = 0)",
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
            """,
    };

    /// <summary>Texts in which ids of people stand.</summary>
    private static readonly (string Table, string Column)[] Texts = [("ask", "facts"), ("ask", "before"), ("conversation_version", "people"), ("person", "absences"), ("person", "own_words"), ("team", "own_words"), ("saved_view", "query"), ("trash", "content")];

    private readonly object args = new { unit.Workspace, merge, kept, gone, keptText = kept.ToString(), goneText = gone.ToString(), named = $"%{gone}%" };

    /// <summary>Columns that name a person or something else; an id is nobody else's.</summary>
    private static readonly (string Table, string Column)[] EitherOr = [("relationship", "other"), ("suggestion", "about"), ("audience", "reader")];

    /// <summary>The columns that name a person and move with them.</summary>
    internal static IEnumerable<(string Table, string Column)> Columns =>
        Check.References.Where(r => r.Names == "person").Select(r => (r.Table, r.Column)).Except(Own).Concat(EitherOr);

    public void Move()
    {
        foreach (var (table, column) in Columns)
        {
            var which = Which(table, column);
            Remember(table, column, which, "null");
            unit.Write($"update {table} as x set {column} = @kept where {which}", args);
        }
        foreach (var (table, column) in Texts)
        {
            var which = $"x.workspace = @Workspace and x.{column} like @named {(table == "person" ? "and x.id <> @kept and x.id <> @gone" : "")}";
            Remember(table, column, which, $"x.{column}");
            unit.Write($"update {table} as x set {column} = replace({column}, @goneText, @keptText) where {which}", args);
        }
        // What will be told soon is told to who stays, also when they are parted meanwhile.
        unit.Write("update job as x set payload = replace(payload, @goneText, @keptText) where x.workspace = @Workspace and x.payload like @named", args);
        Meet();
    }

    /// <summary>Asks that came along and have moved on since: their documents cannot be told apart any more.</summary>
    public Task<long> MovedOn() => unit.Count($"""
        select count(*) from person_merge_row r where r.workspace = @Workspace and r.merge = @merge and r.at_table = 'ask' and r.at_column = 'facts'
          and not exists (select 1 from ask x where x.workspace = @Workspace and {Key("ask", "facts")} = r.row_key and x.facts = replace(r.before, @goneText, @keptText))
        """, args);

    /// <summary>What has been changed since stays as it is now.</summary>
    public void Return()
    {
        foreach (var (table, column) in Columns)
        {
            unit.Write($"""
                update {table} as x set {column} = @gone where x.workspace = @Workspace and x.{column} = @kept
                  and {Key(table, column)} in (select r.row_key from person_merge_row r where {Remembered(table, column)})
                """, args);
        }
        foreach (var (table, column) in Texts)
        {
            var before = $"select r.before from person_merge_row r where {Remembered(table, column)} and r.row_key = {Key(table, column)}";
            unit.Write($"update {table} as x set {column} = ({before}) where x.workspace = @Workspace and x.{column} = replace(({before}), @goneText, @keptText)", args);
        }
        Recount();
    }

    private string Which(string table, string column)
    {
        var conditions = new List<string> { "x.workspace = @Workspace", $"x.{column} = @gone" };
        // Where both stand already, the row of the one that goes stays behind.
        if (PrimaryKeys.Holds(table, column))
        {
            conditions.Add($"not exists (select 1 from {table} y where y.workspace = @Workspace and y.{column} = @kept"
                + string.Concat(PrimaryKeys.Besides(table, column).Select(c => $" and y.{c} = x.{c}")) + ")");
        }
        if (Only.TryGetValue((table, column), out var only))
            conditions.Add(only);
        return string.Join(" and ", conditions);
    }

    private void Remember(string table, string column, string which, string before) => unit.Write($"""
        insert into person_merge_row (workspace, merge, at_table, at_column, row_key, before)
        select x.workspace, @merge, '{table}', '{column}', {Key(table, column)}, {before} from {table} x where {which}
        """, args);

    private string Key(string table, string column)
    {
        var columns = PrimaryKeys.Besides(table, column).Select(c => unit.Engine == Engine.Postgres ? $"x.{c}::text" : $"quote(x.{c})").ToList();
        return columns.Count == 0 ? "''" : string.Join(" || ' ' || ", columns);
    }

    private static string Remembered(string table, string column) =>
        $"r.workspace = @Workspace and r.merge = @merge and r.at_table = '{table}' and r.at_column = '{column}'";

    // Others count the days from the later of the two contacts; their own choices for who stays prevail.
    private void Meet()
    {
        unit.Write("""
            update relationship as x set (met_at, met_by, met_on) = (select g.met_at, g.met_by, g.met_on from relationship g
              where g.workspace = @Workspace and g.person = x.person and g.other = @gone)
            where x.workspace = @Workspace and x.other = @kept and exists (select 1 from relationship g
              where g.workspace = @Workspace and g.person = x.person and g.other = @gone and g.met_at is not null and (x.met_at is null or g.met_at > x.met_at))
            """, args);
        // Whom they want to win over is one, and here; so is the talk they planned.
        unit.Write("""
            update relationship as x set focus_since = (select g.focus_since from relationship g where g.workspace = @Workspace and g.person = x.person and g.other = @gone)
            where x.workspace = @Workspace and x.other = @kept and x.focus_since is null and exists (select 1 from relationship g
              where g.workspace = @Workspace and g.person = x.person and g.other = @gone and g.focus_since is not null)
            """, args);
        unit.Write("""
            update relationship as x set (planned_at, planned_about) = (select g.planned_at, g.planned_about from relationship g where g.workspace = @Workspace and g.person = x.person and g.other = @gone)
            where x.workspace = @Workspace and x.other = @kept and x.planned_at is null and exists (select 1 from relationship g
              where g.workspace = @Workspace and g.person = x.person and g.other = @gone and g.planned_at is not null)
            """, args);
        unit.Write("update relationship as x set focus_since = null, planned_at = null, planned_about = null where x.workspace = @Workspace and x.other = @gone", args);
    }

    // Whoever counted from a talk that is the other's again counts from what is left.
    private void Recount()
    {
        var met = unit.Engine == Engine.Postgres ? "x.met_on::text" : "quote(x.met_on)";
        Relationships.RelationshipTable.Recount(unit, $"""
            x.other = @kept and {met} in (select r.row_key from person_merge_row r
              where r.workspace = @Workspace and r.merge = @merge and r.at_table in ('conversation', 'conversation_person', 'thanks'))
            """, args);
    }
}

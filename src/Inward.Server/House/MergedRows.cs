using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>Makes rows that name one record name another, remembers which, and takes exactly those back. In a condition the row is <c>x</c>.</summary>
internal sealed class MergedRows(Unit unit, Id merge, Id kept, Id gone)
{
    /// <summary>What conditions may name: @Workspace, @merge, @kept, @gone.</summary>
    public object Args { get; } = new { unit.Workspace, merge, kept, gone, keptText = kept.ToString(), goneText = gone.ToString(), named = $"%{gone}%" };

    /// <param name="only">Which of the rows move, where not all do.</param>
    public void Move(string table, string column, string? only = null)
    {
        var which = Which(table, column, only);
        Remember(table, column, which, "null");
        unit.Write($"update {table} as x set {column} = @kept where {which}", Args);
    }

    /// <summary>The same for a text in which the id stands.</summary>
    public void Rewrite(string table, string column, string? only = null)
    {
        var which = $"x.workspace = @Workspace and x.{column} like @named{And(only)}";
        Remember(table, column, which, $"x.{column}");
        unit.Write($"update {table} as x set {column} = replace({column}, @goneText, @keptText) where {which}", Args);
    }

    public void MoveBack(string table, string column) => unit.Write($"""
        update {table} as x set {column} = @gone where x.workspace = @Workspace and x.{column} = @kept
          and {Key(table, column)} in (select r.row_key from merged_row r where {Remembered(table, column)})
        """, Args);

    /// <summary>What has been changed since stays as it is now.</summary>
    public void WriteBack(string table, string column)
    {
        var before = $"select r.before from merged_row r where {Remembered(table, column)} and r.row_key = {Key(table, column)}";
        unit.Write($"update {table} as x set {column} = ({before}) where x.workspace = @Workspace and x.{column} = replace(({before}), @goneText, @keptText)", Args);
    }

    /// <summary>How many rows of a rewritten text have changed since.</summary>
    public Task<long> ChangedSince(string table, string column) => unit.Count($"""
        select count(*) from merged_row r where {Remembered(table, column)}
          and not exists (select 1 from {table} x where x.workspace = @Workspace and {Key(table, column)} = r.row_key and x.{column} = replace(r.before, @goneText, @keptText))
        """, Args);

    private string Which(string table, string column, string? only)
    {
        // Where both stand already, the row of the one that goes stays behind.
        var both = PrimaryKeys.Holds(table, column)
            ? $" and not exists (select 1 from {table} y where y.workspace = @Workspace and y.{column} = @kept{string.Concat(PrimaryKeys.Besides(table, column).Select(c => $" and y.{c} = x.{c}"))})"
            : "";
        return $"x.workspace = @Workspace and x.{column} = @gone{both}{And(only)}";
    }

    private void Remember(string table, string column, string which, string before) => unit.Write($"""
        insert into merged_row (workspace, merge, at_table, at_column, row_key, before)
        select x.workspace, @merge, '{table}', '{column}', {Key(table, column)}, {before} from {table} x where {which}
        """, Args);

    private string Key(string table, string column)
    {
        var columns = PrimaryKeys.Besides(table, column).Select(c => unit.Engine == Engine.Postgres ? $"x.{c}::text" : $"quote(x.{c})").ToList();
        return columns.Count == 0 ? "''" : string.Join(" || ' ' || ", columns);
    }

    private static string Remembered(string table, string column) =>
        $"r.workspace = @Workspace and r.merge = @merge and r.at_table = '{table}' and r.at_column = '{column}'";

    private static string And(string? only) => only is null ? "" : $" and {only}";
}

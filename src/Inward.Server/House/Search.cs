using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.House;

public sealed record Found(Id Record, string Kind, string Title, string Body, DateTimeOffset At);

/// <summary>Full-text search over everything I may see: FTS5 on SQLite, tsvector on PostgreSQL, newest first.</summary>
public static class Search
{
    /// <summary>A sub-select of the records whose text holds @words; needs @Workspace.</summary>
    public static string Matching(Engine engine) => engine == Engine.Sqlite
        ? "select s.record from search s where s.workspace = @Workspace and s.row in (select rowid from search_words where search_words match @words)"
        : "select s.record from search s where s.workspace = @Workspace and s.words @@ to_tsquery('simple', @words)";

    public static Task<List<Found>> Ask(Session session, Me me, string? q, string? kind = null, int most = 50)
    {
        var words = Words(session.Engine, q);
        if (words is null)
            return Task.FromResult(new List<Found>());
        var match = session.Engine == Engine.Sqlite
            ? "from search_words f join search s on s.row = f.rowid where search_words match @words and s.workspace = @Workspace"
            : "from search s where s.workspace = @Workspace and s.words @@ to_tsquery('simple', @words)";
        // The newest row of FTS5 is the one with the highest rowid: reading backwards stops as soon as the page is full.
        var order = session.Engine == Engine.Sqlite ? "f.rowid desc" : "s.at desc, s.record desc";
        return session.All<Found>($"select s.record, s.kind, s.title, s.body, s.at {match} {(kind is null ? "" : "and s.kind = @kind")} and {Me.MaySee("s.record")} order by {order} limit @most",
            new { me.Workspace, me.Sees, me.Led, words, kind, most });
    }

    /// <summary>What was typed, as the engine's query: every word must occur, the last may still be growing. Null when there is none.</summary>
    public static string? Words(Engine engine, string? q)
    {
        var words = Text.Words(q).Take(8).ToList();
        if (words.Count == 0)
            return null;
        return engine == Engine.Sqlite
            ? string.Join(' ', words.Select((w, i) => i == words.Count - 1 ? $"\"{w}\"*" : $"\"{w}\""))
            : string.Join(" & ", words.Select((w, i) => i == words.Count - 1 ? $"'{w}':*" : $"'{w}'"));
    }

    /// <summary>Any of these beginnings of words, as the engine's query. Null when there is none.</summary>
    public static string? AnyBeginning(Engine engine, IEnumerable<string> beginnings)
    {
        var words = beginnings.SelectMany(Text.Words).Distinct().ToList();
        return words.Count == 0 ? null
            : engine == Engine.Sqlite ? string.Join(" OR ", words.Select(w => $"\"{w}\"*")) : string.Join(" | ", words.Select(w => $"'{w}':*"));
    }
}

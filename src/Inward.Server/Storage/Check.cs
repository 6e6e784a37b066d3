using System.Data.Common;
using Inward.House;
using Inward.Server.Asks;

namespace Inward.Server.Storage;

/// <summary>What `inward check` found: faults to be mended, and what an operator should know.</summary>
public sealed record Found(IReadOnlyList<string> Faults, IReadOnlyList<string> Notes);

/// <summary>Reads the whole store and says in sentences what does not fit together. Changes nothing.</summary>
public static class Check
{
    /// <summary>A column that names a record of another table, in the same workspace.</summary>
    internal static readonly (string Table, string Column, string Names)[] References =
    [
        ("person", "manager", "person"), ("person", "merged_into", "person"), ("erased", "person", "person"), ("customer", "merged_into", "customer"), ("merged_row", "merge", "merged"), ("person_value", "person", "person"), ("person_photo", "person", "person"), ("team_photo", "team", "team"), ("person_value", "field", "person_field"), ("import_file", "import", "import"), ("import_row", "import", "import"),
        ("team", "parent", "team"), ("membership", "person", "person"), ("membership", "team", "team"),
        ("account", "person", "person"), ("device", "person", "person"), ("session", "person", "person"), ("token", "person", "person"),
        ("invite", "person", "person"), ("sale", "customer", "customer"), ("sale", "owner", "person"), ("sale", "journey", "journey"), ("sale_passage", "sale", "sale"), ("sale_passage", "by_person", "person"), ("sale_passage", "import", "import"), ("customer_promise", "sale", "sale"), ("customer_promise", "said_by", "person"), ("handover", "sale", "sale"), ("handover", "from_team", "team"), ("handover", "to_team", "team"), ("handover", "by_person", "person"), ("journey", "owner", "person"), ("objective", "owner", "person"), ("objective", "parent", "objective"), ("objective_advice", "objective", "objective"), ("objective_advice", "person", "person"), ("objective_advice", "by_person", "person"), ("objective_advice", "replied_by", "person"), ("chain_template", "owner", "person"), ("chain", "sale", "sale"), ("chain", "by_person", "person"), ("chain_link", "chain", "chain"), ("chain_link", "by_person", "person"), ("stage_score", "journey", "journey"), ("stage_score", "person", "person"), ("verbatim", "customer", "customer"),
        ("verbatim", "sale", "sale"), ("verbatim", "kept_by", "person"), ("verbatim_version", "verbatim", "verbatim"),
        ("verbatim_version", "customer", "customer"), ("verbatim_version", "sale", "sale"),
        ("ask", "requester", "person"), ("ask", "performer", "person"), ("ask", "team", "team"), ("ask", "turn_person", "person"),
        ("ask", "turn_team", "team"), ("ask", "sale", "sale"), ("ask", "verbatim", "verbatim"), ("ask", "parent", "ask"),
        ("ask_file", "ask", "ask"), ("ask_file", "by_person", "person"), ("saved_view", "person", "person"), ("secret_address", "person", "person"), ("mail_in", "person", "person"), ("trash", "owner", "person"), ("trash", "about", "person"), ("bulk", "person", "person"), ("bulk_ask", "bulk", "bulk"), ("bulk_ask", "ask", "ask"), ("mail_link", "ask", "ask"),
        ("mail_link", "person", "person"), ("thanks", "giver", "person"), ("thanks", "receiver", "person"), ("thanks", "ask", "ask"), ("thanks_copy", "thanks", "thanks"), ("thanks_copy", "person", "person"),
        ("conversation", "author", "person"), ("conversation_person", "conversation", "conversation"), ("conversation_person", "person", "person"),
        ("conversation_item", "conversation", "conversation"), ("conversation_item", "person", "person"), ("conversation_item", "author", "person"), ("conversation_version", "conversation", "conversation"),
        ("note", "author", "person"), ("note", "about", "person"), ("note_request", "subject", "person"),
        ("relationship", "person", "person"), ("mail_contact", "sender", "person"), ("mail_contact", "receiver", "person"), ("mail_contact", "import", "import"),
        ("dispute", "person", "person"), ("dispute", "record", "conversation"), ("suggestion", "author", "person"), ("suggestion", "answered_by", "person"),
        ("passage_word", "log", "passage_log"), ("passage_case", "log", "passage_log"), ("passage_case", "import", "import"), ("passage_import", "log", "passage_log"), ("passage_import", "import", "import"), ("passage_cut", "log", "passage_log"), ("passage_pair", "log", "passage_log"), ("passage_pair", "journey", "journey"),
        ("complaint", "id", "verbatim"), ("complaint", "heard_by", "person"), ("complaint", "righted_by", "person"), ("repeat_purchase", "id", "sale"), ("repeat_purchase", "earlier", "sale"), ("repeat_purchase", "told_by", "person"), ("ask_behind", "ask", "ask"), ("ask_behind", "by_person", "person"),
        ("idea", "author", "person"), ("idea", "answerer", "person"), ("idea", "escalated_to", "person"), ("idea", "answered_by", "person"), ("idea", "card", "help_wanted"), ("idea", "merged_into", "idea"), ("idea", "root", "idea"),
        ("idea_want", "idea", "idea"), ("idea_want", "person", "person"), ("idea_comment", "idea", "idea"), ("idea_comment", "author", "person"), ("help_wanted", "author", "person"), ("help_wanted", "answerer", "person"), ("ask", "idea", "idea"),
        ("team_need", "team", "team"), ("team_need", "other", "team"), ("team_need", "author", "person"),
    ];

    /// <summary>Records that have an audience and can be found, each under the name of its table; private talks and notes are in no common index.</summary>
    private static readonly (string Table, string Findable)[] Records =
    [
        ("person", "merged_into is null and erased_at is null"), ("team", "1 = 1"), ("customer", "merged_into is null"), ("sale", "1 = 1"), ("verbatim", "1 = 1"), ("journey", "1 = 1"), ("chain_template", "1 = 1"), ("chain", "1 = 0"), ("objective", "1 = 1"), ("customer_promise", "1 = 1"), ("ask", "1 = 1"),
        ("idea", "is_private = 0 and state <> 'withdrawn'"), ("help_wanted", "1 = 1"), ("thanks", "1 = 1"), ("conversation", "is_private = 0"), ("note", "1 = 0"), ("suggestion", "1 = 0"),
    ];

    public static async Task<Found> Run(Store store)
    {
        var (faults, notes) = (new List<string>(), new List<string>());
        var version = await Migrator.Version(store);
        if (version != Migrator.Newest)
            return new Found([$"The schema is at {version}, this Inward needs {Migrator.Newest}. `inward migrate` brings it there."], []);
        await store.Administer(connection => Engines(store.Engine, connection, faults, notes));
        foreach (var (sentence, sql) in Questions())
        {
            if (await store.Read(s => s.Count(sql)) is > 0 and var count)
                faults.Add($"{count} {sentence}");
        }
        foreach (var (workspace, name) in await store.Read(s => s.All<Company>("select id, name from workspace order by id")))
        {
            faults.AddRange(await store.Read(s => AskFaults.Ask(s, workspace)));
            var verdict = await Audit.Verify(store, workspace);
            faults.AddRange(verdict.Faults);
            notes.Add($"The audit chain of {name} holds {verdict.Happenings} happenings in {verdict.Blocks} blocks; {verdict.Unsealed} are not sealed yet.");
        }
        await Noted(store, "jobs were given up after many tries", "select count(*) from job where tries >= 12");
        await Noted(store, "workspaces are silent: they send nothing until `inward silent off`", "select count(*) from workspace where silent = 1");
        return new Found(faults, notes);

        async Task Noted(Store here, string sentence, string sql)
        {
            if (await here.Read(s => s.Count(sql)) is > 0 and var count)
                notes.Add($"{count} {sentence}.");
        }
    }

    private static IEnumerable<(string Sentence, string Sql)> Questions()
    {
        foreach (var (table, column, names) in References)
        {
            // Files of a draft wait in the trash with it, and so do the scores of a journey and what logs have of it.
            var inTrash = (table, names) is ("ask_file", "ask") or ("stage_score", "journey") or ("passage_pair", "journey") ? $" and not exists (select 1 from trash t where t.workspace = x.workspace and t.record = x.{column})" : "";
            yield return ($"rows of {table} name a {names} in {column} that is not there.",
                $"select count(*) from {table} x where x.{column} is not null and not exists (select 1 from {names} y where y.workspace = x.workspace and y.id = x.{column}){inTrash}");
        }
        yield return ("rows of relationship are about a colleague or a team that is not there.", $"select count(*) from relationship x where {NeitherIn("x.other", "person", "team")}");
        yield return ("rows of relationship count from a talk or a thank-you that is not there.", $"select count(*) from relationship x where x.met_on is not null and {NeitherIn("x.met_on", "conversation", "thanks")}");
        foreach (var column in new[] { "x.kept", "x.gone" })
            yield return ("rows of merged name a colleague or a customer that is not there.", $"select count(*) from merged x where {NeitherIn(column, "person", "customer")}");
        yield return ("rows of suggestion are for the page of a colleague or a team that is not there.", $"select count(*) from suggestion x where {NeitherIn("x.about", "person", "team")}");
        yield return ("rows of saved_view are shared with a team that is not there.", "select count(*) from saved_view x where x.shared_with <> x.workspace and not exists (select 1 from team t where t.workspace = x.workspace and t.id = x.shared_with)");
        foreach (var (table, findable) in Records)
        {
            yield return ($"rows of {table} have no audience: nobody may see them.",
                $"select count(*) from {table} x where not exists (select 1 from audience a where a.workspace = x.workspace and a.record = x.id)");
            yield return ($"rows of {table} cannot be found by search.",
                $"select count(*) from {table} x where {findable} and not exists (select 1 from search s where s.workspace = x.workspace and s.record = x.id)");
            yield return ($"search entries of the kind {table} name a record that is not there, or is private.",
                $"select count(*) from search s where s.kind = '{table}' and not exists (select 1 from {table} x where x.workspace = s.workspace and x.id = s.record and {findable})");
        }
    }

    private static string NeitherIn(string column, string one, string other) => string.Join(" and ",
        new[] { one, other }.Select(table => $"not exists (select 1 from {table} y where y.workspace = x.workspace and y.id = {column})"));

    private static Task Engines(Engine engine, DbConnection connection, List<string> faults, List<string> notes) =>
        engine == Engine.Sqlite ? Sqlite(connection, faults) : Postgres(connection, notes);

    private static async Task Sqlite(DbConnection connection, List<string> faults)
    {
        foreach (var line in (await Lines(connection, "pragma integrity_check")).Where(l => l != "ok"))
            faults.Add($"The database file is damaged: {line}");
        try
        {
            // Compares every word of the index with the texts it was made of.
            await Lines(connection, "insert into search_words (search_words, rank) values ('integrity-check', 1)");
        }
        catch (DbException torn)
        {
            faults.Add($"The search index does not fit its texts: {torn.Message}");
        }
    }

    private static async Task Postgres(DbConnection connection, List<string> notes)
    {
        foreach (var setting in new[] { "fsync", "synchronous_commit", "full_page_writes" })
        {
            if ((await Lines(connection, $"select current_setting('{setting}')"))[0] == "off")
                notes.Add($"PostgreSQL runs with {setting} = off: what Inward acknowledges may be lost when the power goes.");
        }
    }

    private static async Task<List<string>> Lines(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return lines;
    }

    private sealed record Company(Id Id, string Name);
}

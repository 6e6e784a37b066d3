using System.Text.Json;
using Inward.House;
using Inward.Passages;
using Inward.Server.House;
using Inward.Server.Storage;
using NpgsqlTypes;

namespace Inward.Server.Passages;

/// <summary>A log of events and how much it holds.</summary>
/// <param name="Done">The stage that finishes a case, where an administrator chose one.</param>
public sealed record EventLog(Id Id, string Name, DateTimeOffset At, long Events, long Cases, int Stages, DateTimeOffset? FirstAt, DateTimeOffset? LastAt, string? Done, int Version);

/// <summary>A cut that can be asked for.</summary>
public sealed record CutName(string ByWhat, string OfWhat, long Cases);

/// <summary>Where logs, their passings and their figures are kept.</summary>
public static class PassageTable
{
    private const string Columns = "id, name, at, events, cases, stages, first_at, last_at, done, version";

    public static Task<List<EventLog>> EventLogs(this Session session, Id workspace) =>
        session.All<EventLog>($"select {Columns} from passage_log where workspace = @workspace order by name, id", new { workspace });

    public static async Task<EventLog> EventLog(this Session session, Id workspace, Id id) =>
        await session.One<EventLog>($"select {Columns} from passage_log where workspace = @workspace and id = @id", new { workspace, id }) ?? throw Rule.NotVisible();

    public static async Task<(Id Id, byte[] Salt)?> LogNamed(this Session session, Id workspace, string name) =>
        await session.One<Salted>("select id, salt from passage_log where workspace = @workspace and name = @name", new { workspace, name }) is { } log ? (log.Id, log.Salt) : null;

    public static void Begin(this Unit unit, Id log, string name, byte[] salt) => unit.Write(
        "insert into passage_log (workspace, id, name, at, salt, events, cases, stages) values (@Workspace, @log, @name, @Now, @salt, 0, 0, 0)", new { unit.Workspace, log, name, unit.Now, salt });

    public static async Task<LogWords> WordsOf(this Session session, Id workspace, Id log)
    {
        var words = new LogWords();
        foreach (var row in await session.All<WordRow>("select kind, number, word, people from passage_word where workspace = @workspace and log = @log order by kind, number", new { workspace, log }))
        {
            Listed(words, row.Kind).Of(row.Word);
            foreach (var mark in JsonSerializer.Deserialize<long[]>(row.People)!)
                words.HearOf(row.Number, mark);
        }
        return words;
    }

    public static void Save(this Unit unit, Id log, LogWords words)
    {
        foreach (var kind in new[] { "stage", "team", "product" })
        {
            foreach (var (at, word) in Listed(words, kind).Words.Index())
            {
                var people = kind == "team" && words.People.TryGetValue(at + 1, out var marks) ? JsonSerializer.Serialize(marks) : "[]";
                unit.Write("""
                    insert into passage_word (workspace, log, kind, number, word, people) values (@Workspace, @log, @kind, @number, @word, @people)
                    on conflict (workspace, log, kind, number) do update set people = excluded.people
                    """, new { unit.Workspace, log, kind, number = at + 1, word, people });
            }
        }
    }

    /// <summary>Keeps what a file told of many cases.</summary>
    public static async Task Keep(this Unit unit, Id log, Id import, int part, IEnumerable<(string Case, byte[] Packed)> cases)
    {
        if (unit.Engine == Engine.Postgres)
        {
            await unit.Copy("passage_case (workspace, log, case_key, import, part, packed)", copy =>
            {
                foreach (var (@case, packed) in cases)
                {
                    copy.StartRow();
                    copy.Write(unit.Workspace.Value, NpgsqlDbType.Uuid);
                    copy.Write(log.Value, NpgsqlDbType.Uuid);
                    copy.Write(@case, NpgsqlDbType.Text);
                    copy.Write(import.Value, NpgsqlDbType.Uuid);
                    copy.Write(part, NpgsqlDbType.Integer);
                    copy.Write(packed, NpgsqlDbType.Bytea);
                }
            });
            return;
        }
        foreach (var (@case, packed) in cases)
        {
            unit.Write("insert into passage_case (workspace, log, case_key, import, part, packed) values (@Workspace, @log, @case, @import, @part, @packed)",
                new { unit.Workspace, log, @case, import, part, packed });
        }
    }

    public static void KeepImport(this Unit unit, Id import, Id log, long events) => unit.Write(
        "insert into passage_import (workspace, import, log, events) values (@Workspace, @import, @log, @events)", new { unit.Workspace, import, log, events });

    public static async Task<Id?> LogOf(this Session session, Id workspace, Id import) =>
        (await session.All<Id>("select log from passage_import where workspace = @workspace and import = @import", new { workspace, import })) is [var log] ? log : null;

    public static void Keep(this Unit unit, Id log, Cut cut) => unit.Write(
        "insert into passage_cut (workspace, log, by_what, of_what, cases, figures) values (@Workspace, @log, @by, @Of, @cases, @figures)",
        new { unit.Workspace, log, by = Said(cut.By), cut.Of, cases = cut.Figures.Cases.Cases, figures = JsonSerializer.Serialize(cut.Figures, Wire.Json) });

    public static Task<List<CutName>> CutsOf(this Session session, Id workspace, Id log) => session.All<CutName>(
        "select by_what, of_what, cases from passage_cut where workspace = @workspace and log = @log order by by_what, of_what", new { workspace, log });

    public static async Task<Figures?> FiguresOf(this Session session, Id workspace, Id log, CutBy by, string of) =>
        await session.One<string>("select figures from passage_cut where workspace = @workspace and log = @log and by_what = @by and of_what = @of",
            new { workspace, log, by = Said(by), of }) is { } figures ? JsonSerializer.Deserialize<Figures>(figures, Wire.Json) : null;

    /// <summary>The journey that stands beside a log first: the one with which most of it is paired, or the oldest.</summary>
    public static async Task<Id> JourneyBeside(this Session session, Id workspace, Id log) => await session.One<Id>("""
        select j.id from journey j where j.workspace = @workspace
        order by (select count(*) from passage_pair p where p.workspace = @workspace and p.log = @log and p.journey = j.id) desc, j.id limit 1
        """, new { workspace, log });

    public static async Task<Pairing> PairingOf(this Session session, Id workspace, Id log, Id journey) => new((await session.All<PairRow>(
        "select activity, stage from passage_pair where workspace = @workspace and log = @log and journey = @journey order by activity", new { workspace, log, journey })).ConvertAll(row => new Pair(row.Activity, row.Stage)));

    public static void Save(this Unit unit, Id log, Id journey, Pairing pairing)
    {
        unit.Write("delete from passage_pair where workspace = @Workspace and log = @log and journey = @journey", new { unit.Workspace, log, journey });
        foreach (var pair in pairing.Said)
        {
            unit.Write("insert into passage_pair (workspace, log, journey, activity, stage) values (@Workspace, @log, @journey, @Activity, @Stage)",
                new { unit.Workspace, log, journey, pair.Activity, pair.Stage });
        }
    }

    /// <summary>For good, with a journey that leaves the trash so.</summary>
    internal static void ForgetPairsOf(this Unit unit, Id journey) => unit.Write("delete from passage_pair where workspace = @Workspace and journey = @journey", new { unit.Workspace, journey });

    private static string Said(CutBy by) => by.ToString().ToLowerInvariant();

    private static WordList Listed(LogWords words, string kind) => kind switch { "stage" => words.Stages, "team" => words.Teams, _ => words.Products };

    private sealed record Salted(Id Id, byte[] Salt);

    private sealed record PairRow(string Activity, Id? Stage);

    private sealed record WordRow(string Kind, int Number, string Word, string People);
}

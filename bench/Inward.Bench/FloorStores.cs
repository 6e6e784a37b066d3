using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Inward.House;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Inward.Bench;

/// <summary>SQLite as bare as it is safe: WAL, synchronous=FULL, a connection for every reader and one for writing, statements prepared.</summary>
internal sealed class SqliteFloor : FloorStore
{
    private readonly string source;
    private readonly ConcurrentBag<Statements> readers = [];
    private readonly Lock writing = new();
    private readonly Lazy<Statements> writer;

    public SqliteFloor(string file)
    {
        SQLitePCL.Batteries_V2.Init();
        source = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();
        writer = new Lazy<Statements>(() => new Statements(source));
    }

    public override Task List(Utf8JsonWriter json, FloorCaller who) =>
        Rows(json, Floor.List, WriteItem, ("@w", Bytes(who.Workspace)), ("@p", Bytes(who.Person)), ("@t", Bytes(who.Team)));

    public override Task Ask(Utf8JsonWriter json, FloorCaller who, Guid id)
    {
        var statements = Take();
        json.WriteStartObject();
        using (var row = statements.Say(Floor.Ask, ("@w", Bytes(who.Workspace)), ("@p", Bytes(who.Person)), ("@t", Bytes(who.Team)), ("@led", DBNull.Value), ("@id", Bytes(id))).ExecuteReader())
        {
            row.Read();
            WriteAsk(json, row);
        }
        json.WriteStartArray("happenings");
        using (var rows = statements.Say(Floor.History, ("@w", Bytes(who.Workspace)), ("@id", Bytes(id))).ExecuteReader())
        {
            while (rows.Read())
                WriteHappening(json, rows);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        readers.Add(statements);
        return Task.CompletedTask;
    }

    public override Task Search(Utf8JsonWriter json, FloorCaller who, string q) =>
        Rows(json, Floor.SearchSqlite, WriteFound, ("@w", Bytes(who.Workspace)), ("@p", Bytes(who.Person)), ("@t", Bytes(who.Team)), ("@led", DBNull.Value), ("@q", $"\"{q}\"*"));

    public override Task Next(Utf8JsonWriter json, FloorCaller who) => Rows(json, Floor.Next, WriteNext, ("@w", Bytes(who.Workspace)), ("@p", Bytes(who.Person)));

    public override Task Create(FloorCaller who, Guid id, FloorAsk ask)
    {
        var now = TimeProvider.System.GetUtcNow();
        var facts = JsonSerializer.Serialize(ask, JsonSerializerOptions.Web);
        var salt = RandomNumberGenerator.GetBytes(16);
        var digest = SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(facts)]);
        lock (writing)
        {
            var statements = writer.Value;
            statements.Say("begin immediate").ExecuteNonQuery();
            statements.Say(Floor.InsertAsk, ("@w", Bytes(who.Workspace)), ("@id", Bytes(id)), ("@p", Bytes(who.Person)), ("@performer", Bytes(ask.Performer)), ("@what", ask.What),
                ("@answerBy", ask.AnswerBy), ("@due", ask.NeededBy), ("@at", now.ToUnixTimeMilliseconds()), ("@facts", facts)).ExecuteNonQuery();
            statements.Say(Floor.InsertHappening, ("@w", Bytes(who.Workspace)), ("@happening", Bytes(Id.New(now).Value)), ("@at", now.ToUnixTimeMilliseconds()), ("@p", Bytes(who.Person)),
                ("@id", Bytes(id)), ("@facts", facts), ("@salt", salt), ("@digest", digest)).ExecuteNonQuery();
            statements.Say("commit").ExecuteNonQuery();
        }
        return Task.CompletedTask;
    }

    protected override void WriteId(Utf8JsonWriter json, string name, DbDataReader row, int at)
    {
        if (row.IsDBNull(at))
            json.WriteNull(name);
        else
            json.WriteString(name, new Guid(row.GetFieldValue<byte[]>(at), bigEndian: true));
    }

    private Task Rows(Utf8JsonWriter json, string sql, Action<Utf8JsonWriter, DbDataReader> write, params ReadOnlySpan<(string, object)> args)
    {
        var statements = Take();
        json.WriteStartObject();
        json.WriteStartArray("items");
        using (var rows = statements.Say(sql, args).ExecuteReader())
        {
            while (rows.Read())
                write(json, rows);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        readers.Add(statements);
        return Task.CompletedTask;
    }

    private Statements Take() => readers.TryTake(out var one) ? one : new Statements(source);

    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    private sealed class Statements
    {
        private readonly SqliteConnection connection;
        private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

        public Statements(string source)
        {
            connection = new SqliteConnection(source);
            connection.Open();
            Say("pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma busy_timeout=15000; pragma cache_size=-8000; pragma temp_store=memory").ExecuteNonQuery();
        }

        public SqliteCommand Say(string sql, params ReadOnlySpan<(string Name, object Value)> args)
        {
            if (!prepared.TryGetValue(sql, out var command))
            {
                command = connection.CreateCommand();
                command.CommandText = sql;
                foreach (var (name, value) in args)
                    command.Parameters.AddWithValue(name, value);
                return prepared[sql] = command;
            }
            for (var i = 0; i < args.Length; i++)
                command.Parameters[i].Value = args[i].Value;
            return command;
        }
    }
}

/// <summary>PostgreSQL through Npgsql with auto-prepare; a create is one batch, which is one transaction and one round trip.</summary>
internal sealed class PostgresFloor : FloorStore
{
    private readonly NpgsqlDataSource source;

    public PostgresFloor(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection) { MaxPoolSize = Math.Max(4, 2 * Environment.ProcessorCount), MaxAutoPrepare = 50, AutoPrepareMinUsages = 2 };
        source = NpgsqlDataSource.Create(settings);
    }

    public override Task List(Utf8JsonWriter json, FloorCaller who) => Rows(json, Floor.List, WriteItem, Uuid("w", who.Workspace), Uuid("p", who.Person), Uuid("t", who.Team));

    public override async Task Ask(Utf8JsonWriter json, FloorCaller who, Guid id)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(Said(Floor.Ask, Uuid("w", who.Workspace), Uuid("p", who.Person), Uuid("t", who.Team), NobodyLed(), Uuid("id", id)));
        batch.BatchCommands.Add(Said(Floor.History, Uuid("w", who.Workspace), Uuid("id", id)));
        await using var rows = await batch.ExecuteReaderAsync();
        json.WriteStartObject();
        await rows.ReadAsync();
        WriteAsk(json, rows);
        json.WriteStartArray("happenings");
        await rows.NextResultAsync();
        while (await rows.ReadAsync())
            WriteHappening(json, rows);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public override Task Search(Utf8JsonWriter json, FloorCaller who, string q) =>
        Rows(json, Floor.SearchPostgres, WriteFound, Uuid("w", who.Workspace), Uuid("p", who.Person), Uuid("t", who.Team), NobodyLed(), Text("q", $"'{q}':*"));

    public override Task Next(Utf8JsonWriter json, FloorCaller who) => Rows(json, Floor.Next, WriteNext, Uuid("w", who.Workspace), Uuid("p", who.Person));

    public override async Task Create(FloorCaller who, Guid id, FloorAsk ask)
    {
        var now = TimeProvider.System.GetUtcNow();
        var facts = JsonSerializer.Serialize(ask, JsonSerializerOptions.Web);
        var salt = RandomNumberGenerator.GetBytes(16);
        var digest = SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(facts)]);
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(Said(Floor.InsertAsk, Uuid("w", who.Workspace), Uuid("id", id), Uuid("p", who.Person), Uuid("performer", ask.Performer), Text("what", ask.What),
            Text("answerBy", ask.AnswerBy), Text("due", ask.NeededBy), At(now), Text("facts", facts)));
        batch.BatchCommands.Add(Said(Floor.InsertHappening, Uuid("w", who.Workspace), Uuid("happening", Id.New(now).Value), At(now), Uuid("p", who.Person), Uuid("id", id),
            Text("facts", facts), Bytes("salt", salt), Bytes("digest", digest)));
        await batch.ExecuteNonQueryAsync();
    }

    protected override void WriteId(Utf8JsonWriter json, string name, DbDataReader row, int at)
    {
        if (row.IsDBNull(at))
            json.WriteNull(name);
        else
            json.WriteString(name, row.GetGuid(at));
    }

    private async Task Rows(Utf8JsonWriter json, string sql, Action<Utf8JsonWriter, DbDataReader> write, params NpgsqlParameter[] args)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddRange(args);
        await using var rows = await command.ExecuteReaderAsync();
        json.WriteStartObject();
        json.WriteStartArray("items");
        while (await rows.ReadAsync())
            write(json, rows);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static NpgsqlBatchCommand Said(string sql, params NpgsqlParameter[] args)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(args);
        return command;
    }

    private static NpgsqlParameter Uuid(string name, Guid value) => new NpgsqlParameter<Guid>(name, value);

    private static NpgsqlParameter NobodyLed() => new("led", NpgsqlDbType.Uuid) { Value = DBNull.Value };

    private static NpgsqlParameter Text(string name, string value) => new NpgsqlParameter<string>(name, value);

    private static NpgsqlParameter Bytes(string name, byte[] value) => new NpgsqlParameter<byte[]>(name, value);

    private static NpgsqlParameter At(DateTimeOffset now) => new NpgsqlParameter<long>("at", now.ToUnixTimeMilliseconds());
}

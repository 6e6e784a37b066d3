using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Inward.House;
using Inward.Server.House;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Inward.Server.Storage;

/// <summary>Who acts, when, through which door: what every happening says about its origin.</summary>
/// <param name="Who">Null when Inward itself acts (a date has passed, a job runs).</param>
/// <param name="Door">page, api, link, cli, mail, import or system.</param>
public sealed record Act(Id Workspace, Id? Who, DateTimeOffset Now, string Door, string? Request = null)
{
    /// <summary>The change of many records that it is part of.</summary>
    public Id? Bulk { get; init; }
}

/// <summary>
/// One change: it happens whole or not at all. On PostgreSQL writes wait until the end and travel as one batch; on SQLite
/// they run at once on the single writer's connection.
/// </summary>
public sealed class Unit : Session
{
    private readonly NpgsqlBatch? batch;
    private readonly List<int?> expected = [];
    private readonly PreparedStatements? prepared;
    private bool hasAsked;
    private readonly List<Ring> rings = [];
    private readonly List<(Id Id, string Kind, Id On, string Payload)> happened = [];

    internal Unit(Engine engine, DbConnection connection, PreparedStatements? prepared, Act act)
        : base(engine, connection, prepared)
    {
        this.prepared = prepared;
        Act = act;
        if (engine == Engine.Postgres)
            batch = ((NpgsqlConnection)connection).CreateBatch();
    }

    public Act Act { get; private set; }

    public Id Workspace => Act.Workspace;

    public DateTimeOffset Now => Act.Now;

    internal IReadOnlyList<Ring> Rings => rings;

    /// <summary>Ends a select that will be followed by a write of the same row.</summary>
    public string ForUpdate => Engine == Engine.Postgres ? " for update" : "";

    /// <summary>Changes of a workspace that must know of each other come one after the other: waits for the one before.</summary>
    public Task OneAtATime() => One<Id>($"select id from workspace where id = @Workspace{ForUpdate}", new { Workspace });

    /// <summary>Writes. With <paramref name="expect"/>, another number of rows means somebody was faster: <see cref="Rule.Stale"/>.</summary>
    public void Write(string sql, object args, int? expect = null)
    {
        Heard?.Invoke(sql, args);
        var (statement, values) = Arguments.Of(Engine, sql, args);
        if (batch is not null)
        {
            var command = new NpgsqlBatchCommand(statement.Text);
            statement.Bind(command.Parameters, values);
            batch.BatchCommands.Add(command);
            expected.Add(expect);
            return;
        }
        var rows = prepared!.Take(statement, values).ExecuteNonQuery();
        if (expect is { } number && rows != number)
            throw Rule.Stale();
    }

    /// <summary>Copies many rows into one table: PostgreSQL alone can, and it spares each row a statement.</summary>
    /// <param name="into">The table and its columns.</param>
    internal async Task Copy(string into, Action<NpgsqlBinaryImporter> write)
    {
        await FlushAsync();
        await using var copy = await ((NpgsqlConnection)Connection).BeginBinaryImportAsync($"copy {into} from stdin (format binary)");
        write(copy);
        await copy.CompleteAsync();
    }

    /// <summary>From here on, history is told: who did what then. Imports and the example company do.</summary>
    internal void Retell(Id? who, DateTimeOffset at) => Act = Act with { Who = who, Now = at };

    /// <summary>
    /// Appends what happened. The audit chain covers the digest of salt and payload, so that erasing both keeps it valid.
    /// </summary>
    public Id Append(string kind, Id on, object payload)
    {
        var id = Id.New(Now);
        var text = JsonSerializer.Serialize(payload, payload.GetType(), Wire.Json);
        var salt = RandomNumberGenerator.GetBytes(16);
        Write("""
            insert into happening (workspace, id, at, who, kind, on_id, payload, salt, digest, door, request)
            values (@Workspace, @id, @Now, @Who, @kind, @on, @text, @salt, @digest, @Door, @Request)
            """,
            new { Workspace, id, Now, Act.Who, kind, on, text, salt, digest = Digest(salt, text), Act.Door, Act.Request });
        happened.Add((id, kind, on, text));
        rings.Add(new Ring(Workspace, kind[..kind.IndexOf('.', StringComparison.Ordinal)], on));
        return id;
    }

    /// <summary>What this unit has appended on a record.</summary>
    public IEnumerable<(Id Id, string Kind, Id On, string Payload)> Happened(Id on) => happened.Where(h => h.On == on);

    public static byte[] Digest(byte[] salt, string payload)
    {
        var text = Encoding.UTF8.GetBytes(payload);
        var whole = new byte[salt.Length + text.Length];
        salt.CopyTo(whole, 0);
        text.CopyTo(whole, salt.Length);
        return SHA256.HashData(whole);
    }

    internal async Task FlushAsync()
    {
        if (batch is null || batch.BatchCommands.Count == 0)
            return;
        await batch.ExecuteNonQueryAsync();
        Settle();
    }

    /// <summary>
    /// What waits to be written may be committed with it: it has no number of rows to meet first, and the engine has answered
    /// before, so that a loss now is a loss while saving.
    /// </summary>
    internal bool MayCommitAtOnce => hasAsked && !expected.Exists(e => e is not null);

    /// <summary>Commits, with the last writes in the same journey.</summary>
    internal async Task Commit()
    {
        batch!.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        await batch.ExecuteNonQueryAsync();
    }

    // A question inside a unit must see what the unit wrote.
    private protected override Task BeforeQuestion()
    {
        hasAsked = true;
        return FlushAsync();
    }

    private void Settle()
    {
        for (var i = 0; i < expected.Count; i++)
        {
            if (expected[i] is { } number && batch!.BatchCommands[i].RecordsAffected != number)
                throw Rule.Stale();
        }
        batch!.BatchCommands.Clear();
        expected.Clear();
    }
}

/// <summary>Something changed: open pages may want to fetch it again. Says what, never what is in it.</summary>
public sealed record Ring(Id Workspace, string Room, Id On)
{
    /// <summary>It decides who somebody is or what they may: whoever remembers such things must hear it.</summary>
    public bool IsAboutWho => Room is "person" or "team" or "session" or "password" or "token" or "workspace" or "import";
}

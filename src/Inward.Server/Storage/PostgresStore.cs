using System.Data.Common;
using System.Security.Cryptography;
using Inward.House;
using Inward.Server.House;
using Npgsql;

namespace Inward.Server.Storage;

/// <summary>
/// PostgreSQL, for several equal nodes. The pool is near 2 × cores and callers queue in the program: more connections on
/// few cores only lengthen the slowest answers.
/// </summary>
public sealed class PostgresStore : Store
{
    public const string Channel = "inward_changed";
    private readonly NpgsqlDataSource source;
    private readonly SemaphoreSlim turnstile;
    private readonly string node = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    public PostgresStore(string connectionString, Bell bell, TimeProvider clock)
        : base(bell, clock)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var connections = Math.Max(4, 2 * Environment.ProcessorCount);
        settings.MaxPoolSize = connections + 3;
        settings.MaxAutoPrepare = 200;
        settings.AutoPrepareMinUsages = 2;
        settings.ApplicationName ??= "inward";
        source = NpgsqlDataSource.Create(settings);
        turnstile = new SemaphoreSlim(connections);
    }

    public override Engine Engine => Engine.Postgres;

    public override Task<T> Read<T>(Func<Session, Task<T>> ask) => WithConnection(async connection =>
        await ask(new Session(Engine.Postgres, connection, null) { Heard = Heard }));

    public override async Task<T> Write<T>(Act act, Func<Unit, Task<T>> change)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WithConnection(connection => Write(connection, act, change));
            }
            catch (PostgresException faster) when (attempt < 4 && faster.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure)
            {
                // Somebody was faster. What they wrote can be seen now, so the change looks again and a rule says what is wrong.
            }
        }
    }

    private async Task<T> Write<T>(NpgsqlConnection connection, Act act, Func<Unit, Task<T>> change)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var unit = new Unit(Engine.Postgres, connection, null, act) { Heard = Heard };
        var result = await change(unit);
        var rings = unit.Rings.Distinct().ToList();
        foreach (var ring in rings)
            unit.Write("select pg_notify(@Channel, @text)", new { Channel, text = $"{node} {ring.Workspace} {ring.Room} {ring.On}" });
        await unit.FlushAsync();
        try
        {
            await transaction.CommitAsync();
        }
        catch (NpgsqlException lost)
        {
            throw new StoreRefused("The database was lost while it saved. Look whether your change is there before you repeat it.", lost);
        }
        // This node's own listeners hear it before the change is acknowledged: nobody meets a memory of what they just changed.
        rings.ForEach(Bell.Tell);
        return result;
    }

    internal override async Task Administer(Func<DbConnection, Task> work)
    {
        await using var connection = await source.OpenConnectionAsync();
        await work(connection);
    }

    /// <summary>Hears what every node changed, until stopped; a lost connection is opened again.</summary>
    public async Task Listen(CancellationToken stop)
    {
        for (var deaf = false; !stop.IsCancellationRequested; deaf = true)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(stop);
                connection.Notification += (_, said) => Hear(said.Payload);
                await using (var listen = new NpgsqlCommand($"listen {Channel}", connection))
                    await listen.ExecuteNonQueryAsync(stop);
                if (deaf)
                    Bell.TellMissed();
                while (true)
                    await connection.WaitAsync(stop);
            }
            catch (Exception lost) when (lost is NpgsqlException or IOException)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), Clock, stop);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        turnstile.Dispose();
    }

    private void Hear(string payload)
    {
        var words = payload.Split(' ');
        if (words.Length == 4 && words[0] != node && Id.TryParse(words[1], null, out var workspace) && Id.TryParse(words[3], null, out var on))
            Bell.Tell(new Ring(workspace, words[2], on));
    }

    private async Task<T> WithConnection<T>(Func<NpgsqlConnection, Task<T>> work)
    {
        await turnstile.WaitAsync();
        try
        {
            await using var connection = await source.OpenConnectionAsync();
            return await work(connection);
        }
        catch (PostgresException full) when (full.SqlState is PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory)
        {
            throw new StoreRefused("The database has no space left. Nothing was saved.", full);
        }
        catch (NpgsqlException lost) when (lost is not PostgresException || lost.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections)
        {
            throw new StoreRefused("The database cannot be reached. Nothing was saved; try again in a moment.", lost);
        }
        finally
        {
            turnstile.Release();
        }
    }
}

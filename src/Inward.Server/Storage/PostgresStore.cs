using System.Data.Common;
using System.Security.Cryptography;
using System.Threading.Channels;
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
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);
    private readonly NpgsqlDataSource source;
    private readonly SemaphoreSlim turnstile;
    private readonly Channel<Ring> untold = global::System.Threading.Channels.Channel.CreateUnbounded<Ring>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task telling;
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
        telling = TellOthers();
    }

    public override Engine Engine => Engine.Postgres;

    public override Task<T> Read<T>(Func<Session, Task<T>> ask) => WithConnection(async connection =>
        await ask(new Session(Engine.Postgres, connection, null) { Heard = Heard, Who = Who }));

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
        var unit = new Unit(Engine.Postgres, connection, null, act) { Heard = Heard, Who = Who };
        T result;
        try
        {
            result = await change(unit);
        }
        catch
        {
            Who.Forget();
            throw;
        }
        var rings = unit.Rings.Distinct().ToList();
        // With the change itself where another node might go on trusting what it remembers. Commits that notify wait for each
        // other, so what only open pages want to hear is told after.
        foreach (var ring in rings.Where(r => r.IsAboutWho))
            unit.Write("select pg_notify(@Channel, @text)", new { Channel, text = Said(ring) });
        if (!unit.MayCommitAtOnce)
            await unit.FlushAsync();
        try
        {
            await unit.Commit();
        }
        catch (NpgsqlException lost) when (lost is not PostgresException || lost.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown)
        {
            throw new StoreRefused("The database was lost while it saved. Look whether your change is there before you repeat it.", lost);
        }
        // This node's own listeners hear it before the change is acknowledged: nobody meets a memory of what they just changed.
        rings.ForEach(Bell.Tell);
        foreach (var ring in rings.Where(r => !r.IsAboutWho))
            untold.Writer.TryWrite(ring);
        return result;
    }

    // Many at once: an open page may wait a moment.
    private async Task TellOthers()
    {
        while (await untold.Reader.WaitToReadAsync())
        {
            await Task.Delay(Moment, CancellationToken.None);
            var rings = new HashSet<Ring>();
            while (rings.Count < 1_000 && untold.Reader.TryRead(out var ring))
                rings.Add(ring);
            try
            {
                await using var command = source.CreateCommand("select pg_notify($1, said) from unnest($2) said");
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Channel });
                command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. rings.Select(Said)] });
                await command.ExecuteNonQueryAsync();
            }
            catch (NpgsqlException)
            {
                // Whoever lost the database too reads everything again when it is back.
            }
        }
    }

    private string Said(Ring ring) => $"{node} {ring.Workspace} {ring.Room} {ring.On}";

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
        untold.Writer.TryComplete();
        await telling;
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

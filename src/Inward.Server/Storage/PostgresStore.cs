using System.Data.Common;
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
        await ask(new Session(Engine.Postgres, connection, null)));

    public override Task<T> Write<T>(Act act, Func<Unit, Task<T>> change) => WithConnection(async connection =>
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var unit = new Unit(Engine.Postgres, connection, null, act);
        var result = await change(unit);
        foreach (var ring in unit.Rings.Distinct())
            unit.Write("select pg_notify(@Channel, @text)", new { Channel, text = $"{ring.Workspace} {ring.Room} {ring.On}" });
        await unit.FlushAsync();
        await transaction.CommitAsync();
        return result;
    });

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
        if (words.Length == 3 && Id.TryParse(words[0], null, out var workspace) && Id.TryParse(words[2], null, out var on))
            Bell.Tell(new Ring(workspace, words[1], on));
    }

    private async Task<T> WithConnection<T>(Func<NpgsqlConnection, Task<T>> work)
    {
        await turnstile.WaitAsync();
        try
        {
            await using var connection = await source.OpenConnectionAsync();
            return await work(connection);
        }
        catch (PostgresException full) when (full.SqlState is "53100" or "53200")
        {
            throw new StoreRefused("The database has no space left. Nothing was saved.", full);
        }
        catch (NpgsqlException lost) when (lost is not PostgresException || lost.SqlState is "57P01" or "57P03")
        {
            throw new StoreRefused("The database cannot be reached. Nothing was saved; try again in a moment.", lost);
        }
        finally
        {
            turnstile.Release();
        }
    }
}

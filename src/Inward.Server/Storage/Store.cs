using Inward.House;
using Inward.Server.House;

namespace Inward.Server.Storage;

/// <summary>The one seam between Inward and the engine that keeps its records.</summary>
public abstract class Store(Bell bell, TimeProvider clock) : IAsyncDisposable
{
    public abstract Engine Engine { get; }

    protected Bell Bell { get; } = bell;

    protected TimeProvider Clock { get; } = clock;

    internal WhoIsWho Who { get; } = new(bell);

    /// <summary>Hears every statement: a test counts how many a page takes.</summary>
    internal Action<string, object?>? Heard { get; set; }

    /// <summary>Asks questions; what is read was all true at one moment on SQLite, statement by statement on PostgreSQL.</summary>
    public abstract Task<T> Read<T>(Func<Session, Task<T>> ask);

    /// <summary>Changes something, durably: when the task is done, it is on disk.</summary>
    public abstract Task<T> Write<T>(Act act, Func<Unit, Task<T>> change);

    public Task Write(Act act, Func<Unit, Task> change) => Write(act, async unit =>
    {
        await change(unit);
        return true;
    });

    /// <summary>Inward itself acts.</summary>
    public Act System(Id workspace) => new(workspace, null, Clock.GetUtcNow(), "system");

    /// <summary>Runs a script outside of any unit: migrations, backup, checks.</summary>
    internal abstract Task Administer(Func<System.Data.Common.DbConnection, Task> work);

    public abstract ValueTask DisposeAsync();
}

using System.Collections.Concurrent;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Imports;

/// <summary>
/// Imports that this node is writing now, for pages that would rather show how far they are than wait. One that a dying node was
/// writing is not written at all, and is planned as before.
/// </summary>
public sealed class Underway(Store store, ILogger<Underway> log)
{
    private readonly ConcurrentDictionary<Id, Writing> writings = new();

    /// <summary>An import on its way, or what stopped it since somebody last looked.</summary>
    public sealed record Writing(ReadSoFar Read)
    {
        public BrokenRule? Wrong { get; set; }
    }

    /// <summary>Null where it is not being written here. What went wrong is told once.</summary>
    public Writing? Of(Id import)
    {
        if (writings.TryGetValue(import, out var writing) && writing.Wrong is not null)
            writings.TryRemove(import, out _);
        return writing;
    }

    /// <summary>Begins to write what was planned, and waits as long as a short file takes.</summary>
    public async Task Begin(Act act, Me me, Id import, TimeSpan patience)
    {
        var writing = new Writing(new ReadSoFar());
        // Pressed twice: the first goes on.
        if (!writings.TryAdd(import, writing))
            return;
        // On SQLite whoever comes first writes on the own thread: another one, so that this one may stop waiting.
        var work = Task.Run(() => store.Write(act, unit => ImportDesk.Apply(unit, me, import, writing.Read.Of)));
        var isShort = await Task.WhenAny(work, Task.Delay(patience)) == work;
        if (!isShort)
        {
            _ = End(work, import, writing);
            return;
        }
        writings.TryRemove(import, out _);
        await work;
    }

    private async Task End(Task work, Id import, Writing writing)
    {
        try
        {
            await work;
            writings.TryRemove(import, out _);
        }
        catch (Exception failure)
        {
            if (failure is not BrokenRule)
                log.LogError(failure, "Import {Import} could not be written", import);
            writing.Wrong = failure as BrokenRule ?? Rule.NotNow("It could not be written; nothing has changed. Try again in a moment.");
        }
    }
}

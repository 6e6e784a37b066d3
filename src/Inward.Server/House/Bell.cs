using System.Collections.Concurrent;
using System.Threading.Channels;
using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>
/// Tells whoever listens in this process that something changed. On PostgreSQL every node's bell rings for every change.
/// </summary>
public sealed class Bell
{
    private readonly ConcurrentDictionary<Channel<Ring>, bool> listeners = new();

    /// <summary>Called at once, on the thread of the change: must be quick.</summary>
    public event Action<Ring>? Rang;

    /// <summary>This node was deaf for a while: what changed meanwhile is unknown here.</summary>
    public event Action? Missed;

    public void TellMissed() => Missed?.Invoke();

    public void Tell(Ring ring)
    {
        Rang?.Invoke(ring);
        foreach (var listener in listeners.Keys)
            listener.Writer.TryWrite(ring);
    }

    /// <summary>A slow listener loses the oldest rings, never the server its memory.</summary>
    public Listening Listen()
    {
        var channel = Channel.CreateBounded<Ring>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest });
        listeners[channel] = true;
        return new Listening(channel.Reader, () => listeners.TryRemove(channel, out _));
    }

    public sealed class Listening(ChannelReader<Ring> rings, Action stop) : IDisposable
    {
        public ChannelReader<Ring> Rings => rings;

        public void Dispose() => stop();
    }
}

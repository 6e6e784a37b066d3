using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Threading.Channels;
using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>
/// Server-sent events for open pages: an event says which record changed, and a page asks for that part again. Nobody hears of
/// a record they may not see. The audiences of what changed are read once a round for all who listen together, so a round
/// costs the store the same for one reader as for a thousand.
/// </summary>
public sealed class Live : BackgroundService
{
    private const int MostChanges = 10_000;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    // Sign-ins, tokens and private settings are not among them: who is here, and when, is nobody's business.
    private static readonly FrozenSet<string> Rooms =
        new[] { "ask", "thanks", "person", "team", "customer", "sale", "verbatim", "journey", "chain", "chain-template", "objective", "conversation", "idea", "help-wanted" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<Listener, bool> listeners = new();
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Store store;
    private readonly Keys keys;
    private readonly TimeProvider clock;
    private readonly IHostApplicationLifetime life;
    private readonly ILogger<Live> log;
    private ConcurrentDictionary<Ring, bool> changed = new();
    private int listening;

    public Live(Store store, Bell bell, Keys keys, TimeProvider clock, IHostApplicationLifetime life, ILogger<Live> log)
    {
        (this.store, this.keys, this.clock, this.life, this.log) = (store, keys, clock, life, log);
        bell.Rang += Note;
        bell.Missed += HangUp;
    }

    public static void Map(WebApplication app) =>
        app.MapMethods("/live", ["GET", "HEAD"], (HttpContext http, Live live) => live.Serve(http)).AllowAnonymous().ExcludeFromDescription();

    /// <summary>One open page. It ends when its person may no longer come in, when it reads too slowly, and when the server stops; pages then come back by themselves.</summary>
    private async Task Serve(HttpContext http)
    {
        if (SignIn.Secret(http) is not { } secret || await keys.Owner(secret) is not { } me || !me.Can("read"))
        {
            http.Response.StatusCode = 401;
            return;
        }
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        if (HttpMethods.IsHead(http.Request.Method))
            return;
        var listener = new Listener(me);
        listeners[listener] = true;
        Interlocked.Increment(ref listening);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        try
        {
            await Tell(http.Response, listener, secret, ends.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // Whoever closed the page needs no answer.
        }
        finally
        {
            Interlocked.Decrement(ref listening);
            listeners.TryRemove(listener, out _);
        }
    }

    private async Task Tell(HttpResponse response, Listener listener, string secret, CancellationToken stop)
    {
        await Say(response, ": listening\n\n", stop);
        var next = listener.Changes.WaitToReadAsync(stop).AsTask();
        while (true)
        {
            var spoken = await Task.WhenAny(next, Task.Delay(Heartbeat, clock, stop)) == next;
            if ((spoken && !await next) || await keys.Owner(secret) is not { } me)
                return;
            listener.Me = me;
            if (!spoken)
            {
                await Say(response, ": still here\n\n", stop);
                continue;
            }
            while (listener.Changes.TryRead(out var ring))
                await response.WriteAsync($"event: changed\ndata: {{\"on\":\"{ring.Room}\",\"id\":\"{ring.On}\"}}\n\n", stop);
            await response.Body.FlushAsync(stop);
            next = listener.Changes.WaitToReadAsync(stop).AsTask();
        }
    }

    private static async Task Say(HttpResponse response, string words, CancellationToken stop)
    {
        await response.WriteAsync(words, stop);
        await response.Body.FlushAsync(stop);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await wake.Reader.ReadAsync(stoppingToken);
                await Task.Delay(Round, clock, stoppingToken);
                await PassOn(Interlocked.Exchange(ref changed, new()).Keys);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "Open pages could not be told what changed; they ask again");
                HangUp();
            }
        }
    }

    private async Task PassOn(ICollection<Ring> rings)
    {
        if (rings.Count > MostChanges)
        {
            HangUp();
            return;
        }
        foreach (var here in rings.GroupBy(ring => ring.Workspace))
        {
            var readers = listeners.Keys.Where(l => l.Me.Workspace == here.Key).ToList();
            if (readers.Count == 0)
                continue;
            foreach (var some in here.Chunk(500))
            {
                var audiences = await Audiences(here.Key, [.. some.Select(ring => ring.On).Distinct()]);
                foreach (var ring in some)
                {
                    foreach (var reader in readers)
                        reader.Hear(ring, audiences[ring.On]);
                }
            }
        }
    }

    private async Task<ILookup<Id, Reader>> Audiences(Id workspace, IReadOnlyList<Id> records) =>
        (await store.Read(session => session.All<Row>(
            "select record, reader, leads from audience where workspace = @workspace and record in @records", new { workspace, records })))
        .ToLookup(row => row.Record, row => new Reader(row.Reader, row.Leads));

    private void Note(Ring ring)
    {
        if (Volatile.Read(ref listening) == 0 || !Rooms.Contains(ring.Room))
            return;
        changed[ring] = true;
        wake.Writer.TryWrite(true);
    }

    // A page that comes back asks for everything it shows: so it misses nothing, whatever was lost here.
    private void HangUp()
    {
        foreach (var listener in listeners.Keys)
            listener.HangUp();
    }

    private sealed record Row(Id Record, Id Reader, bool Leads);

    private sealed class Listener(Me me)
    {
        private readonly Channel<Ring> changes = Channel.CreateBounded<Ring>(256);
        private readonly HashSet<Id> seen = [];

        public Me Me { get; set; } = me;

        public ChannelReader<Ring> Changes => changes.Reader;

        public void Hear(Ring ring, IEnumerable<Reader> audience)
        {
            // What I saw and may no longer see (an ask that was taken back at once) is said a last time, so that it goes from the page.
            if (audience.Any(MeetsMe) ? Remember(ring.On) : seen.Remove(ring.On))
            {
                if (!changes.Writer.TryWrite(ring))
                    HangUp();
            }
        }

        public void HangUp() => changes.Writer.TryComplete();

        private bool MeetsMe(Reader reader) => Me.Sees.Contains(reader.Who) || (reader.Leads && Me.Led.Contains(reader.Who));

        private bool Remember(Id record)
        {
            if (seen.Count >= 10_000)
                seen.Clear();
            seen.Add(record);
            return true;
        }
    }
}

using Inward.Server.House.Words;

namespace Inward.Server.Imports;

/// <summary>How far a long file is read, on the last line of a terminal. Where nobody watches, it says nothing.</summary>
internal sealed class Progress : IDisposable
{
    private const int Wide = 30;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1), Every = TimeSpan.FromMilliseconds(250);

    private readonly Tongue t;
    private readonly Timer timer;
    private FileStream? file;
    private bool told;

    public Progress(Tongue t)
    {
        this.t = t;
        timer = new Timer(_ => Tell(), null, Console.IsErrorRedirected ? Timeout.InfiniteTimeSpan : First, Every);
    }

    /// <summary>The same files; which of them is read, and how far, is watched.</summary>
    public ImportSource Of(ImportSource source) => source with
    {
        Files = source.Files.ToDictionary(one => one.Key, one => (Func<Stream>)(() => Watched(one.Value())), StringComparer.Ordinal),
    };

    public void Dispose()
    {
        timer.Dispose();
        if (told)
            Console.Error.Write($"\r{new string(' ', Wide + 30)}\r");
    }

    internal static string Bar(long at, long length)
    {
        var share = length == 0 ? 1 : Math.Clamp((double)at / length, 0, 1);
        return $"[{new string('#', (int)(share * Wide)).PadRight(Wide, '.')}] {(int)(share * 100),3} %";
    }

    private Stream Watched(Stream stream)
    {
        file = stream as FileStream ?? file;
        return stream;
    }

    private void Tell()
    {
        try
        {
            if (file is { } read)
                Console.Error.Write($"\r{Bar(read.Position, read.Length)} {t["read"]}");
            told = file is not null;
        }
        catch (ObjectDisposedException)
        {
            Console.Error.Write($"\r{Bar(1, 1)} {t["read"]}");
        }
    }
}

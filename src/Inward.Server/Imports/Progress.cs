using System.Globalization;
using Inward.Server.House.Words;

namespace Inward.Server.Imports;

/// <summary>How far a long file is read, on the last line of a terminal. Where nobody watches, it says nothing.</summary>
internal sealed class Progress : IDisposable
{
    private const int Wide = 30, Megabyte = 1024 * 1024;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1), Every = TimeSpan.FromMilliseconds(250);

    private readonly Tongue t;
    private readonly Timer timer;
    private readonly ReadSoFar read = new();
    private int told;

    public Progress(Tongue t)
    {
        this.t = t;
        timer = new Timer(_ => Tell(), null, Console.IsErrorRedirected ? Timeout.InfiniteTimeSpan : First, Every);
    }

    /// <summary>The same files, watched.</summary>
    public ImportSource Of(ImportSource source) => read.Of(source);

    public void Dispose()
    {
        timer.Dispose();
        if (told > 0)
            Console.Error.Write($"\r{new string(' ', told)}\r");
    }

    internal static string Bar(long at, long length)
    {
        var share = length == 0 ? 0 : Math.Clamp((double)at / length, 0, 1);
        return $"[{new string('#', (int)(share * Wide)).PadRight(Wide, '.')}] {(int)(share * 100),3} %";
    }

    /// <summary>What a page and a terminal say beside the bar.</summary>
    internal static string Says(Tongue t, long at, long length) => length > 0 && at >= length ? t["All is read; it is counted and written."]
        : t["{0} of {1} MB read", ((double)at / Megabyte).ToString("0.0", t.Culture), ((double)length / Megabyte).ToString("0.0", t.Culture)];

    private void Tell()
    {
        var (at, length) = read.Now();
        if (length == 0)
            return;
        var line = string.Create(CultureInfo.InvariantCulture, $"{Bar(at, length)} {Says(t, at, length)}");
        Console.Error.Write($"\r{line.PadRight(told)}");
        told = Math.Max(told, line.Length);
    }
}

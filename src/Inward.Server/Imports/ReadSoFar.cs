namespace Inward.Server.Imports;

/// <summary>How far the files of an import are read, for whoever watches from beside. It never goes back: a file is looked into more than once.</summary>
public sealed class ReadSoFar
{
    private volatile Stream? stream;
    private long furthest, length;

    /// <summary>The same files; which of them is read, and how far, is watched.</summary>
    public ImportSource Of(ImportSource source) => source with
    {
        Files = source.Files.ToDictionary(one => one.Key, one => (Func<Stream>)(() => stream = one.Value()), StringComparer.Ordinal),
    };

    /// <summary>Bytes read, and how many there are; 0 of 0 before any is.</summary>
    public (long At, long Length) Now()
    {
        try
        {
            // Closed between two looks: at its end, or near its beginning where only its first rows were wanted.
            if (stream is { CanRead: false })
                furthest = furthest > length / 2 ? length : furthest;
            else if (stream is { CanSeek: true } read && read.Length >= length)
                (furthest, length) = (Math.Max(furthest, read.Position), read.Length);
        }
        catch (ObjectDisposedException)
        {
            // Closed in this very moment: the next look says so.
        }
        return (furthest, length);
    }
}

using System.Text;
using Inward.House;

namespace Inward.Server.House.Imports;

/// <summary>
/// Tells how the bytes of a text file spell letters: by their byte order mark, as UTF-8 where that fits, else as Windows
/// does in western Europe (cp1252).
/// </summary>
public static class TextEncoding
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Reads the whole stream once, in blocks: a stray byte may stand in the last line.</summary>
    public static Encoding Of(Stream stream)
    {
        var block = new byte[64 * 1024];
        var length = stream.ReadAtLeast(block, 4, throwOnEndOfStream: false);
        if (Marked(block.AsSpan(0, length)) is { } marked)
            return marked;
        // One broken byte among good UTF-8 is an accident; the other way round it is another encoding.
        var (fitting, broken) = (0L, 0L);
        var kept = 0;
        while (length > 0)
        {
            kept = Count(block.AsSpan(0, kept + length), ref fitting, ref broken);
            length = stream.Read(block, kept, block.Length - kept);
        }
        return broken + kept > fitting ? Western : Encoding.UTF8;
    }

    private static Encoding? Marked(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        // Without a mark, but no text in another encoding begins with a letter, NUL, a letter, NUL.
        [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
        [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..] =>
            throw Rule.Invalid("file", "This is a workbook, not a CSV file. In the spreadsheet, save it as CSV UTF-8."),
        _ => null,
    };

    /// <summary>Counts letters beyond ASCII that are good UTF-8 and bytes that are not; returns how many bytes wait for the next block.</summary>
    private static int Count(Span<byte> bytes, ref long fitting, ref long broken)
    {
        var rest = bytes;
        while (!rest.IsEmpty)
        {
            var ascii = rest.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
                return 0;
            rest = rest[ascii..];
            switch (Rune.DecodeFromUtf8(rest, out _, out var used))
            {
                case System.Buffers.OperationStatus.Done:
                    fitting++;
                    break;
                case System.Buffers.OperationStatus.NeedMoreData:
                    rest.CopyTo(bytes);
                    return rest.Length;
                default:
                    broken++;
                    break;
            }
            rest = rest[used..];
        }
        return 0;
    }
}

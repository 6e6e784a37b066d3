using System.Buffers.Binary;

namespace Inward.People;

/// <summary>
/// JPEG (ITU-T T.81), baseline and progressive: tables, frame and scans stay, and of all that cameras add one number: which way is up.
/// </summary>
internal static class JpegPicture
{
    private const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, Tables = 0xDB, Huffman = 0xC4, Restarts = 0xDD, Exif = 0xE1, Adobe = 0xEE;
    private const int MostScans = 100;

    public static bool Is(ReadOnlySpan<byte> sent) => sent is [0xFF, Start, 0xFF, ..];

    public static Picture Of(ReadOnlySpan<byte> sent)
    {
        var kept = new MemoryStream();
        var (size, up, scans) = (((int Width, int Height)?)null, (byte)1, 0);
        for (var rest = sent[2..]; ;)
        {
            var (marker, data) = Segment(ref rest);
            if (marker == End)
                break;
            if (marker == Exif)
                up = Orientation(data) ?? up;
            else if (marker is 0xC0 or 0xC1 or 0xC2)
                size = size is null ? Frame(data) : throw Picture.Broken();
            else if (marker is >= 0xC3 and <= 0xCF and not Huffman and not 0xC8 and not 0xCC || (marker == Scan && (size is null || ++scans > MostScans)))
                throw Picture.Broken();
            if (marker is 0xC0 or 0xC1 or 0xC2 or Tables or Huffman or Restarts or Scan || (marker == Adobe && data.AsSpan().StartsWith("Adobe"u8) && data.Length == 12))
                Write(kept, marker, data);
            if (marker == Scan)
                CopyScan(kept, ref rest);
        }
        if (size is not { } pixels || scans == 0)
            throw Picture.Broken();
        var (width, height) = up >= 5 ? (pixels.Height, pixels.Width) : pixels;
        return new Picture(Picture.Jpeg, [0xFF, Start, .. Head(up), .. kept.ToArray(), 0xFF, End], width, height);
    }

    private static (byte Marker, byte[] Data) Segment(ref ReadOnlySpan<byte> rest)
    {
        // Any number of FF may stand before a marker.
        var at = 0;
        while (at < rest.Length && rest[at] == 0xFF)
            at++;
        if (at == 0 || at >= rest.Length)
            throw Picture.Broken();
        var marker = rest[at];
        rest = rest[(at + 1)..];
        if (marker == End)
            return (marker, []);
        if (marker is Start or 0 or 1 or (>= 0xD0 and <= 0xD7) || rest.Length < 2)
            throw Picture.Broken();
        var length = BinaryPrimitives.ReadUInt16BigEndian(rest);
        if (length < 2 || length > rest.Length)
            throw Picture.Broken();
        var data = rest[2..length].ToArray();
        rest = rest[length..];
        return (marker, data);
    }

    private static (int Width, int Height) Frame(ReadOnlySpan<byte> data)
    {
        // Eight bits a sample, grey or three colours; what printers use browsers show in wrong colours.
        if (data.Length < 6 || data[0] != 8 || data[5] is not (1 or 3) || data.Length != 6 + (3 * data[5]))
            throw Picture.Broken();
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(data[1..]), BinaryPrimitives.ReadUInt16BigEndian(data[3..]));
        Picture.CheckSize(width, height);
        return (width, height);
    }

    // What is drawn, until a marker that is neither a stuffed zero nor a restart.
    private static void CopyScan(MemoryStream kept, ref ReadOnlySpan<byte> rest)
    {
        var at = 0;
        while (at + 1 < rest.Length && !(rest[at] == 0xFF && rest[at + 1] is not (0 or (>= 0xD0 and <= 0xD7))))
            at += rest[at] == 0xFF ? 2 : 1;
        if (at + 1 >= rest.Length)
            throw Picture.Broken();
        kept.Write(rest[..at]);
        rest = rest[at..];
    }

    /// <summary>Tag 0x0112 of the first directory: 1 to 8.</summary>
    private static byte? Orientation(ReadOnlySpan<byte> data)
    {
        if (!data.StartsWith("Exif\0\0"u8) || data.Length < 14)
            return null;
        var tiff = data[6..];
        var little = tiff[0] == 'I';
        int Short(ReadOnlySpan<byte> at) => little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
        var first = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if ((long)first + 2 > tiff.Length)
            return null;
        var entries = Short(tiff[(int)first..]);
        for (var at = (int)first + 2; entries-- > 0 && at + 12 <= tiff.Length; at += 12)
        {
            if (Short(tiff[at..]) == 0x0112)
                return Short(tiff[(at + 8)..]) is >= 1 and <= 8 and var up ? (byte)up : null;
        }
        return null;
    }

    private static byte[] Head(byte up) => up == 1 ? [] :
    [
        0xFF, Exif, 0, 34, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0, (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, up, 0, 0, 0, 0, 0, 0,
    ];

    private static void Write(MemoryStream kept, byte marker, ReadOnlySpan<byte> data)
    {
        kept.Write([0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2)]);
        kept.Write(data);
    }
}

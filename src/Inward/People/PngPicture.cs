using System.Buffers.Binary;
using System.IO.Compression;

namespace Inward.People;

/// <summary>PNG (W3C, third edition): header, palette, transparency and pixels are written anew; texts, times, profiles and films go.</summary>
internal static class PngPicture
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>Channels by the type of colour: grey, colour, palette, grey with alpha, colour with alpha.</summary>
    private static readonly Dictionary<byte, (int Channels, byte[] Depths)> Colours = new()
    {
        [0] = (1, [1, 2, 4, 8, 16]), [2] = (3, [8, 16]), [3] = (1, [1, 2, 4, 8]), [4] = (2, [8, 16]), [6] = (4, [8, 16]),
    };

    public static bool Is(ReadOnlySpan<byte> sent) => sent.StartsWith(Signature);

    public static Picture Of(ReadOnlySpan<byte> sent)
    {
        var (header, palette, alpha, pixels) = ((byte[]?)null, (byte[]?)null, (byte[]?)null, new MemoryStream());
        for (var rest = sent[Signature.Length..]; ;)
        {
            var (name, data) = Chunk(ref rest);
            if (header is null && name != "IHDR")
                throw Picture.Broken();
            if (name == "IHDR")
                header = header is null && data.Length == 13 ? data : throw Picture.Broken();
            else if (name == "PLTE")
                palette = data.Length is > 0 and <= 768 && data.Length % 3 == 0 ? data : throw Picture.Broken();
            else if (name == "tRNS")
                alpha = data.Length <= 256 ? data : throw Picture.Broken();
            else if (name == "IDAT")
                pixels.Write(data);
            else if (name == "IEND")
                break;
        }
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(header ?? throw Picture.Broken()), BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4)));
        Picture.CheckSize(width, height);
        if (header[10] != 0 || header[11] != 0 || header[12] > 1 || !Colours.TryGetValue(header[9], out var colour) || !colour.Depths.Contains(header[8]) || (header[9] == 3 && palette is null))
            throw Picture.Broken();
        var raw = Unpacked(pixels, [.. Passes((int)width, (int)height, header[12] == 1).Select(pass => (1 + ((pass.Width * colour.Channels * header[8]) + 7) / 8, pass.Height))]);
        return new Picture(Picture.Png, Written(header, header[9] is 3 or 2 or 6 ? palette : null, header[9] is 0 or 2 or 3 ? alpha : null, raw), (int)width, (int)height);
    }

    private static (string Name, byte[] Data) Chunk(ref ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 12)
            throw Picture.Broken();
        var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - 12 || BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..]) != Crc(rest.Slice(4, 4 + (int)length)))
            throw Picture.Broken();
        var chunk = (System.Text.Encoding.ASCII.GetString(rest.Slice(4, 4)), rest.Slice(8, (int)length).ToArray());
        rest = rest[(12 + (int)length)..];
        return chunk;
    }

    // As many bytes as the header tells and not one more: a small file may say that it holds gigabytes.
    private static byte[] Unpacked(MemoryStream pixels, List<(int Row, int Rows)> passes)
    {
        var raw = new byte[passes.Sum(pass => pass.Row * pass.Rows)];
        try
        {
            pixels.Position = 0;
            using var unpacked = new ZLibStream(pixels, CompressionMode.Decompress);
            unpacked.ReadExactly(raw);
            if (unpacked.ReadByte() >= 0)
                throw Picture.Broken();
        }
        catch (Exception torn) when (torn is InvalidDataException or EndOfStreamException)
        {
            throw Picture.Broken();
        }
        var at = 0;
        foreach (var (row, rows) in passes)
        {
            for (var i = 0; i < rows; i++, at += row)
            {
                if (raw[at] > 4)
                    throw Picture.Broken();
            }
        }
        return raw;
    }

    /// <summary>The seven passes of Adam7, or the one picture.</summary>
    private static IEnumerable<(int Width, int Height)> Passes(int width, int height, bool interlaced)
    {
        (int X, int Y, int StepX, int StepY)[] passes = interlaced ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)] : [(0, 0, 1, 1)];
        return passes.Select(pass => ((width - pass.X + pass.StepX - 1) / pass.StepX, (height - pass.Y + pass.StepY - 1) / pass.StepY)).Where(pass => pass.Item1 > 0 && pass.Item2 > 0);
    }

    private static byte[] Written(byte[] header, byte[]? palette, byte[]? alpha, byte[] raw)
    {
        using var packed = new MemoryStream();
        using (var pack = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            pack.Write(raw);
        using var png = new MemoryStream();
        png.Write(Signature);
        Write(png, "IHDR", header);
        if (palette is not null)
            Write(png, "PLTE", palette);
        if (alpha is not null)
            Write(png, "tRNS", alpha);
        Write(png, "IDAT", packed.ToArray());
        Write(png, "IEND", []);
        return png.ToArray();
    }

    private static readonly uint[] CrcOfByte = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (crc, _) => (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1))];

    // The base library keeps its own CRC-32 to itself.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
            crc = CrcOfByte[(crc ^ one) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static void Write(MemoryStream png, string name, byte[] data)
    {
        byte[] named = [.. System.Text.Encoding.ASCII.GetBytes(name), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        png.Write(number);
    }
}

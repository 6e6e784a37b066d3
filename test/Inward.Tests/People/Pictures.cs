using System.Buffers.Binary;
using System.IO.Compression;

namespace Inward.Tests.People;

/// <summary>Small pictures as tests send them, whole and broken.</summary>
public static class Pictures
{
    /// <summary>48 × 32 pixels, baseline and progressive, with nothing but the picture.</summary>
    public static byte[] Jpeg { get; } = Convert.FromBase64String("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAgADADASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDhUg9qsJB7VdS39qnSD2r15VjnoYgpJB7VOlv7VdS39qsJB7VzyrHr0MQUkg9qnS39qupb+1Tpb+1YSrHr0MQZ6Qe1Tpb+1XUg9qnSD2rGVY/NqGIKSQe1WEg9qupB7VOkHtXPKsevQxBSSD2qwkHtVxIParCW/tXPKsevQxB//9k=");

    public static byte[] Progressive { get; } = Convert.FromBase64String("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAAgADADASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAwIEBf/EABcBAQEBAQAAAAAAAAAAAAAAAAQDAgb/2gAMAwEAAhADEAAAAeEjIuYIyTWNveGZ0ZMc0CPc2CjJNf8A/8QAFhABAQEAAAAAAAAAAAAAAAAAABES/9oACAEBAAEFAoiMoyyjKMsoyiIiIiIy/8QAFhEAAwAAAAAAAAAAAAAAAAAAAAID/9oACAEDAQE/AUoJQSglBKCUP//EABYRAAMAAAAAAAAAAAAAAAAAAAABAv/aAAgBAgEBPwF2Ox2Ox2Oz/8QAFBABAAAAAAAAAAAAAAAAAAAAQP/aAAgBAQAGPwJH/8QAFRABAQAAAAAAAAAAAAAAAAAAAAH/2gAIAQEAAT8hjGMIwhGEYQjCMYxjGMYw/9oADAMBAAIAAwAAABAq9SnQH//EABQRAQAAAAAAAAAAAAAAAAAAACD/2gAIAQMBAT8QVVX/xAAUEQEAAAAAAAAAAAAAAAAAAAAg/9oACAECAQE/EEAB/8QAFRABAQAAAAAAAAAAAAAAAAAAAGH/2gAIAQEAAT8Qmmmkmkkmkmkkmkmmmmmmmmmk/9k=");

    /// <summary>40 × 40 pixels in the seven passes of Adam7.</summary>
    public static byte[] Interlaced { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAACgAAAAoCAAAAAHektcnAAAAkklEQVR42mNgMEiYcIABFynhUbHiBk6SQcLAI6FiwooDpDF5VGxCclrmbDnzhB5MBh4JFQMbj5CEnIqWCXNWbDlw5sYQF2QTktMyc/KLSiuq65q2aN2uY5fuvRoVHFyCDGw8QhJyKloGZjZOHn4hUQlpOUUVdS1dE6bNWbRi3ZZdB46duXTj3pNRhaMKRxVCFAIATKPbXyKtb5YAAAAASUVORK5CYII=");

    /// <summary>The same as a camera writes it: which way is up, where it was taken, a comment, and after its end something else.</summary>
    public static byte[] FromACamera(byte up = 6)
    {
        byte[] exif = [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 2, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, up, 0, 0, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0, 0, 0, 0, .. "GPS 53.55 N 9.99 E"u8];
        return [.. Jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, 0xFF, 0xFE, 0, 8, .. "secret"u8, .. Jpeg[2..], .. "<script>alert(1)</script>"u8];
    }

    /// <param name="told">The width and height that the header tells, where it lies.</param>
    /// <param name="also">Chunks between the header and the pixels.</param>
    public static byte[] Png(int width = 64, int height = 64, (int Width, int Height)? told = null, params (string Name, byte[] Data)[] also)
    {
        using var packed = new MemoryStream();
        using (var pack = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
                pack.Write([0, .. Enumerable.Range(0, width).SelectMany(x => new[] { (byte)(x * 4), (byte)(y * 4), (byte)128 })]);
        }
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, told?.Width ?? width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), told?.Height ?? height);
        (header[8], header[9]) = (8, 2);
        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR", header), .. also.SelectMany(c => Chunk(c.Name, c.Data)), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] named = [.. System.Text.Encoding.ASCII.GetBytes(name), .. data];
        var crc = uint.MaxValue;
        foreach (var one in named)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), ~crc);
        return chunk;
    }
}

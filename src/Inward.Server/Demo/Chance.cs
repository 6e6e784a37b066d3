using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Inward.House;

namespace Inward.Server.Demo;

/// <summary>Chance without luck: the same name always draws the same lot, so the story is the same each time it is told.</summary>
internal static class Chance
{
    /// <summary>A number from 0 to <paramref name="count"/> − 1.</summary>
    public static int Draw(string name, int count) => (int)(BinaryPrimitives.ReadUInt32BigEndian(Digest(name)) % (uint)count);

    public static T Of<T>(IReadOnlyList<T> choices, string name) => choices[Draw(name, choices.Count)];

    /// <summary>True in <paramref name="percent"/> of a hundred names.</summary>
    public static bool Falls(string name, int percent) => Draw(name, 100) < percent;

    /// <summary>A UUIDv7 of this moment whose random part comes from the name.</summary>
    public static Id IdOf(string name, DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        Digest(name).AsSpan(0, 16).CopyTo(bytes);
        Span<byte> milliseconds = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(milliseconds, at.ToUnixTimeMilliseconds());
        milliseconds[2..].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Id(new Guid(bytes, bigEndian: true));
    }

    private static byte[] Digest(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name));
}

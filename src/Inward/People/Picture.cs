using System.Security.Cryptography;
using Inward.House;

namespace Inward.People;

/// <summary>
/// A colleague's picture, written anew from what was sent: what shows the picture stays, and all else goes, above all where and with
/// what it was taken. PNG and JPEG alone; what something calls itself counts for nothing.
/// </summary>
public sealed record Picture(string Type, byte[] Bytes, int Width, int Height)
{
    public const string Png = "image/png", Jpeg = "image/jpeg";

    /// <summary>The most bytes that are looked at, and that are kept.</summary>
    public const int LargestFile = 2 * 1024 * 1024, Largest = 300 * 1024;

    public const int Smallest = 32, Longest = 1024;

    /// <summary>Its address changes with it, so that it can be kept for ever under one.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 16));

    public static Picture Of(ReadOnlySpan<byte> sent)
    {
        if (sent.Length == 0)
            throw Wrong("Choose a picture first.");
        if (sent.Length > LargestFile)
            throw Wrong(new Sentence("This file is too large: at most {0} KB fit. Make it smaller first.", LargestFile / 1024));
        var picture = PngPicture.Is(sent) ? PngPicture.Of(sent) : JpegPicture.Is(sent) ? JpegPicture.Of(sent)
            : throw Wrong("This is no PNG and no JPEG picture. Save it as one of these and choose it again.");
        return picture.Bytes.Length <= Largest ? picture
            : throw Wrong(new Sentence("This picture takes {0} KB, and at most {1} KB fit. Make it smaller first.", picture.Bytes.Length / 1024, Largest / 1024));
    }

    internal static void CheckSize(long width, long height)
    {
        if (width < Smallest || height < Smallest)
            throw Wrong(new Sentence("This picture has {0} × {1} pixels: too few to see anybody. At least {2} are needed.", width, height, Smallest));
        if (width > Longest || height > Longest)
            throw Wrong(new Sentence("This picture has {0} × {1} pixels, and at most {2} fit on a side. Make it smaller first.", width, height, Longest));
    }

    internal static BrokenRule Broken() => Wrong("This picture is damaged or cut off. Save it anew and choose it again.");

    internal static BrokenRule Wrong(Sentence sentence) => Rule.Invalid("photo", sentence);
}

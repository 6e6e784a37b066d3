using System.Text;
using System.Text.Unicode;

namespace Inward.Server.House.Mime;

/// <summary>Bytes as letters, in whatever charset a mail names; what it names wrongly is read as well as it can be.</summary>
internal static class Charsets
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static string Read(string? charset, ReadOnlySpan<byte> bytes) => Whole(Named(charset, bytes).GetString(bytes).TrimStart('\uFEFF'));

    /// <summary>Without what no text is: NUL, other control characters, half a letter.</summary>
    public static string Whole(string text)
    {
        if (Inward.House.Text.IsWhole(text) && !text.AsSpan().ContainsAnyInRange('\u0001', '\u0008') && !text.AsSpan().ContainsAnyInRange('\u000E', '\u001F'))
            return text;
        var whole = new StringBuilder(text.Length);
        foreach (var letter in text.EnumerateRunes())
        {
            if (letter.Value >= 0x20 || letter.Value is '\t' or '\n' or '\r' or '\f' or '\v')
                whole.Append(letter);
        }
        return whole.ToString();
    }

    private static Encoding Named(string? charset, ReadOnlySpan<byte> bytes)
    {
        var name = (charset ?? "").Trim().Trim('"').ToLowerInvariant();
        // What is called Latin 1 is what Windows writes, nearly always (so do browsers read it); what is called ASCII or UTF-8 and is none, too.
        return name switch
        {
            "iso-8859-1" or "latin1" or "windows-1252" or "cp1252" or "iso8859-1" => Western,
            "" or "utf-8" or "utf8" or "us-ascii" or "ascii" => Utf8.IsValid(bytes) ? Encoding.UTF8 : Western,
            "utf-16" => bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode : Encoding.BigEndianUnicode,
            _ => Known(name) ?? (Utf8.IsValid(bytes) ? Encoding.UTF8 : Western),
        };
    }

    private static Encoding? Known(string name)
    {
        try
        {
            // UTF-7 hides letters from whoever looks at a mail on its way.
            return name.Contains("utf-7", StringComparison.Ordinal) ? null : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}

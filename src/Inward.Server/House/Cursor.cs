using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using Inward.House;

namespace Inward.Server.House;

/// <summary>Where a page of a list ended: the values its order goes by. Whoever carries it need not understand it.</summary>
public static class Cursor
{
    public static string Of(params string?[] keys) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(keys, Wire.Json));

    /// <summary>The keys again; null where a list begins. A cursor of another list, or no cursor at all, is refused.</summary>
    public static string[]? Read(string? cursor, int keys)
    {
        if (string.IsNullOrEmpty(cursor))
            return null;
        try
        {
            if (JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(cursor), Wire.Json) is { } read && read.Length == keys && Array.TrueForAll(read, Text.IsWhole))
                return read;
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException or NullReferenceException)
        {
        }
        throw Unknown();
    }

    /// <summary>The id among a cursor's keys.</summary>
    public static Id? Id(string? key) => key is null ? null
        : Inward.House.Id.TryParse(key, null, out var id) ? id
        : throw Unknown();

    public static string Key(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>The instant among a cursor's keys, as <see cref="Key"/> wrote it.</summary>
    public static long? Instant(string? key) => key is null ? null
        : long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at) ? at
        : throw Unknown();

    /// <summary>One row more than a page was asked for: then there is a next page, after the last row that stays.</summary>
    public static (List<T> Rows, string? Next) Cut<T>(List<T> rows, int size, Func<T, string> after)
    {
        if (rows.Count <= size)
            return (rows, null);
        rows.RemoveRange(size, rows.Count - size);
        return (rows, after(rows[^1]));
    }

    /// <summary>How many a program wants at once: 1 to 200.</summary>
    public static int Size(string? limit, int usual = 50) => string.IsNullOrEmpty(limit) ? usual
        : int.TryParse(limit, out var size) && size is >= 1 and <= 200 ? size
        : throw Rule.Invalid("limit", "A page holds 1 to 200.");

    /// <summary>A pattern for <c>like … escape '!'</c> that finds <paramref name="text"/> anywhere, whatever is in it.</summary>
    public static string Anywhere(string text) =>
        $"%{text.Trim().ToLowerInvariant().Replace("\0", "", StringComparison.Ordinal).Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%";

    private static BrokenRule Unknown() => Rule.Invalid("after", "This list has no such place. Begin it again, without `after`.");
}

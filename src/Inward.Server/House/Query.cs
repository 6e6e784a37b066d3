using System.Globalization;
using Inward.House;

namespace Inward.Server.House;

/// <summary>
/// What stands in an address after the question mark, or in a field of a form. An empty one is as good as none: a form sends
/// every field.
/// </summary>
public static class Query
{
    public static Id? Id(string field, string? text) => string.IsNullOrEmpty(text) ? null
        : Inward.House.Id.TryParse(text, null, out var id) ? id
        : throw Rule.Invalid(field, new Sentence("“{0}” is not an id.", text));

    /// <summary>Several, as boxes that are ticked send them.</summary>
    public static IReadOnlyList<Id> Ids(string field, IEnumerable<string?> texts) => [.. texts.Select(text => Id(field, text)).OfType<Id>()];

    /// <summary>A day as a date field sends it: 2026-11-21.</summary>
    public static DateOnly? Day(string field, string? text) => string.IsNullOrWhiteSpace(text) ? null
        : DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Rule.Invalid(field, new Sentence("“{0}” is not a day, such as 2026-11-21.", text));

    /// <summary>A number as a number field sends it: with a point, without grouping.</summary>
    public static decimal? Number(string field, string? text) => string.IsNullOrWhiteSpace(text) ? null
        : decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw Rule.Invalid(field, new Sentence("“{0}” is not a number.", text));

    /// <summary>Text as it was typed: a form sends line ends as CR LF, whatever was written.</summary>
    public static string? Typed(string? text) => text?.Replace("\r\n", "\n", StringComparison.Ordinal);

    public static T? Word<T>(string field, string? text)
        where T : struct, Enum => string.IsNullOrEmpty(text) ? null
        : Enum.GetValues<T>().Where(word => string.Equals(word.ToString(), text, StringComparison.OrdinalIgnoreCase)).Select(word => (T?)word).FirstOrDefault()
        ?? throw Rule.Invalid(field, new Sentence("“{0}” is none of {1}.", text, string.Join(", ", Enum.GetNames<T>().Select(n => n.ToLowerInvariant()))));

    public static bool Flag(string field, string? text) => text switch
    {
        null or "" or "false" => false,
        "true" or "on" => true,
        _ => throw Rule.Invalid(field, "Say true or false."),
    };
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using Inward.House;
using Microsoft.AspNetCore.Html;

namespace Inward.Server.House;

/// <summary>
/// The small things that pages draw again and again. Plain functions, because a tag helper of MVC for
/// each of the sixty on a page cost more than all the rest of it.
/// </summary>
public static class Drawing
{
    private static readonly ConcurrentDictionary<string, HtmlString> Icons = new(StringComparer.Ordinal);

    /// <summary>One line drawing of the sprite, silent to screen readers.</summary>
    public static IHtmlContent Icon(string name) =>
        Icons.GetOrAdd(name, name => new HtmlString($"<svg class=\"ico\" aria-hidden=\"true\"><use href=\"/icons.svg#{name}\"/></svg>"));

    /// <summary>Initials on a colour that stays with the person.</summary>
    /// <param name="size">sm or lg; empty for the usual size.</param>
    public static IHtmlContent Face(string name, Id of, string size = "") =>
        new HtmlString($"<span class=\"ava {size} a{of.Value.ToByteArray()[15] % 6}\" aria-hidden=\"true\">{HtmlEncoder.Default.Encode(Initials(name))}</span>");

    internal static string Initials(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length switch
        {
            0 => "?",
            1 => First(words[0]),
            _ => First(words[0]) + First(words[^1]),
        };
    }

    // A grapheme, not a char: half of an emoji is not text.
    private static string First(string word) => StringInfo.GetNextTextElement(word).ToUpperInvariant();
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using Inward.House;
using Inward.Server.House.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Inward.Server.House;

/// <summary>&lt;icon name="asks" /&gt;: one line drawing of the sprite, silent to screen readers.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTag : TagHelper
{
    private static readonly ConcurrentDictionary<string, HtmlString> Drawn = new(StringComparer.Ordinal);

    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Drawn.GetOrAdd(Name, name => new HtmlString($"<svg class=\"ico\" aria-hidden=\"true\"><use href=\"/icons.svg#{name}\"/></svg>")));
    }
}

/// <summary>&lt;face name="Wanda Berg" of="…" /&gt;: initials on a colour that stays with the person.</summary>
[HtmlTargetElement("face", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FaceTag : TagHelper
{
    public required string Name { get; set; }

    public required Id Of { get; set; }

    /// <summary>sm or lg; empty for the usual size.</summary>
    public string Size { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent($"<span class=\"ava {Size} a{Of.Value.ToByteArray()[15] % 6}\" aria-hidden=\"true\">{HtmlEncoder.Default.Encode(Initials(Name))}</span>");
    }

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

/// <summary>&lt;day on="…" /&gt; and &lt;moment at="…" /&gt;: as people speak, with the exact date on hover and in print.</summary>
[HtmlTargetElement("day", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("moment", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimeTag(TimeProvider clock) : TagHelper
{
    public DateOnly? On { get; set; }

    public DateTimeOffset? At { get; set; }

    /// <summary>Marks a day that has passed, for what is still open.</summary>
    public bool Due { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var http = View.HttpContext;
        var t = http.Tongue();
        var zone = http.Me()?.Clock ?? TimeZoneInfo.Utc;
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        output.TagName = null;
        if (On is { } day)
        {
            var late = Due && day < today;
            output.Content.SetHtmlContent($"<time datetime=\"{day:yyyy-MM-dd}\" title=\"{day.ToString("dddd, d MMMM yyyy", t.Culture)}\"{(late ? " class=\"late\"" : "")}>"
                + $"{HtmlEncoder.Default.Encode(Spoken.Day(day, today, t))}</time>");
        }
        else if (At is { } at)
        {
            var there = TimeZoneInfo.ConvertTime(at, zone);
            output.Content.SetHtmlContent($"<time datetime=\"{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\" title=\"{there.ToString("dddd, d MMMM yyyy HH:mm", t.Culture)}\">"
                + $"{HtmlEncoder.Default.Encode(Spoken.Moment(at, now, zone, t))}</time>");
        }
    }
}

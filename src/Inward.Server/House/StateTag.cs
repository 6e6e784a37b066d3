using System.Text.Encodings.Web;
using Inward.Server.House.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Inward.Server.House;

/// <summary>&lt;state of="promised" /&gt;: where an ask stands, as a pill with its icon and word.</summary>
[HtmlTargetElement("state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StateTag : TagHelper
{
    public required string Of { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent($"<span class=\"pill {Of}\"><svg class=\"ico\" aria-hidden=\"true\"><use href=\"/icons.svg#{Icon(Of)}\"/></svg>{HtmlEncoder.Default.Encode(Word(Of, View.HttpContext.Tongue()))}</span>");
    }

    public static string Word(string state, Tongue t) => t[char.ToUpperInvariant(state[0]) + state[1..]];

    public static string Icon(string state) => state switch
    {
        "draft" => "pen",
        "countered" or "renegotiating" => "swap",
        "blocked" => "obstacle",
        "promised" => "flag",
        "delivered" => "box",
        "accepted" => "check",
        "unconfirmed" => "clock",
        "declined" or "withdrawn" => "no",
        "revoked" => "undo",
        _ => "asks",
    };
}

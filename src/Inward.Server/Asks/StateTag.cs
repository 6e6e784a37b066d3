using System.Text.Encodings.Web;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Inward.Server.Asks;

/// <summary>&lt;state of="promised" /&gt;</summary>
[HtmlTargetElement("state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StateTag : TagHelper
{
    public required string Of { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (icon, word) = StateWords.Of(Of);
        output.TagName = null;
        output.Content.SetHtmlContent($"<span class=\"pill {Of}\"><svg class=\"ico\" aria-hidden=\"true\"><use href=\"/icons.svg#{icon}\"/></svg>{HtmlEncoder.Default.Encode(View.HttpContext.Tongue()[word])}</span>");
    }
}

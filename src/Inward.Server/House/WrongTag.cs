using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Inward.Server.House;

/// <summary>&lt;input id="name" wrong="@Model.Wrong("name")"&gt;: says above a field what is wrong with it, and ties the two together.</summary>
[HtmlTargetElement("input", Attributes = "wrong,id", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("select", Attributes = "wrong,id")]
[HtmlTargetElement("textarea", Attributes = "wrong,id")]
public sealed class WrongTag : TagHelper
{
    public string? Wrong { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Razor hands an absent text over as an empty one.
        if (string.IsNullOrEmpty(Wrong))
            return;
        var id = $"{output.Attributes["id"].Value}-err";
        output.PreElement.SetHtmlContent($"<p class=\"err\" id=\"{HtmlEncoder.Default.Encode(id)}\"><svg class=\"ico\" aria-hidden=\"true\"><use href=\"/icons.svg#info\"/></svg>{HtmlEncoder.Default.Encode(Wrong)}</p>");
        output.Attributes.SetAttribute("aria-invalid", "true");
        output.Attributes.SetAttribute("aria-describedby", $"{output.Attributes["aria-describedby"]?.Value} {id}".Trim());
    }
}

using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Inward.Server.House;

/// <summary>
/// Gives a form that posts to an address of its own the token against forgery. Razor leaves it out as soon as a form has an
/// action, and such a form would be refused.
/// </summary>
[HtmlTargetElement("form", Attributes = "action,method")]
public sealed class FormTokenTag(IHtmlGenerator html) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!string.Equals(context.AllAttributes["method"].Value.ToString(), "post", StringComparison.OrdinalIgnoreCase))
            return;
        if (html.GenerateAntiforgery(View) is { } token)
            output.PostContent.AppendHtml(token);
    }
}

using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Inward.Server.House;

/// <summary>Gives every form that posts the token against forgery; one serves all forms of a page.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormTokenTag(IAntiforgery forgery) : TagHelper
{
    private static readonly object Kept = new();

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output) => output.PostContent.SetHtmlContent(Token(View.HttpContext));

    private IHtmlContent Token(HttpContext http)
    {
        if (http.Items[Kept] is IHtmlContent kept)
            return kept;
        var tokens = forgery.GetAndStoreTokens(http);
        var field = new HtmlString($"<input type=\"hidden\" name=\"{tokens.FormFieldName}\" value=\"{HtmlEncoder.Default.Encode(tokens.RequestToken!)}\">");
        http.Items[Kept] = field;
        return field;
    }
}

using System.Text.Encodings.Web;
using Inward.Server.House.Words;
using Microsoft.AspNetCore.Html;

namespace Inward.Server.Asks;

/// <summary>How a state looks and is called: a word and an icon, never colour alone.</summary>
public static class StateWords
{
    public static (string Icon, string Word) Of(string state) => state switch
    {
        "draft" => ("pen", "Draft"),
        "requested" => ("asks", "Asked"),
        "countered" => ("swap", "Counter-offer"),
        "renegotiating" => ("swap", "Renegotiating"),
        "blocked" => ("obstacle", "Blocked"),
        "promised" => ("flag", "Promised"),
        "delivered" => ("box", "Delivered"),
        "unconfirmed" => ("clock", "Unconfirmed"),
        "accepted" => ("check", "Accepted"),
        "declined" => ("no", "Declined"),
        "withdrawn" => ("no", "Withdrawn"),
        _ => ("undo", "Revoked"),
    };
    public static IHtmlContent State(this Tongue t, string state)
    {
        var (icon, word) = Of(state);
        return new HtmlString($"<span class=\"pill {state}\"><svg class=\"ico\" aria-hidden=\"true\"><use href=\"/icons.svg#{icon}\"/></svg>{HtmlEncoder.Default.Encode(t[word])}</span>");
    }
}

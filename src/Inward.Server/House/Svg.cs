using System.Globalization;
using System.Text.Encodings.Web;

namespace Inward.Server.House;

/// <summary>What the pictures that are drawn on the server share.</summary>
internal static class Svg
{
    /// <summary>The tip of a line, for pictures of the class flow.</summary>
    public const string Tip = "<defs><marker id=\"flow-tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\"/></marker></defs>";

    /// <summary>Numbers as SVG reads them, whatever the reader's language.</summary>
    public static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    public static string Html(string words) => HtmlEncoder.Default.Encode(words);
}

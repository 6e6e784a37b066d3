using System.Globalization;
using System.Text;
using Inward.House;
using Inward.Journeys;
using Inward.Server.House.Words;
using Microsoft.AspNetCore.Html;
using static Inward.Server.House.Svg;

namespace Inward.Server.Journeys;

/// <summary>
/// Value against control as a picture: one column for each kind of hands, worth upwards, a numbered point a stage, larger with its
/// weight. Each point is a link, so the keyboard walks through them; the table below says the same.
/// </summary>
public static class MatrixPicture
{
    private const int Left = 34, Top = 8, Column = 180, Slot = 36, Height = 260, Foot = 34;

    public static IHtmlContent Of(Journey journey, Tongue t)
    {
        var points = Matrix.Of(journey);
        var (width, height) = (Left + 3 * Column + 6, Top + Height + Foot);
        var svg = new StringBuilder($"<svg class=\"matrix\" viewBox=\"0 0 {width} {height}\" role=\"group\" aria-label=\"{Html(t["Value and control of {0} stages", points.Count])}\">");
        for (var value = 0; value <= Stage.Highest; value++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"rule\" x1=\"{Left}\" x2=\"{Left + 3 * Column}\" y1=\"{Y(value)}\" y2=\"{Y(value)}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"{Left - 10}\" y=\"{Y(value) + 5}\" text-anchor=\"end\">{value}</text>");
        }
        for (var column = 0; column < 3; column++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"hands\" x=\"{Left + column * Column + 2}\" y=\"{Top}\" width=\"{Column - 4}\" height=\"{Height}\" rx=\"8\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tick\" x=\"{Left + column * Column + Column / 2}\" y=\"{Top + Height + 22}\" text-anchor=\"middle\">{Html(t[StageForm.Controls[column].Word])}</text>");
        }
        foreach (var point in points)
            Draw(svg, journey, point, t);
        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private static void Draw(StringBuilder svg, Journey journey, MatrixPoint point, Tongue t)
    {
        var x = Left + (int)point.Control * Column + Column / 2 + point.Slot * Slot;
        var radius = 11 + (point.Stage.Weight ?? 0);
        var says = t["{0}. {1}: worth {2} of 5, {3}, weight {4}", point.Place, t.Stage(point.Stage.Name), point.Value, t[StageForm.Controls[(int)point.Control].Word], point.Stage.Weight?.ToString("0.#", t.Culture) ?? t["not said"]];
        svg.Append(CultureInfo.InvariantCulture, $"<g><title>{Html(says)}</title><a href=\"/journeys/{journey.Id}/stages/{point.Stage.Id}\" aria-label=\"{Html(says)}\" class=\"point {point.Control.ToString().ToLowerInvariant()}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x}\" cy=\"{Y(point.Value)}\" r=\"{radius}\"/><text x=\"{x}\" y=\"{Y(point.Value) + 5}\" text-anchor=\"middle\">{point.Place}</text></a></g>");
    }

    // Room above 5 and below 0 for half a point.
    private static decimal Y(decimal value) => Top + 18 + (Height - 36) * (Stage.Highest - value) / Stage.Highest;
}

using System.Globalization;
using System.Text;
using Inward.Chains;
using Inward.House;
using Inward.Server.House.Words;
using Microsoft.AspNetCore.Html;
using static Inward.Server.House.Svg;

namespace Inward.Server.Chains;

/// <summary>One step in the picture.</summary>
/// <param name="Below">What stands under its name.</param>
/// <param name="Href">Where it leads; null where it leads nowhere.</param>
/// <param name="IsLongest">It is on the longest way.</param>
public sealed record StepDrawn(Step Step, string Name, string Below, string Says, string? Href, bool IsLongest);

/// <summary>
/// Who waits for whom: steps in layers from the top, a line to each that waits. Each step is a link, so the keyboard walks through
/// them; the table beside it says the same. The longest way has thick lines and a star, never colour alone.
/// </summary>
public static class ChainPicture
{
    private const int Width = 190, Height = 52, Gap = 26, Rise = 46, Edge = 12, LongestName = 22;

    public static IHtmlContent Of(IReadOnlyList<StepDrawn> steps, Tongue t)
    {
        var places = Places([.. steps.Select(step => step.Step)]);
        var (width, height) = (places.Values.Max(place => place.X) + Width + Edge, places.Values.Max(place => place.Y) + Height + Edge);
        var svg = new StringBuilder(Said($"<svg class=\"flow\" role=\"group\" aria-label=\"{Html(t["Who waits for whom, in {0} steps", steps.Count])}\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">"));
        svg.Append(Tip);
        var drawn = steps.ToDictionary(step => step.Step.Id);
        foreach (var (step, before) in steps.SelectMany(step => step.Step.After.Select(before => (step, before))))
            svg.Append(Line(places[before], places[step.Step.Id], step.IsLongest && drawn[before].IsLongest));
        foreach (var step in steps)
            svg.Append(Box(step, places[step.Step.Id]));
        return new HtmlString(svg.Append("</svg>").ToString());
    }

    // A step stands below what it waits for last, and where a line passes layers by, no step stands in its way.
    private static Dictionary<Id, (int X, int Y)> Places(IReadOnlyList<Step> steps)
    {
        var layers = StepOrder.Layers(steps);
        var reaches = steps.SelectMany(step => step.After.Select(before => (before, Layer: layers[step.Id]))).GroupBy(line => line.before, line => line.Layer).ToDictionary(lines => lines.Key, lines => lines.Max());
        var (columns, taken) = (new Dictionary<Id, int>(), new HashSet<(int Layer, int Column)>());
        foreach (var step in steps.OrderBy(step => layers[step.Id]))
        {
            var layer = layers[step.Id];
            var above = step.After.Count == 0 ? 0 : columns[step.After.MaxBy(before => layers[before])];
            var column = columns[step.Id] = Enumerable.Range(0, steps.Count).OrderBy(one => Math.Abs(one - above)).First(one => !taken.Contains((layer, one)));
            for (var passed = layer; passed < Math.Max(reaches.GetValueOrDefault(step.Id), layer + 1); passed++)
                taken.Add((passed, column));
        }
        return columns.ToDictionary(one => one.Key, one => (Edge + (one.Value * (Width + Gap)), Edge + (layers[one.Key] * (Height + Rise))));
    }

    private static string Line((int X, int Y) from, (int X, int Y) to, bool isLongest)
    {
        var (begin, end, bend) = (from.X + (Width / 2), to.X + (Width / 2), Rise / 2);
        return Said($"<path class=\"on\" d=\"M{begin} {from.Y + Height}V{to.Y - Rise}C{begin} {to.Y - bend},{end} {to.Y - bend},{end} {to.Y}\" stroke-width=\"{(isLongest ? 4 : 1.5)}\" marker-end=\"url(#flow-tip)\"/>");
    }

    private static string Box(StepDrawn step, (int X, int Y) place)
    {
        var box = Said($"<rect x=\"{place.X}\" y=\"{place.Y}\" width=\"{Width}\" height=\"{Height}\" rx=\"10\" stroke-width=\"{(step.IsLongest ? 2.5 : 1)}\"/>")
            + Said($"<text class=\"name\" x=\"{place.X + (Width / 2)}\" y=\"{place.Y + 22}\">{(step.IsLongest ? "★ " : "")}{Html(Short(step.Name, step.IsLongest ? LongestName - 2 : LongestName))}</text>")
            + Said($"<text x=\"{place.X + (Width / 2)}\" y=\"{place.Y + 40}\">{Html(Short(step.Below, LongestName + 6))}</text>");
        var drawn = $"<g><title>{Html(step.Says)}</title>{box}</g>";
        return step.Href is null ? drawn : $"<a href=\"{Html(step.Href)}\">{drawn}</a>";
    }

    private static string Short(string text, int longest)
    {
        var whole = new StringInfo(text);
        return whole.LengthInTextElements <= longest ? text : whole.SubstringByTextElements(0, longest - 1) + "…";
    }
}

using System.Text;
using Inward.Passages;
using Inward.Server.House.Words;
using Microsoft.AspNetCore.Html;
using static Inward.Server.House.Svg;

namespace Inward.Server.Passages;

/// <summary>The discovered flow as SVG: stages in layers from the top, steps as lines that are the thicker the more frequent.</summary>
public static class FlowDrawing
{
    private const int Width = 190, Height = 52, Gap = 34, Rise = 74, Edge = 12, LongestName = 24, MostLabels = 30, Beside = 130, Bend = 23;

    public static IHtmlContent Draw(Flow flow, Tongue t)
    {
        var places = Places(flow);
        // Beside the boxes there is room for steps that pass some of them by.
        if (flow.Steps.Any(step => Passed(step, places) is not null))
            places = Array.ConvertAll(places, place => (place.X + Beside, place.Y));
        var most = Math.Max(1, flow.Steps.Select(step => step.Count).DefaultIfEmpty(1).Max());
        var backs = flow.Steps.Count(step => step.Back);
        var width = places.Max(place => place.X) + Width + Edge + (backs > 0 ? 60 : 0);
        var height = places.Max(place => place.Y) + Height + Edge;
        var svg = new StringBuilder(Said($"<svg class=\"flow\" role=\"img\" aria-labelledby=\"flow-title\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\"><title id=\"flow-title\">{Html(t["How cases go from stage to stage"])}</title>"));
        svg.Append(Tip);
        foreach (var step in flow.Steps)
            svg.Append(Line(step, places, width, most));
        for (var at = 0; at < flow.Stages.Count; at++)
            svg.Append(Box(flow.Stages[at], places[at], t));
        if (flow.Steps.Count <= MostLabels)
        {
            foreach (var step in flow.Steps.Where(step => !step.Back))
                svg.Append(Label(step, places, t));
        }
        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private static (int X, int Y)[] Places(Flow flow)
    {
        var widest = flow.Stages.CountBy(stage => stage.Layer).Max(layer => layer.Value);
        var places = new (int, int)[flow.Stages.Count];
        foreach (var layer in flow.Stages.Index().GroupBy(stage => stage.Item.Layer))
        {
            var start = Edge + ((widest - layer.Count()) * (Width + Gap) / 2);
            foreach (var (column, (at, _)) in layer.OrderByDescending(stage => stage.Item.Passings).Index())
                places[at] = (start + (column * (Width + Gap)), Edge + (layer.Key * (Height + Rise)));
        }
        return places;
    }

    private static string Line(FlowStep step, (int X, int Y)[] places, int width, long most)
    {
        var (from, to) = (places[step.From], places[step.To]);
        var thick = 1 + (5.0 * step.Count / most);
        // What goes back leaves and comes in at the side, round the outside; what passes boxes by does on the other side.
        var path = Passed(step, places) is { } passed
            ? Said($"M{from.X} {from.Y + (Height / 2)}C{passed - Bend} {from.Y + Height},{passed - Bend} {to.Y},{to.X} {to.Y + (Height / 2)}")
            : step.Back
            ? Said($"M{from.X + Width} {from.Y + (Height / 2)}C{width - 4} {from.Y},{width - 4} {to.Y + Height},{to.X + Width} {to.Y + (Height / 2)}")
            : Said($"M{from.X + (Width / 2)} {from.Y + Height}C{from.X + (Width / 2)} {from.Y + Height + (Rise / 2)},{to.X + (Width / 2)} {to.Y - (Rise / 2)},{to.X + (Width / 2)} {to.Y}");
        return Said($"<path class=\"{(step.Back ? "back" : "on")}\" d=\"{path}\" stroke-width=\"{thick:0.0}\" marker-end=\"url(#flow-tip)\"/>");
    }

    private static string Label(FlowStep step, (int X, int Y)[] places, Tongue t)
    {
        var (from, to) = (places[step.From], places[step.To]);
        var says = $"{t.Number(step.Count)}{(step.Time is null ? "" : " · " + Html(t.Lasts(step.Time.Median)))}";
        if (Passed(step, places) is { } passed)
            return Said($"<text class=\"n by\" x=\"{passed - Bend}\" y=\"{(from.Y + to.Y + Height) / 2}\">{says}</text>");
        // Nearer to where it goes: lines from one stage begin together.
        var (x, y) = ((from.X * 0.35) + (to.X * 0.65) + (Width / 2.0), ((from.Y + Height) * 0.35) + (to.Y * 0.65));
        return Said($"<text class=\"n\" x=\"{x + 9:0}\" y=\"{y:0}\">{says}</text>");
    }

    /// <summary>The left edge of the boxes that would hide the straight line of a step downwards; null where none does.</summary>
    private static int? Passed(FlowStep step, (int X, int Y)[] places)
    {
        var (from, to) = (places[step.From], places[step.To]);
        var between = step.Back ? [] : places.Where(place => place.Y > from.Y && place.Y < to.Y
            && Math.Abs(from.X + ((to.X - from.X) * (place.Y - from.Y) / (to.Y - from.Y)) - place.X) <= Width / 2).Select(place => place.X).ToList();
        return between.Count == 0 ? null : between.Append(from.X).Append(to.X).Min();
    }

    private static string Box(FlowStage stage, (int X, int Y) place, Tongue t)
    {
        var name = stage.Name.Length <= LongestName ? stage.Name : stage.Name[..(char.IsHighSurrogate(stage.Name[LongestName - 2]) ? LongestName - 2 : LongestName - 1)] + "…";
        var again = stage.Again == 0 ? "" : $" · ↻ {t.Number(stage.Again)}";
        return Said($"<g><title>{Html(stage.Name)}</title><rect x=\"{place.X}\" y=\"{place.Y}\" width=\"{Width}\" height=\"{Height}\" rx=\"10\"/>")
            + Said($"<text class=\"name\" x=\"{place.X + (Width / 2)}\" y=\"{place.Y + 22}\">{Html(name)}</text>")
            + Said($"<text x=\"{place.X + (Width / 2)}\" y=\"{place.Y + 40}\">{t.Number(stage.Passings)}{again}{(stage.Time is null ? "" : " · " + Html(t.Lasts(stage.Time.Median)))}</text></g>");
    }
}

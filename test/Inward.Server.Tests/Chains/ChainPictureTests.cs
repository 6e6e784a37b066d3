using System.Text.RegularExpressions;
using Inward.Chains;
using Inward.House;
using Inward.Server.Chains;
using Inward.Server.House.Words;

namespace Inward.Server.Tests.Chains;

public sealed partial class ChainPictureTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-23T08:00:00Z");

    [Theory]
    [InlineData("1; 2<1; 3; 4<3; 5<4; 6<2,5; 7<6; 8<7")]
    [InlineData("1; 2; 3<1,2; 4<3; 5<1,4; 6<2,5")]
    [InlineData("1; 2<1; 3<1,2; 4<1,2,3; 5<1,2,3,4")]
    [InlineData("1")]
    public void No_line_runs_through_a_step(string chain)
    {
        var steps = chain.Split("; ").Select(step => step.Split('<')).Select(step => new Step(IdOf(step[0]), step[0]) { After = step.Length == 1 ? [] : [.. step[1].Split(',').Select(IdOf)] }).ToList();
        using var written = new StringWriter();
        ChainPicture.Of([.. steps.Select(step => new StepDrawn(step, step.Name, "", step.Name, null, false))], Tongue.Of("en")).WriteTo(written, System.Text.Encodings.Web.HtmlEncoder.Default);
        var boxes = Boxes().Matches(written.ToString()).Select(box => (X: Number(box, "x"), Y: Number(box, "y"), Right: Number(box, "x") + Number(box, "w"), Bottom: Number(box, "y") + Number(box, "h"))).ToList();
        boxes.Count.ShouldBe(steps.Count);
        boxes.Distinct().Count().ShouldBe(steps.Count, "each has a place of its own");
        foreach (Match line in Lines().Matches(written.ToString()))
        {
            var (x, from, to) = (Number(line, "x"), Number(line, "from"), Number(line, "to"));
            boxes.ShouldNotContain(box => box.X < x && x < box.Right && box.Y < to && from < box.Bottom, line.Value);
        }
    }

    private static Id IdOf(string n) => Ids[int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)];

    private static readonly Id[] Ids = [.. Enumerable.Range(0, 10).Select(n => Id.New(Now.AddMilliseconds(n)))];

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("<rect x=\"(?<x>\\d+)\" y=\"(?<y>\\d+)\" width=\"(?<w>\\d+)\" height=\"(?<h>\\d+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Boxes();

    [GeneratedRegex("d=\"M(?<x>\\d+) (?<from>\\d+)V(?<to>\\d+)C", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lines();
}

using FsCheck;
using FsCheck.Fluent;
using Inward.People;

namespace Inward.Tests.People;

public class ReportingLinesTests
{
    [Fact]
    public void Tops_orphans_circles_levels_and_spans_are_named()
    {
        var lines = Lines("ann>olga bob>ann cy>ann dee>eve eve>fay fay>dee gus>eve hal>hal ida>nobody joe>ida kim");
        lines.Tops.ShouldBe(["olga", "kim"], ignoreOrder: true);
        lines.Orphans.ShouldBe(["ida"]);
        lines.Loops.ShouldBe([["dee", "eve", "fay"], ["hal"]]);
        lines.InLoop.ShouldBe(["dee", "eve", "fay", "gus", "hal"], ignoreOrder: true);
        lines.Depth.ShouldBe(3);
        lines.LevelOf("bob").ShouldBe(3);
        lines.LevelOf("joe").ShouldBe(2);
        lines.LevelOf("gus").ShouldBe(0);
        lines.Widest(2).ShouldBe([("ann", 2), ("eve", 2)], ignoreOrder: true);
        lines.SpanOf("hal").ShouldBe(1);
        lines.Above("bob").ShouldBe(["ann", "olga"]);
        lines.Above("gus").ShouldBe(["eve", "fay", "dee"]);
        lines.Below("olga").ShouldBe(["ann", "bob", "cy"]);
        lines.Below("dee").ShouldBe(["fay", "eve", "dee", "gus"]);
        lines.ReportsOf("ann").ShouldBe(["bob", "cy"]);
        lines.TryManagerOf("ida", out _).ShouldBeFalse();
    }

    [Fact]
    public void Nobody_is_a_company_too()
    {
        var none = Lines("");
        none.Depth.ShouldBe(0);
        none.Tops.ShouldBeEmpty();
        none.Loops.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a chain")]
    [InlineData("one circle")]
    [InlineData("a tail into a circle")]
    public void A_hundred_thousand_people_in_one_line_end_like_everybody_else(string shape)
    {
        const int Many = 100_000;
        var managers = Enumerable.Range(1, Many - 1).ToDictionary(who => who, who => who - 1);
        if (shape != "a chain")
        {
            managers[0] = shape == "one circle" ? Many - 1 : Many / 2;
        }

        var lines = new ReportingLines<int>(Enumerable.Range(0, Many), managers);
        (lines.Depth, lines.InLoop.Count, lines.Loops.Sum(loop => loop.Count)).ShouldBe(shape switch
        {
            "a chain" => (Many, 0, 0),
            "one circle" => (0, Many, Many),
            _ => (0, Many, (Many / 2) + 1),
        });
        lines.Above(Many - 1).Count.ShouldBe(shape == "one circle" ? Many : Many - 1);
        lines.Below(0).Count.ShouldBe(shape == "a chain" ? Many - 1 : Many);
    }

    [Fact]
    public void Whatever_the_lines_every_question_ends_and_agrees_with_walking_them()
    {
        var companies = Gen.ArrayOf(Gen.Choose(-2, 12)).ToArbitrary();
        Prop.ForAll(companies, named =>
        {
            var managers = named.Index().Where(line => line.Item != -2).ToDictionary(line => line.Index, line => line.Item == -1 ? line.Index : line.Item);
            var lines = new ReportingLines<int>(Enumerable.Range(0, named.Length), managers);
            for (var who = 0; who < named.Length; who++)
            {
                var (steps, end) = Walk(who, managers, named.Length);
                lines.LevelOf(who).ShouldBe(end == End.Circle ? 0 : steps);
                lines.Tops.Contains(who).ShouldBe(!managers.ContainsKey(who));
                lines.Orphans.Contains(who).ShouldBe(managers.TryGetValue(who, out var manager) && manager >= named.Length);
                lines.Above(who).Distinct().Count().ShouldBe(lines.Above(who).Count);
                lines.Above(who).All(above => lines.Below(above).Contains(who)).ShouldBeTrue();
            }

            var inLoops = lines.Loops.SelectMany(loop => loop).ToList();
            inLoops.Distinct().Count().ShouldBe(inLoops.Count);
            inLoops.TrueForAll(who => lines.Below(who).Contains(who)).ShouldBeTrue();
            lines.Depth.ShouldBe(Enumerable.Range(0, named.Length).Select(lines.LevelOf).DefaultIfEmpty().Max());
        }).QuickCheckThrowOnFailure();
    }

    private enum End
    {
        Open,
        Circle,
    }

    private static (int Steps, End End) Walk(int who, Dictionary<int, int> managers, int count)
    {
        var steps = 1;
        while (managers.TryGetValue(who, out who) && who < count)
        {
            if (++steps > count + 1)
            {
                return (steps, End.Circle);
            }
        }

        return (steps, End.Open);
    }

    private static ReportingLines<string> Lines(string lines)
    {
        var pairs = lines.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('>')).ToList();
        var told = pairs.Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return new ReportingLines<string>(pairs.SelectMany(pair => pair).Where(name => name != "nobody"), told);
    }
}

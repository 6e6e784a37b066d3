using Inward.Objectives;

namespace Inward.Tests.Objectives;

public class ClarityTests
{
    private static readonly ClarityOf Whole = new()
    {
        What = "We send each crate within two days.", Measure = "Days from order to truck", Unit = "days", Baseline = 10, Target = 2, By = new DateOnly(2027, 6, 30),
        Because = "Our customers wait and buy from others.", DayAfter = "The yard is empty at six.",
        Observables = ["No crate stands in the yard at night.", "Two calls a week ask where a crate is.", "Wanda's team goes home at five."],
        Teams = 2, TeamsWithExample = 2, TeamsWithMeaning = 2,
    };

    [Fact]
    public void An_empty_objective_is_not_clear_at_all()
    {
        var clarity = Clarity.Of(new ClarityOf());
        clarity.Total.ShouldBe(0);
        clarity.Points.ShouldAllBe(point => point.Points == 0 && point.Suggestion != null);
        clarity.Points.Sum(point => point.Of).ShouldBe(100);
    }

    [Fact]
    public void Blanks_marks_and_digits_say_nothing() =>
        Clarity.Of(new ClarityOf { What = " \n\t", Because = "123 456", DayAfter = "—!?", Observables = ["", "2", "…"], Unit = " " }).Total.ShouldBe(0);

    [Fact]
    public void Everything_said_has_seventy_points_until_somebody_has_told_it_back()
    {
        var clarity = Clarity.Of(Whole);
        clarity.Total.ShouldBe(70);
        Of(clarity, "teachBack").Explanation.ToString().ShouldStartWith("Untested");
        clarity.Points.Where(point => point.Key != "teachBack").ShouldAllBe(point => point.Suggestion == null && point.Points == point.Of);
    }

    [Theory]
    [InlineData(1, 0, 10)]
    [InlineData(1, 1, 20)]
    [InlineData(4, 3, 20)]
    [InlineData(10, 10, 28)]
    [InlineData(8, 0, 3)]
    public void Telling_back_counts_thirty_times_passed_and_one_of_tried_and_two(int tried, int passed, int points)
    {
        var told = Enumerable.Range(0, tried).Select(i => new TaughtBack(Whole.TextKey, i < passed)).ToList();
        Of(Clarity.Of(Whole with { TaughtBack = told }), "teachBack").Points.ShouldBe(points);
    }

    [Fact]
    public void What_was_told_back_belongs_to_its_text()
    {
        var told = Whole with { TaughtBack = [new(Whole.TextKey, Passed: true)] };
        foreach (var other in new[] { told with { What = "We send each crate within three days." }, told with { Target = 3 }, told with { By = null }, told with { Observables = ["No crate stands in the yard at night."] } })
            Of(Clarity.Of(other), "teachBack").Points.ShouldBe(0);
        Of(Clarity.Of(told with { What = "We send  each crate\nwithin two days. ", Target = 2.00m, Teams = 5 }), "teachBack").Points.ShouldBe(20);
        Of(Clarity.Of(told with { Target = 3 }), "teachBack").Explanation.ToString().ShouldBe("Untested: the text has changed since it was told back.");
    }

    [Fact]
    public void A_number_to_reach_that_is_reached_already_does_not_count()
    {
        var point = Of(Clarity.Of(Whole with { Target = 10 }), "number");
        (point.Points, point.Suggestion!.ToString()).ShouldBe((19, "The number to reach is where we are already. Say another."));
    }

    [Fact]
    public void What_is_still_to_say_of_the_number_is_named() =>
        Of(Clarity.Of(Whole with { Unit = "", By = null }), "number").Suggestion!.ToString().ShouldBe("Still to say: its unit, the day.");

    [Fact]
    public void The_same_thing_seen_three_times_is_one() =>
        Of(Clarity.Of(Whole with { Observables = ["An empty yard", "an empty yard ", "An empty yard"] }), "observables").Points.ShouldBe(3);

    [Fact]
    public void More_examples_than_teams_are_no_more_than_all() =>
        Of(Clarity.Of(Whole with { TeamsWithExample = 7, TeamsWithMeaning = 1 }), "examples").Points.ShouldBe(5);

    [Fact]
    public void A_text_of_grade_nine_has_all_points_and_one_of_fifteen_none()
    {
        Of(Clarity.Of(new ClarityOf { What = "Go for it." }), "readability").Points.ShouldBe(10);
        var hard = Of(Clarity.Of(new ClarityOf { What = "Organisational stakeholders operationalise interdepartmental transformation initiatives utilising multidimensional prioritisation methodologies." }), "readability");
        (hard.Points, hard.Suggestion!.ToString()).ShouldBe((0, "Say “people it touches” instead of “stakeholders”."));
    }

    private static ClarityPoint Of(Clarity clarity, string key) => clarity.Points.Single(point => point.Key == key);
}

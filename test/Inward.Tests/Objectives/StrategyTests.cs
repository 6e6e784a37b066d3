using Inward.House;
using Inward.Objectives;

namespace Inward.Tests.Objectives;

public class StrategyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Id Company = Id.New(Now), Vera = Id.New(Now), Owen = Id.New(Now);

    private static readonly Objective Bare = Objective.Begun(new ObjectiveTold("Call once"), [], Company, Vera, Today, Now);

    private static readonly Objective Whole = Objective.Begun(new ObjectiveTold(
        "Whoever calls speaks to somebody who knows", "Calls", 58, 80, "of 100", new DateOnly(2027, 3, 31), "A second call costs the friendship", "Owen goes home", ["One sheet", "A phone", "A chair"]), [], Company, Vera, Today, Now);

    [Fact]
    public void There_are_eight_each_with_two_questions()
    {
        Strategy.All.Select(one => one.Key).ShouldBe(["buyIn", "desires", "motives", "clarity", "ownTargets", "picture", "crossFunctional", "help"]);
        Strategy.All.SelectMany(one => new[] { one.First, one.Second }).Count(question => question.ToString().EndsWith('?')).ShouldBe(16);
    }

    [Fact]
    public void Without_use_every_one_is_a_gap_with_an_act()
    {
        foreach (var standing in Strategy.Of(Facts(Bare)))
        {
            standing.Gap.ShouldNotBeNull(standing.Strategy.Key);
            standing.Next.ShouldNotBeNull(standing.Strategy.Key);
        }
    }

    [Fact]
    public void Buy_in_lives_once_several_levels_were_heard_and_each_got_a_reply()
    {
        Gap("buyIn", Facts(Whole)).ShouldBe("Nobody is asked for advice yet.");
        Gap("buyIn", Facts(Whole.Publish(new AdviceCount(0, 0, 0), Vera, Now))).ShouldBe("It was published without asking anybody for advice.");
        Gap("buyIn", Facts(Whole) with { Advice = new(4, 0, 0) }).ShouldBe("Nobody who was asked has answered.");
        Gap("buyIn", Facts(Whole) with { Advice = new(4, 3, 1), Levels = 2 }).ShouldBe("An answer still has no reply.");
        Gap("buyIn", Facts(Whole) with { Advice = new(4, 3, 0), Levels = 1 }).ShouldBe("Only one level of the company was heard.");
        Gap("buyIn", Facts(Whole) with { Advice = new(4, 3, 0), Levels = 2, Teams = 3, Used = 2 }).ShouldBe("No idea of those closest to the work is captured yet.");
        Gap("buyIn", Facts(Whole) with { Advice = new(4, 3, 0), Levels = 2, Teams = 3, Used = 2, Ideas = new(1, 0, 0) }).ShouldBeNull();
        Gap("help", Facts(Whole) with { Ideas = new(2, 1, 1) }).ShouldBe("Ideas that wait for an answer: 1.");
    }

    [Fact]
    public void Own_targets_say_how_much_nobody_has_claimed_also_where_it_falls()
    {
        Gap("ownTargets", Facts(Whole)).ShouldBe("No team has set a target of its own yet.");
        var below = Under(Whole, 0, 10);
        Gap("ownTargets", Facts(Whole, below)).ShouldBe("12 of 100 are not claimed by anybody yet.");
        Gap("ownTargets", Facts(Whole, below, Under(Whole, 0, 12))).ShouldBeNull();
        var falling = Objective.Begun(new ObjectiveTold("Fewer", "Parts", 11, 3, "of 100"), [], Company, Vera, Today, Now);
        Gap("ownTargets", Facts(falling, Under(falling, 6, 1))).ShouldBe("3 of 100 are not claimed by anybody yet.");
        Gap("ownTargets", Facts(falling, Under(falling, 1, 9))).ShouldBe("16 of 100 are not claimed by anybody yet.");
    }

    [Fact]
    public void The_picture_is_whole_with_its_story_and_three_things_to_see()
    {
        Gap("picture", Facts(Whole)).ShouldBeNull();
        Gap("picture", Facts(Whole with { Observables = [new("One sheet")] })).ShouldBe("It names 1 of 3 things that anybody can see then.");
        Gap("picture", Facts(Bare)).ShouldBe("Nobody has told yet what the company looks like the morning after.");
    }

    [Fact]
    public void Whom_one_asks_is_a_mix_of_levels_and_teams_the_same_for_the_same_objective()
    {
        var teams = Enumerable.Range(0, 5).Select(_ => Id.New(Now)).ToList();
        var people = teams.SelectMany((team, t) => Enumerable.Range(0, 8).Select(i => new Placed(Id.New(Now), $"P{t}{i}", team, i > 0 ? Level.FrontLine : t == 0 ? Level.Above : Level.Lead))).ToList();
        var suggested = AdviceMix.Suggest(Whole.Id, people, []);
        suggested.ShouldBe(AdviceMix.Suggest(Whole.Id, [.. people.AsEnumerable().Reverse()], []));
        suggested.Count.ShouldBe(AdviceMix.Suggested);
        suggested.Select(one => one.Team).Distinct().Count().ShouldBe(5);
        suggested.Select(one => one.Level).Distinct().Count().ShouldBeGreaterThan(1);
        suggested.Select(one => one.Name).ShouldBeInOrder();
        AdviceMix.Suggest(Whole.Id, people, [.. suggested.Select(one => one.Person)]).Intersect(suggested).ShouldBeEmpty();
    }

    private static Objective Under(Objective top, decimal from, decimal to) =>
        Objective.Begun(new ObjectiveTold("Ours", "Calls", from, to, "of 100", Parent: top.Id, AddsUp: true), [top], Company, Owen, Today, Now);

    private static ObjectiveFacts Facts(Objective one, params IReadOnlyList<Objective> below) =>
        new(one, new AdviceCount(0, 0, 0), 0, 0, 0, below, 0, new IdeaCount(0, 0, 0), Clarity.Of(new ClarityOf { What = one.What }));

    private static string? Gap(string key, ObjectiveFacts facts) => Strategy.Of(facts).Single(one => one.Strategy.Key == key).Gap?.ToString();
}

using Inward.House;
using Inward.Objectives;

namespace Inward.Tests.Objectives;

public class ObjectiveTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Id Company = Id.New(Now), Vera = Id.New(Now), Owen = Id.New(Now), Wanda = Id.New(Now);

    private static readonly ObjectiveTold Whole = new(
        "Whoever calls speaks to somebody who knows", "Calls that end with an answer", 58, 80, "of 100", new DateOnly(2027, 3, 31), "A second call costs the friendship", "Owen goes home without a list", ["The list fits on one sheet"], Editors: [Owen]);

    [Fact]
    public void A_draft_needs_only_to_say_what()
    {
        var draft = Begun(new ObjectiveTold("  Call once  "));
        (draft.What, draft.Owner, draft.State, draft.Version).ShouldBe(("Call once", Vera, ObjectiveState.Draft, 1));
        Wrong(() => Begun(new ObjectiveTold(" "))).ShouldBe(["what: Say what shall be reached."]);
    }

    [Fact]
    public void What_cannot_be_is_said_field_by_field()
    {
        Wrong(() => Begun(Whole with { Target = 58 })).ShouldBe(["target: It stands there already: the target is the same as the baseline."]);
        Wrong(() => Begun(Whole with { Unit = " " })).ShouldBe(["unit: Say in which unit it is counted."]);
        Wrong(() => Begun(Whole with { By = Today })).ShouldBe(["by: This day has passed. Say a day to come."]);
        Wrong(() => Begun(Whole with { Target = 1e16m })).ShouldBe(["target: This figure is too large. Choose a larger unit."]);
        Wrong(() => Begun(Whole with { Observables = ["a", "b", "c", "d"] })).Single().ShouldStartWith("observables: 3 things to see are enough");
        Wrong(() => Begun(Whole with { Because = new string('x', 4001) })).Single().ShouldStartWith("because: This is too long");
        Begun(Whole with { Target = 20 }).Target.ShouldBe(20);
    }

    [Fact]
    public void It_is_published_once_it_says_everything_that_is_measured_and_why()
    {
        Wrong(() => Begun(new ObjectiveTold("Call once")).Publish(None, Vera, Now)).Select(one => one.Split(':')[0]).ShouldBe(["measure", "baseline", "target", "unit", "by", "because"]);
        var published = Begun(Whole).Publish(None, Vera, Now);
        published.State.ShouldBe(ObjectiveState.Published);
        Refused(() => published.Publish(None, Vera, Now)).ShouldBe("This objective is published already.");
        Wrong(() => published.Retold(ObjectiveTold.Of(published) with { Because = null }, [], [], Vera, Today)).ShouldBe(["because: Say why: a goal without a reason is an order."]);
    }

    [Fact]
    public void How_much_advice_there_was_on_that_day_stays_with_it()
    {
        var asked = Begun(Whole).Ask(null, Vera, Today, Now);
        asked.State.ShouldBe(ObjectiveState.Advice);
        var published = asked.Publish(new AdviceCount(5, 3, 2), Vera, Now).Published!;
        (published.Asked, published.Answered, published.Unreplied).ShouldBe((5, 3, 2));
        Wrong(() => Begun(Whole with { Because = null }).Ask(null, Vera, Today, Now)).Single().ShouldStartWith("because: Say why before you ask");
        Wrong(() => Begun(Whole).Ask(Today.AddDays(-1), Vera, Today, Now)).ShouldBe(["answerBy: This day has passed."]);
    }

    [Fact]
    public void What_is_seen_on_the_day_after_is_shown_with_words_and_never_ticked()
    {
        var published = Begun(Whole).Publish(None, Vera, Now);
        Wrong(() => published.See(1, " ", null, Vera, Now)).ShouldBe(["words: Say what can be seen, so that others can look."]);
        foreach (var link in new[] { "javascript:alert(1)", "//elsewhere.example", "data:text/html,x", "ftp://x", "/\\x" })
            Wrong(() => published.See(1, "One sheet", link, Vera, Now)).Single().ShouldStartWith("link:", customMessage: link);
        var seen = published.See(1, "One sheet", "/sales", Owen, Now);
        seen.Observables[0].Seen!.By.ShouldBe(Owen);
        var retold = seen.Retold(ObjectiveTold.Of(seen) with { Observables = ["Another", "The list fits on one sheet"] }, [], [], Vera, Today);
        (retold.Observables[0].Seen, retold.Observables[1].Seen?.Words).ShouldBe((null, "One sheet"));
        Refused(() => Begun(Whole).See(1, "Now", null, Vera, Now)).ShouldBe("What can be seen is said while an objective is published.");
        Should.Throw<BrokenRule>(() => seen.See(9, "x", null, Vera, Now)).Why.ShouldBe(Broken.NotVisible);
    }

    [Fact]
    public void It_closes_with_what_was_learned_and_stays_so()
    {
        var published = Begun(Whole).Publish(None, Vera, Now);
        Wrong(() => published.Close(" ", Vera, Now)).ShouldBe(["learned: Say what was learned: it is what stays."]);
        var closed = published.Close("Ask purchasing first", Vera, Now);
        Refused(() => closed.Retold(ObjectiveTold.Of(closed), [], [], Vera, Today)).ShouldBe("This objective is closed.");
        Refused(() => Begun(Whole).Close("x", Vera, Now)).ShouldBe("A draft is deleted, not closed.");
    }

    [Fact]
    public void Objectives_stand_in_a_tree_without_a_ring()
    {
        var top = Begun(Whole);
        var below = Begun(Whole with { Parent = top.Id }, top);
        Wrong(() => top.Retold(ObjectiveTold.Of(top) with { Parent = below.Id }, [below, top], [below], Vera, Today)).ShouldBe(["parent: An objective cannot serve itself, nor one that serves it."]);
        Wrong(() => top.Retold(ObjectiveTold.Of(top) with { Parent = top.Id }, [top], [], Vera, Today)).ShouldBe(["parent: An objective cannot serve itself, nor one that serves it."]);
        ObjectiveTree.InOrder([below, top], one => one.Id, one => one.Parent).Select(one => (one.One.Id, one.Depth)).ShouldBe([(top.Id, 0), (below.Id, 1)]);
    }

    [Fact]
    public void Figures_that_add_up_are_in_one_unit()
    {
        var top = Begun(Whole);
        Wrong(() => Begun(Whole with { Parent = top.Id, AddsUp = true, Unit = "days" }, top)).Single().ShouldBe("unit: Figures that add up are in the same unit: the objective above counts in “of 100”.");
        var below = Begun(Whole with { Parent = top.Id, AddsUp = true, Unit = "Of 100" }, top);
        Wrong(() => top.Retold(ObjectiveTold.Of(top) with { Unit = "days" }, [], [below], Vera, Today)).Single().ShouldStartWith("unit: “Whoever calls");
        Wrong(() => Begun(Whole with { AddsUp = true })).ShouldBe(["parent: Say to which objective its figures add up."]);
    }

    [Fact]
    public void Its_owner_and_editors_change_it_and_only_its_owner_gives_it_away()
    {
        var draft = Begun(Whole);
        (draft.MayChange(Vera, false, true), draft.MayChange(Owen, false, true), draft.MayChange(Wanda, true, true), draft.MayChange(Wanda, true, false)).ShouldBe((true, true, false, true));
        Refused(() => draft.Retold(ObjectiveTold.Of(draft) with { Owner = Owen }, [], [], Owen, Today)).ShouldBe("Only its owner gives an objective to somebody else.");
        var given = draft.Retold(ObjectiveTold.Of(draft) with { Owner = Owen }, [], [], Vera, Today);
        (given.Owner, given.Editors.Count).ShouldBe((Owen, 0));
    }

    private static readonly AdviceCount None = new(0, 0, 0);

    private static Objective Begun(ObjectiveTold told, params IReadOnlyList<Objective> above) => Objective.Begun(told, above, Company, Vera, Today, Now);

    private static List<string> Wrong(Func<object> act) => [.. Should.Throw<BrokenRule>(() => act()).Fields.Select(field => $"{field.Name}: {field.Sentence}")];

    private static string Refused(Func<object> act) => Should.Throw<BrokenRule>(() => act()).Sentence.ToString();
}

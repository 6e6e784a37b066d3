using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;
using static Inward.Tests.Asks.Invariants;

namespace Inward.Tests.Asks;

/// <summary>Random walks through the life of asks; after every step every invariant of the model holds.</summary>
public class InvariantTests
{
    private static readonly Circumstances Nobody = new(null, Scene.Monday);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 24)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Wherever_people_wander_every_invariant_holds(int seed)
    {
        foreach (var step in new World(seed).Walk(120))
        {
            foreach (var (name, complain) in All)
                complain(step).ShouldBeNull($"Seed {seed}: {name}. {step}");
        }
    }

    [Fact]
    public void The_walks_make_every_move_and_pass_every_state_and_several_leave()
    {
        var steps = Enumerable.Range(1, 24).SelectMany(seed => new World(seed).Walk(120)).ToList();
        steps.Select(s => s.Move?.Name).OfType<string>().Distinct().ShouldBe(Move.All.Keys, ignoreOrder: true);
        steps.Select(s => s.After.State).Distinct().ShouldBe(Enum.GetValues<AskState>(), ignoreOrder: true);
        steps.ShouldContain(s => s.Move is Undoing && s.Undone!.State == AskState.Draft);
        steps.ShouldContain(s => s.World.Above(s.After).Count() >= 2);
        steps.Count(s => s.Move == null && s.After.State == AskState.Revoked).ShouldBeGreaterThan(3);
        steps.Count.ShouldBeGreaterThan(2000);
    }

    private static string? Of(string invariant, Step step) => All[invariant](step);

    private static Step Between(Ask before, Ask after, Move? move = null, Id? me = null) => new(new World(1), before, after, move, Nobody with { Me = me });

    [Fact]
    public void An_ask_without_a_turn_is_noticed()
    {
        Of("every open ask has exactly one turn", Between(Scene.Asked(), Scene.Asked() with { Performer = null })).ShouldNotBeNull();
        var gone = new World(1) { Left = [Cast.Wanda] };
        Of("every open ask has exactly one turn", new Step(gone, Scene.Asked(), Scene.Asked(), null, Nobody)).ShouldBe("It waits for somebody who left.");
    }

    [Fact]
    public void An_ask_that_can_never_be_accepted_is_noticed()
    {
        Of("every open ask can reach accepted", new Step(new World(1) { Left = [Cast.Marta] }, Scene.Asked(), Scene.Delivered(), null, Nobody)).ShouldNotBeNull();
        Of("every open ask can reach accepted", Between(Scene.Asked(), Scene.Asked(Scene.CrateForTeam) with { Team = Cast.Number(55) })).ShouldNotBeNull();
        Of("every open ask can reach accepted", Between(Scene.Asked(), Scene.Unconfirmed())).ShouldBeNull();
    }

    [Fact]
    public void A_promise_by_another_is_noticed()
    {
        Of("only the performer promises", Between(Scene.Asked(), Scene.Promised(), new Promising(null), Cast.Marta)).ShouldNotBeNull();
        Of("only the performer promises", Between(Scene.Asked(), Scene.Promised())).ShouldNotBeNull();
        Of("only the performer promises", Between(Scene.Renegotiating(Cast.Marta), Scene.Renegotiating(Cast.Marta).By(Cast.Wanda, new Agreeing()), new Agreeing(), Cast.Marta)).ShouldNotBeNull();
    }

    [Fact]
    public void A_yes_by_silence_is_noticed()
    {
        Of("silence never means yes", Between(Scene.Delivered(), Scene.Accepted())).ShouldNotBeNull();
        Of("silence never means yes", Between(Scene.Countered(), Scene.Promised())).ShouldNotBeNull();
    }

    [Fact]
    public void An_obstacle_after_the_delivery_is_noticed() =>
        Of("no obstacle outlives the delivery", Between(Scene.Promised(), Scene.Delivered() with { Obstacles = Scene.Blocked().Obstacles })).ShouldNotBeNull();

    [Fact]
    public void Overwritten_lost_or_revived_terms_are_noticed()
    {
        var two = Scene.Countered();
        Of("terms are versioned and never overwritten", Between(two, two with { AllTerms = [two.Terms] })).ShouldNotBeNull();
        Of("terms are versioned and never overwritten", Between(two, two with { AllTerms = [two.Terms with { What = "All of it" }, two.OfferedTerms!] })).ShouldNotBeNull();
        Of("terms are versioned and never overwritten", Between(two, two with { AllTerms = [two.Terms, two.OfferedTerms! with { Undone = true }] })).ShouldNotBeNull();
    }

    [Fact]
    public void A_promise_changed_while_renegotiating_is_noticed()
    {
        var (was, open) = (Scene.Promised(), Scene.Renegotiating(Cast.Wanda));
        Of("the old promise stands while renegotiating", Between(was, open with { Promise = open.Promise! with { By = Scene.Today } })).ShouldNotBeNull();
        Of("the old promise stands while renegotiating", Between(was, open with { TermsVersion = 2 })).ShouldNotBeNull();
    }

    [Fact]
    public void A_first_day_rewritten_is_noticed() =>
        Of("the first promised day never changes", Between(Scene.Promised(), Scene.Promised() with { Promise = Scene.Promised().Promise! with { FirstBy = Scene.Today } })).ShouldNotBeNull();

    [Fact]
    public void A_version_that_stands_or_jumps_is_noticed()
    {
        Of("the version grows by one", Between(Scene.Asked(), Scene.Asked())).ShouldNotBeNull();
        Of("the version grows by one", Between(Scene.Asked(), Scene.Asked() with { Version = 9 })).ShouldNotBeNull();
    }

    [Fact]
    public void An_undo_that_leaves_something_is_noticed()
    {
        var was = Scene.Asked();
        var countered = Scene.Countered(was);
        var undone = countered.By(Cast.Wanda, new Undoing());
        Of("undo restores what was", Between(countered, undone, new Undoing()) with { Undone = was }).ShouldBeNull();
        Of("undo restores what was", Between(countered, countered, new Undoing()) with { Undone = was }).ShouldNotBeNull();
        Of("undo restores what was", Between(countered, was, new Undoing()) with { Undone = was }).ShouldNotBeNull();
        Of("undo restores what was", Between(countered, undone with { AllTerms = [.. countered.AllTerms] }, new Undoing()) with { Undone = was }).ShouldNotBeNull();
    }

    [Fact]
    public void A_retry_that_does_harm_is_noticed()
    {
        var step = Between(Scene.Asked(), Scene.Promised(), new Promising(Scene.NeededBy), Cast.Wanda);
        RetryIsHarmless(step, (ask, move, c) => [Between(ask, ask.By(Cast.Wanda, new Renegotiating(Scene.NeededBy)))]).ShouldNotBeNull();
        RetryIsHarmless(step, (_, _, _) => []).ShouldBeNull();
    }

    [Fact]
    public void One_who_performs_above_and_below_is_noticed()
    {
        var parent = Scene.Promised();
        var child = Scene.Asked() with { Id = Cast.Number(32), Requester = Cast.Piotr, Parent = parent.Id };
        var world = new World(1) { Asks = new() { [parent.Id] = parent, [child.Id] = child } };
        Of("nobody performs above and below", new Step(world, child, child, null, Nobody)).ShouldNotBeNull();
        Of("nobody performs above and below", new Step(world, parent, parent, null, Nobody)).ShouldNotBeNull();
        Of("nobody asks themself", Between(child, child with { Requester = Cast.Wanda })).ShouldNotBeNull();
    }

    [Fact]
    public void Anything_lost_in_writing_is_noticed()
    {
        Survives(Between(Scene.Asked(), Scene.Countered()), ask => Written.AndRead(ask with { Offer = null })).ShouldNotBeNull();
        Survives(Between(Scene.Asked(), Scene.Countered()), ask => Written.AndRead(ask) with { Last = null }).ShouldNotBeNull();
    }

    [Fact]
    public void An_offer_that_is_refused_or_a_move_that_was_not_offered_is_noticed()
    {
        OfferedIsAccepted(Between(Scene.Draft(), Scene.Asked()), (ask, c) => [.. Manners.PossibleFor(ask, c), "acceptance"]).ShouldNotBeNull();
        OfferedIsAccepted(Between(Scene.Draft(), Scene.Asked()), (ask, c) => []).ShouldNotBeNull();
    }

    [Fact]
    public void Somebody_forgotten_is_noticed() =>
        Of("who took part keeps sight", Between(Scene.Blocked(), Scene.Asked(), new Remarking("Hm."))).ShouldNotBeNull();

    [Fact]
    public void Every_invariant_has_a_step_that_breaks_it() =>
        All.Count.ShouldBe(16, "Add a test above for the new one.");
}

using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;

namespace Inward.Tests.Asks;

/// <summary>Somebody leaves: nobody inherits a promise, nothing is lost, and every ask still waits for exactly one.</summary>
public class LeavingTests
{
    private static readonly Id NewId = Cast.Number(99);
    private static readonly Circumstances Later = new(null, Scene.Monday.AddDays(1));
    private static readonly Turn WarehouseTurn = new(TurnKind.Team, Cast.Warehouse), RolfTurn = new(TurnKind.Person, Cast.Rolf), WandaTurn = new(TurnKind.Person, Cast.Wanda);

    private static Moved WandaLeaves(Ask ask, Id? theirTeam, Circumstances? c = null) => ask.PerformerLeft(theirTeam, NewId, c ?? Later);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_promise_of_a_leaver_ends_uncounted_and_is_asked_afresh_of_their_team(bool renegotiating)
    {
        var ask = Scene.Blocked(renegotiating ? Scene.Renegotiating(Cast.Wanda) : Scene.Promised());
        var (old, next) = WandaLeaves(ask, Cast.Warehouse);
        (old.State, old.Turn, old.Offer, old.Revocation!.Left, old.Revocation.By, old.Version).ShouldBe((AskState.Revoked, null, null, true, null, ask.Version + 1));
        old.OpenObstacles.ShouldBeEmpty();
        old.Promise.ShouldBe(ask.Promise);

        (next!.Id, next.State, next.Turn, next.Requester, next.Follows, next.Promise).ShouldBe((NewId, AskState.Requested, WarehouseTurn, Cast.Marta, ask.Id, null));
        (next.Terms.What, next.Terms.By, next.Terms.Version).ShouldBe((ask.Terms.What, ask.Terms.By, 1));
        next.Terms.Conditions.ShouldBe(ask.Terms.Conditions);
    }

    [Fact]
    public void Asked_afresh_the_team_has_two_working_days_to_answer_but_not_beyond_the_day_it_is_needed()
    {
        DateOnly? AnswerBy(int days) => WandaLeaves(Scene.Promised(), Cast.Warehouse, Later with { Now = Scene.Monday.AddDays(days) }).Child!.AnswerBy;
        AnswerBy(0).ShouldBe(Scene.AnswerBy);
        AnswerBy(4).ShouldBe(new DateOnly(2026, 11, 24));
        AnswerBy(11).ShouldBe(Scene.NeededBy);
        AnswerBy(20).ShouldBe(Scene.Today.AddDays(20));
    }

    [Fact]
    public void What_was_not_promised_yet_goes_back_itself()
    {
        foreach (var ask in new[] { Scene.Asked(), Scene.Questioned(), Scene.Blocked(), Scene.Countered(), Scene.Countered(Scene.Blocked(Scene.Questioned())) })
        {
            var (back, none) = WandaLeaves(ask, Cast.Warehouse);
            none.ShouldBeNull();
            (back.State, back.Turn, back.Performer, back.OpenQuestion, back.Offer).ShouldBe((AskState.Requested, WarehouseTurn, null, null, null));
            back.Concerns.Count.ShouldBe(ask.OpenObstacles.Count());
            back.AllTerms.Count.ShouldBe(ask.AllTerms.Count);
            back.Parties.ShouldContain(Cast.Wanda);
        }
    }

    [Fact]
    public void It_goes_to_the_asked_team_before_the_leavers_own()
    {
        WandaLeaves(Scene.Taken(), Cast.Finance).Ask.Turn.ShouldBe(WarehouseTurn);
        WandaLeaves(Scene.Promised(Scene.Taken()), Cast.Finance).Child!.Turn.ShouldBe(WarehouseTurn);
        // Nobody is left in the asked team who could take it.
        var empty = Later with { Receiver = new Receiver(null, Cast.Warehouse) { HasMembers = false } };
        WandaLeaves(Scene.Taken(), Cast.Finance, empty).Ask.Turn.ShouldBe(new Turn(TurnKind.Team, Cast.Finance));
        WandaLeaves(Scene.Taken(), null, empty).Ask.State.ShouldBe(AskState.Draft);
    }

    [Fact]
    public void Without_a_team_it_returns_to_the_askers_drafts_with_its_history()
    {
        var (draft, _) = WandaLeaves(Scene.Countered(), null);
        (draft.State, draft.Turn, draft.Performer, draft.Team).ShouldBe((AskState.Draft, null, null, null));
        WandaLeaves(Scene.Promised(), null).Child!.State.ShouldBe(AskState.Draft);

        var rewritten = draft.Redraft(Scene.Crate with { What = "Half a load", Performer = Cast.Rolf }, Scene.By(Cast.Marta));
        rewritten.AllTerms.Select(t => t.What).ShouldBe(["Load Tidewrack's Heron", "Load Tidewrack's Heron", "Half a load"]);
        rewritten.Terms.Version.ShouldBe(3);
        var again = rewritten.Do(new Sending(), Scene.By(Cast.Marta) with { Receiver = new Receiver(Cast.Rolf, null) }).Ask;
        (again.State, again.Turn).ShouldBe((AskState.Requested, RolfTurn));
    }

    [Fact]
    public void An_ask_that_nobody_of_the_team_is_left_to_take_returns_to_the_drafts_with_its_history()
    {
        var draft = Scene.Asked(Scene.CrateForTeam).By(Cast.Marta, new RaisingConcern("Rain.")).TeamEmptied(Later);
        (draft.State, draft.Team, draft.ReturnedAt).ShouldBe((AskState.Draft, null, Later.Now));
        var rewritten = draft.Redraft(Scene.Crate, Scene.By(Cast.Marta));
        (rewritten.AllTerms.Count, rewritten.Concerns.Count).ShouldBe((2, 1));
        foreach (var ask in new[] { Scene.Taken(), Scene.Asked(), Scene.Withdrawn() })
            ask.TeamEmptied(Later).ShouldBe(ask);
    }

    [Fact]
    public void A_delivery_by_a_leaver_waits_for_the_asker_and_what_has_ended_stays()
    {
        foreach (var ask in new[] { Scene.Delivered(), Scene.Unconfirmed(), Scene.Accepted(), Scene.Declined(), Scene.Revoked(), Scene.Withdrawn(), Scene.Draft(), Scene.Asked(Scene.CrateForTeam) })
            WandaLeaves(ask, Cast.Warehouse).ShouldBe(new Moved(ask));
    }

    [Fact]
    public void A_rejected_delivery_of_a_leaver_does_as_their_promise()
    {
        var marta = Scene.By(Cast.Marta) with { PerformerHasLeft = true, PerformersTeam = Cast.Warehouse };
        foreach (var ask in new[] { Scene.Delivered(), Scene.Unconfirmed() })
        {
            var (old, next) = ask.Do(new Rejecting("The crate opens from the side"), marta);
            (old.State, old.Revocation!.Left, old.Rejections.Single().Condition).ShouldBe((AskState.Revoked, true, "The crate opens from the side"));
            (next!.State, next.Turn, next.Follows).ShouldBe((AskState.Requested, WarehouseTurn, ask.Id));
            old.Refuses(Cast.Marta, new Undoing()).Why.ShouldBe(Broken.NotNow);
        }
    }

    [Fact]
    public void A_successor_stands_behind_every_open_ask_and_an_ended_one_keeps_its_asker()
    {
        foreach (var ask in new[] { Scene.Asked(), Scene.Asked(Scene.CrateForTeam), Scene.Questioned(), Scene.Blocked(), Scene.Countered(), Scene.Promised(), Scene.Renegotiating(Cast.Wanda), Scene.Renegotiating(Cast.Marta), Scene.Delivered(), Scene.Unconfirmed() })
        {
            var passed = ask.RequesterLeft(Cast.Rolf, Later);
            (passed.Requester, passed.State).ShouldBe((Cast.Rolf, ask.State));
            passed.Turn.ShouldBe(ask.Turn == new Turn(TurnKind.Person, Cast.Marta) ? RolfTurn : ask.Turn);
            passed.Parties.ShouldContain(Cast.Marta);
        }
        foreach (var ask in new[] { Scene.Draft(), Scene.Accepted(), Scene.Declined(), Scene.Revoked(), Scene.Withdrawn() })
            ask.RequesterLeft(Cast.Rolf, Later).ShouldBe(ask);
    }

    [Fact]
    public void A_draft_that_came_back_has_a_successor_and_a_draft_never_sent_has_none()
    {
        WandaLeaves(Scene.Asked(), null).Ask.RequesterLeft(Cast.Rolf, Later).Requester.ShouldBe(Cast.Rolf);
        WandaLeaves(Scene.Promised(), null).Child!.RequesterLeft(Cast.Rolf, Later).Requester.ShouldBe(Cast.Rolf);
        Scene.Draft().RequesterLeft(Cast.Rolf, Later).Requester.ShouldBe(Cast.Marta);
    }

    [Fact]
    public void A_successor_does_not_answer_what_their_own_side_offered()
    {
        var passed = Scene.Renegotiating(Cast.Marta).RequesterLeft(Cast.Rolf, Later);
        passed.Turn.ShouldBe(WandaTurn);
        passed.Refuses(Cast.Rolf, new Agreeing()).Why.ShouldBe(Broken.NotYours);
        passed.By(Cast.Wanda, new Agreeing()).State.ShouldBe(AskState.Promised);
        passed.OfferedTerms!.ProposedBy.ShouldBe(Cast.Marta);
    }

    [Fact]
    public void A_successor_takes_over_the_obstacles_the_asker_owned()
    {
        var ask = Scene.Asked().By(Cast.Wanda, new RaisingObstacle("Which door?", Cast.Marta));
        ask.RequesterLeft(Cast.Rolf, Later).Turn.ShouldBe(RolfTurn);
    }

    [Fact]
    public void Nobody_becomes_their_own_asker()
    {
        foreach (var ask in new[] { Scene.Asked(), Scene.Blocked(Scene.Questioned()), Scene.Countered(), Scene.Promised(), Scene.Renegotiating(Cast.Marta), Scene.Delivered(), Scene.Unconfirmed() })
        {
            var ended = ask.RequesterLeft(Cast.Wanda, Later);
            (ended.State, ended.Requester, ended.Offer, ended.OpenQuestion).ShouldBe((AskState.Withdrawn, Cast.Marta, null, null));
            ended.OpenObstacles.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Obstacles_of_a_leaver_pass_to_the_asker()
    {
        var both = Scene.Blocked().By(Cast.Wanda, new RaisingObstacle("No lorry.", Cast.Bernd));
        var passed = both.ObstacleOwnerLeft(Cast.Noor, Later);
        (passed.Turn, passed.Version).ShouldBe((new Turn(TurnKind.Person, Cast.Marta), both.Version + 1));
        passed.Obstacles.Select(o => o.Owner).ShouldBe([Cast.Marta, Cast.Bernd]);
        passed.Parties.ShouldContain(Cast.Noor);
        both.ObstacleOwnerLeft(Cast.Piotr, Later).ShouldBe(both);
    }
}

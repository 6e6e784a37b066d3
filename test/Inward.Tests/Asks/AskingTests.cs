using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;

namespace Inward.Tests.Asks;

/// <summary>What an ask needs before it is sent, and to whom it may go.</summary>
public class AskingTests
{
    private static BrokenRule Unsent(Asking asking, Receiver? receiver = null, DateTimeOffset? now = null) =>
        Scene.Draft(asking).Refuses(new Sending(), Scene.By(Cast.Marta, now) with { Receiver = receiver ?? new Receiver(asking.Performer, asking.Team) });

    [Fact]
    public void An_ask_waits_for_its_performer_who_alone_has_the_turn()
    {
        var ask = Scene.Asked();
        ask.State.ShouldBe(AskState.Requested);
        ask.Turn.ShouldBe(new Turn(TurnKind.Person, Cast.Wanda));
        ask.SentAt.ShouldBe(Scene.Monday);
        ask.Version.ShouldBe(2);
    }

    [Fact]
    public void A_draft_needs_only_what_is_asked_and_has_no_turn()
    {
        var draft = Scene.Draft(new Asking("A crate"));
        (draft.State, draft.Turn, draft.IsOpen).ShouldBe((AskState.Draft, null, false));
        Should.Throw<BrokenRule>(() => Scene.Draft(new Asking("  "))).Fields.Select(f => f.Name).ShouldBe(["what"]);
    }

    [Fact]
    public void Everything_that_is_missing_is_named_at_once()
    {
        var broken = Unsent(new Asking("A crate"));
        broken.Why.ShouldBe(Broken.Invalid);
        broken.Fields.Select(f => f.Name).ShouldBe(["performer", "reason", "effect", "conditions", "answerBy", "neededBy"]);
    }

    [Theory]
    [InlineData("reason")]
    [InlineData("effect")]
    [InlineData("conditions")]
    [InlineData("answerBy")]
    [InlineData("neededBy")]
    public void Each_missing_part_is_named_by_its_field(string field)
    {
        var lacking = field switch
        {
            "reason" => Scene.Crate with { Reason = " \t" },
            "effect" => Scene.Crate with { Effect = null },
            "conditions" => Scene.Crate with { Conditions = ["", "   "] },
            "answerBy" => Scene.Crate with { AnswerBy = null },
            _ => Scene.Crate with { NeededBy = null },
        };
        Unsent(lacking).Fields.Select(f => f.Name).ShouldBe([field]);
    }

    [Fact]
    public void Days_lie_from_today_to_ten_years_ahead_and_the_answer_comes_first()
    {
        var yesterday = Scene.Today.AddDays(-1);
        Unsent(Scene.Crate with { AnswerBy = yesterday, NeededBy = yesterday }).Fields.Select(f => f.Name).ShouldBe(["answerBy", "neededBy"]);
        Unsent(Scene.Crate with { NeededBy = Scene.AnswerBy.AddDays(-1) }).Fields.Select(f => f.Name).ShouldBe(["neededBy"]);
        Unsent(Scene.Crate with { NeededBy = Scene.Today.AddYears(10).AddDays(1) }).Message.ShouldBe("2036-11-17 is more than ten years away.");
        Unsent(Scene.Crate with { NeededBy = DateOnly.MaxValue }).Fields.Select(f => f.Name).ShouldBe(["neededBy"]);
        Scene.Asked(Scene.Crate with { AnswerBy = Scene.Today, NeededBy = Scene.Today }).State.ShouldBe(AskState.Requested);
    }

    [Fact]
    public void The_29th_of_February_is_a_day_like_any_other()
    {
        var leap = new DateOnly(2028, 2, 29);
        var ask = Scene.Asked(Scene.Crate with { AnswerBy = leap, NeededBy = leap });
        ask.By(Cast.Wanda, new Promising(leap)).Promise!.By.ShouldBe(leap);
    }

    [Theory]
    [InlineData("America/Havana", "2026-03-08T04:59:59Z", "2026-03-07")]
    [InlineData("Africa/Cairo", "2026-04-23T21:59:59Z", "2026-04-23")]
    [InlineData("Asia/Beirut", "2026-03-28T21:59:59Z", "2026-03-28")]
    [InlineData("Pacific/Kiritimati", "2026-11-16T09:59:59Z", "2026-11-16")]
    [InlineData("Pacific/Pago_Pago", "2026-11-17T10:59:59Z", "2026-11-16")]
    public void A_day_ends_in_the_performers_zone_also_where_midnight_does_not_exist(string zone, string lastMoment, string day)
    {
        var (at, today) = (DateTimeOffset.Parse(lastMoment, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        var draft = Scene.Draft(Scene.Crate with { AnswerBy = today, NeededBy = today });
        var c = Scene.By(Cast.Marta, at) with { Calendar = WorkingCalendar.Usual(zone), Receiver = new Receiver(Cast.Wanda, null) };
        draft.Do(new Sending(), c).Ask.State.ShouldBe(AskState.Requested);
        draft.Refuses(new Sending(), c with { Now = at.AddSeconds(1) }).Fields.Select(f => f.Name).ShouldBe(["answerBy", "neededBy"]);
    }

    [Fact]
    public void Nobody_asks_themself() =>
        Unsent(Scene.Crate with { Performer = Cast.Marta }).Message.ShouldBe("You would be asking yourself. Choose a colleague or a team.");

    [Fact]
    public void One_who_left_cannot_be_asked() =>
        Unsent(Scene.Crate, new Receiver(Cast.Wanda, null) { HasLeft = true }).Message.ShouldBe("This colleague no longer works here. Choose somebody else or their team.");

    [Fact]
    public void A_stranger_to_the_workspace_cannot_be_asked() =>
        Unsent(Scene.Crate, new Receiver(Cast.Wanda, null) { Exists = false }).Fields.Select(f => f.Name).ShouldBe(["performer"]);

    [Fact]
    public void A_team_without_members_cannot_be_asked() =>
        Unsent(Scene.CrateForTeam, new Receiver(null, Cast.Warehouse) { HasMembers = false }).Fields.Select(f => f.Name).ShouldBe(["team"]);

    [Fact]
    public void Only_its_author_sees_changes_sends_or_discards_a_draft()
    {
        var draft = Scene.Draft();
        draft.Refuses(Cast.Wanda, new Promising(Scene.NeededBy)).Why.ShouldBe(Broken.NotVisible);
        Should.Throw<BrokenRule>(() => draft.Redraft(Scene.Crate, Scene.By(Cast.Wanda))).Why.ShouldBe(Broken.NotVisible);
        Should.Throw<BrokenRule>(() => draft.Discard(Scene.By(Cast.Wanda))).Why.ShouldBe(Broken.NotVisible);
        Manners.PossibleFor(draft, Scene.By(Cast.Wanda)).ShouldBeEmpty();
        Should.NotThrow(() => draft.Discard(Scene.By(Cast.Marta)));
    }

    [Fact]
    public void A_draft_is_rewritten_freely_and_a_sent_ask_is_not()
    {
        var rewritten = Scene.Draft().Redraft(Scene.Crate with { What = "Load the Stork" }, Scene.By(Cast.Marta));
        rewritten.AllTerms.Select(t => t.What).ShouldBe(["Load the Stork"]);
        rewritten.Version.ShouldBe(2);
        Should.Throw<BrokenRule>(() => Scene.Asked().Redraft(Scene.Crate, Scene.By(Cast.Marta))).Why.ShouldBe(Broken.NotNow);
        Should.Throw<BrokenRule>(() => Scene.Asked().Discard(Scene.By(Cast.Marta))).Message.ShouldBe("This has been asked already. Withdraw it instead.");
    }

    [Fact]
    public void The_deputy_of_an_absent_colleague_receives_new_asks()
    {
        var ask = Scene.Asked(receiver: new Receiver(Cast.Wanda, null) { Deputy = Cast.Piotr });
        (ask.Performer, ask.AskedOf).ShouldBe((Cast.Piotr, Cast.Wanda));
        ask.Refuses(Cast.Wanda, new Promising(Scene.NeededBy)).Why.ShouldBe(Broken.NotYours);
        ask.Parties.ShouldContain(Cast.Wanda);
    }

    [Fact]
    public void A_deputy_who_asks_or_performs_in_the_same_chain_is_passed_over()
    {
        Scene.Asked(receiver: new Receiver(Cast.Wanda, null) { Deputy = Cast.Marta }).Performer.ShouldBe(Cast.Wanda);
        var chained = Scene.By(Cast.Marta) with { Receiver = new Receiver(Cast.Wanda, null) { Deputy = Cast.Noor }, PerformersAbove = [Cast.Noor] };
        var ask = Scene.Draft().Do(new Sending(), chained).Ask;
        (ask.Performer, ask.AskedOf).ShouldBe((Cast.Wanda, null));
    }

    [Fact]
    public void Whoever_performs_above_or_below_in_the_chain_is_not_asked()
    {
        var c = Scene.By(Cast.Marta) with { Receiver = new Receiver(Cast.Wanda, null) };
        Scene.Draft().Refuses(new Sending(), c with { PerformersAbove = [Cast.Wanda] }).Fields.Select(f => f.Name).ShouldBe(["performer"]);
        Scene.Draft().Refuses(new Sending(), c with { PerformersBelow = [Cast.Wanda] }).Fields.Select(f => f.Name).ShouldBe(["performer"]);
    }
}

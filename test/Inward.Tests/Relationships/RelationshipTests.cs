using Inward.House;
using Inward.People;
using Inward.Relationships;

namespace Inward.Tests.Relationships;

public sealed class RelationshipTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Id Company = Next(), Me = Next(), Wanda = Next();

    [Theory]
    [InlineData(0, 30, "ideal")]
    [InlineData(-1, 30, "ideal")]
    [InlineData(null, 30, "ideal")]
    [InlineData(731, 731, "ideal")]
    [InlineData(14, 13, "limit")]
    [InlineData(14, null, "limit")]
    [InlineData(14, 731, "limit")]
    public void A_rhythm_is_between_a_day_and_two_years_and_its_limit_is_not_below_it(int? ideal, int? limit, string field) =>
        Should.Throw<BrokenRule>(() => Cadence.Chosen(ideal, limit)).Fields.ShouldContain(f => f.Name == field);

    [Theory]
    [InlineData(0, Warmth.Green)]
    [InlineData(14, Warmth.Green)]
    [InlineData(15, Warmth.Amber)]
    [InlineData(30, Warmth.Amber)]
    [InlineData(31, Warmth.Red)]
    public void Up_to_the_ideal_it_is_green_up_to_the_limit_amber_and_then_red(int days, Warmth warmth) => new Cadence(14, 30).After(days).ShouldBe(warmth);

    [Fact]
    public void Days_are_counted_by_the_calendar_where_I_am()
    {
        var kept = Kept() with { Last = new Contact(new DateTimeOffset(2026, 11, 22, 23, 30, 0, TimeSpan.Zero), "call", Next()) };
        kept.Days(Today, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).ShouldBe(0);
        kept.Days(Today, TimeZoneInfo.Utc).ShouldBe(1);
    }

    [Fact]
    public void While_two_have_not_met_days_count_from_the_day_it_began() => (Kept() with { Since = Today.AddDays(-40) }).Days(Today, TimeZoneInfo.Utc).ShouldBe(40);

    [Fact]
    public void Nobody_keeps_a_relationship_with_themself() => Should.Throw<BrokenRule>(() => Relationship.Begin(Company, Next(), Me, Me, false, Today)).Why.ShouldBe(Broken.Invalid);

    [Fact]
    public void Somebody_is_put_off_to_a_day_to_come_within_a_year()
    {
        Should.Throw<BrokenRule>(() => Kept().Snoozed(Today, Today)).Why.ShouldBe(Broken.Invalid);
        Should.Throw<BrokenRule>(() => Kept().Snoozed(Today.AddDays(367), Today)).Why.ShouldBe(Broken.Invalid);
        var later = Kept().Snoozed(Today.AddDays(7), Today);
        later.SleepsOn(Today, TimeZoneInfo.Utc).ShouldBeTrue();
        later.SleepsOn(Today.AddDays(7), TimeZoneInfo.Utc).ShouldBeFalse();
        later.Snoozed(null, Today).SleepsOn(Today, TimeZoneInfo.Utc).ShouldBeFalse();
    }

    [Fact]
    public void A_planned_talk_sleeps_until_its_day_and_is_over_once_we_talked()
    {
        var now = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        var kept = Kept().Planning(PlannedTalk.Checked(now.AddDays(3).AddSeconds(12), "  the crates ", now));
        kept.Plan.ShouldBe(new PlannedTalk(now.AddDays(3), "the crates"));
        kept.SleepsOn(Today.AddDays(2), TimeZoneInfo.Utc).ShouldBeTrue();
        kept.SleepsOn(Today.AddDays(3), TimeZoneInfo.Utc).ShouldBeFalse();
        (kept with { Last = new Contact(now.AddDays(1), "call", Next()) }).Plan.ShouldNotBeNull("that was another talk");
        (kept with { Last = new Contact(now.AddDays(3), "thanks", Next()) }).Plan.ShouldNotBeNull("a thank-you is no talk");
        (kept with { Last = new Contact(now.AddDays(3).AddHours(-2), "call", Next()) }).Plan.ShouldBeNull("they talked a little earlier");
        kept.Planning(null).Plan.ShouldBeNull();
    }

    [Fact]
    public void A_talk_is_planned_for_a_time_to_come_within_a_year()
    {
        var now = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        Should.Throw<BrokenRule>(() => PlannedTalk.Checked(null, null, now)).Fields.ShouldHaveSingleItem().Name.ShouldBe("at");
        Should.Throw<BrokenRule>(() => PlannedTalk.Checked(now, null, now)).Fields.ShouldHaveSingleItem().Name.ShouldBe("at");
        Should.Throw<BrokenRule>(() => PlannedTalk.Checked(now.AddDays(367), null, now)).Fields.ShouldHaveSingleItem().Name.ShouldBe("at");
        Should.Throw<BrokenRule>(() => PlannedTalk.Checked(now.AddDays(1), new string('x', 201), now)).Fields.ShouldHaveSingleItem().Name.ShouldBe("about");
    }

    [Fact]
    public void A_team_is_not_put_in_focus() => Should.Throw<BrokenRule>(() => (Kept() with { IsTeam = true }).InFocus(Today)).Why.ShouldBe(Broken.Invalid);

    [Fact]
    public void Who_is_in_focus_already_stays_there_since_the_first_day() => Kept().InFocus(Today.AddDays(-3)).InFocus(Today).FocusSince.ShouldBe(Today.AddDays(-3));

    [Theory]
    [InlineData(14, 14, 0, 0.0, 0)]
    [InlineData(14, 21, 0, 0.0, 0.5)]
    [InlineData(14, 28, 0, 1.0, 2)]
    [InlineData(14, 3, 2, 0.0, 2)]
    [InlineData(14, 28, 9, 0.0, 4)]
    [InlineData(14, null, 1, 0.0, 1)]
    public void The_order_is_told_by_days_over_the_ideal_and_at_most_three_asks(int ideal, int? days, int due, double leverage, double score) =>
        new NextToSee(Wanda, false, days, new Cadence(ideal, 60), "call", due, leverage).Score.ShouldBe(score, 1e-9);

    [Fact]
    public void Every_term_that_counts_is_said_and_no_other()
    {
        Why(new NextToSee(Wanda, false, 41, new Cadence(14, 30), "call", 2)).ShouldBe(["41 days since you talked, you wish for 14", "2 asks between you are due"]);
        Why(new NextToSee(Wanda, false, 41, new Cadence(14, 30), null, 0)).ShouldBe(["not met for 41 days, you wish for 14"]);
        Why(new NextToSee(Wanda, false, 41, new Cadence(14, 30), "thanks", 0)).ShouldBe(["41 days since a thank-you, you wish for 14"]);
        Why(new NextToSee(Wanda, false, 2, new Cadence(14, 30), "call", 1)).ShouldBe(["an ask between you is due"]);

        static IEnumerable<string> Why(NextToSee next) => next.Why.Select(w => w.ToString());
    }

    [Fact]
    public void Whoever_has_no_reason_is_not_on_the_list_and_the_strongest_reason_comes_first()
    {
        NextToSee Of(int days, int due) => new(Next(), false, days, Cadence.Default, "call", due);
        var (fine, late, asked) = (Of(10, 0), Of(45, 0), Of(1, 2));
        NextToSee.Ranked([fine, late, asked]).ShouldBe([asked, late]);
    }

    [Fact]
    public void A_step_of_the_guide_is_evident_only_by_what_happened()
    {
        var nothing = FocusGuide.Tell(new FocusFacts(OwnWords.None, 0, 0, 0, 0, 0, 0, 0));
        nothing.Select(s => s.Step).ShouldBe(Enum.GetValues<FocusStep>());
        nothing.ShouldAllBe(s => !s.IsEvident);
        FocusGuide.Next(nothing).ShouldBe(FocusStep.Relationship);
        var words = OwnWords.None with { DoAndWhy = new Answer("I pack.", Today), NeedFromOthers = new Answer("Weights.", Today) };
        var all = FocusGuide.Tell(new FocusFacts(words, 3, 1, 0, 0, 1, 0, 2));
        all.ShouldAllBe(s => s.IsEvident);
        FocusGuide.Next(all).ShouldBeNull();
    }

    [Fact]
    public void Thanks_that_are_due_and_obstacles_that_stand_come_before_those_of_the_past()
    {
        var steps = FocusGuide.Tell(new FocusFacts(OwnWords.None, 1, 5, 1, 1, 4, 1, 0));
        steps.Single(s => s.Step == FocusStep.Appreciation).ShouldSatisfyAllConditions(s => s.IsEvident.ShouldBeFalse(), s => s.Finding.ToString().ShouldBe("One thing they did waits for your thanks."));
        steps.Single(s => s.Step == FocusStep.Obstacles).IsEvident.ShouldBeFalse();
        var talked = FocusGuide.Tell(new FocusFacts(OwnWords.None, 1, 0, 0, 0, 0, 0, 0, Noted: 2, Named: 1));
        talked.Single(s => s.Step == FocusStep.Listening).ShouldSatisfyAllConditions(s => s.IsEvident.ShouldBeTrue(), s => s.Finding.ToString().ShouldBe("2 needs and wishes of theirs were noted in talks."));
        talked.Single(s => s.Step == FocusStep.Obstacles).ShouldSatisfyAllConditions(s => s.IsEvident.ShouldBeFalse(), s => s.Finding.ToString().ShouldStartWith("They named one obstacle in a talk."));
        steps.Single(s => s.Step == FocusStep.Decision).Finding.ToString().ShouldBe("One ask of yours waits for their answer.");
    }

    [Fact]
    public void The_questions_that_nobody_answered_are_named()
    {
        FocusGuide.NeverAnswered(OwnWords.None).Count().ShouldBe(6);
        FocusGuide.NeverAnswered(OwnWords.None with { DoAndWhy = new Answer("I pack.", Today) }).First().ToString().ShouldBe("What do you need from us to serve well?");
    }

    private static Relationship Kept() => Relationship.Begin(Company, Next(), Me, Wanda, false, Today);

    private static Id Next() => Id.New(DateTimeOffset.UnixEpoch);
}

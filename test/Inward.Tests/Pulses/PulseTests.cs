using Inward.House;
using Inward.Pulses;

namespace Inward.Tests.Pulses;

/// <summary>A pulse goes from draft to open to closed, and the next waits until it was answered.</summary>
public class PulseTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id Company = Id.New(Now), Wanda = Id.New(Now), Ole = Id.New(Now);
    private readonly Pulse draft = Pulse.Begun(new PulseTold("Autumn", [new("I know our objectives."), new("What is in the way?", QuestionKind.Comment)], Now.AddDays(7)), Company, Wanda, Now);

    private Pulse Open => draft.Opened(null, Now);

    private Pulse Closed => Open.Closed(Now.AddDays(7));

    [Fact]
    public void A_draft_says_everything_that_is_missing()
    {
        var wrong = Should.Throw<BrokenRule>(() => Pulse.Begun(new PulseTold(null, [], null), Company, Wanda, Now));
        wrong.Fields.Select(field => field.Name).ShouldBe(["closesAt", "questions"]);
        Should.Throw<BrokenRule>(() => Pulse.Begun(new PulseTold(null, [new(" "), new("a?"), new("A?")], Now.AddDays(-1)), Company, Wanda, Now)).Fields.Select(field => field.Name)
            .ShouldBe(["closesAt", "questions[0].text", "questions[2].text"]);
    }

    [Fact]
    public void What_is_open_is_not_told_anew()
    {
        Should.Throw<BrokenRule>(() => Open.Retold(new PulseTold("Winter", [new("Other?")], Now.AddDays(9)), Now)).Why.ShouldBe(Broken.NotNow);
        Should.Throw<BrokenRule>(() => Open.Opened(null, Now)).Why.ShouldBe(Broken.NotNow);
    }

    [Fact]
    public void The_next_opens_only_after_what_was_done_is_told()
    {
        Should.Throw<BrokenRule>(() => draft.Opened(Open, Now)).Why.ShouldBe(Broken.NotNow);
        Should.Throw<BrokenRule>(() => draft.Opened(Closed, Now)).Sentence.ToString().ShouldContain("what was done");
        draft.Opened(Closed.Answered("We moved the meeting.", Wanda, Now.AddDays(8)), Now).OpenedAt.ShouldBe(Now);
        Should.Throw<BrokenRule>(() => Closed.Answered(" ", Wanda, Now)).Why.ShouldBe(Broken.Invalid);
        Should.Throw<BrokenRule>(() => Open.Answered("Early", Wanda, Now)).Why.ShouldBe(Broken.NotNow);
    }

    [Fact]
    public void Nobody_closes_it_before_its_time() => Should.Throw<BrokenRule>(() => Open.Closed(Now.AddDays(6))).Why.ShouldBe(Broken.NotNow);

    [Fact]
    public void Answers_fit_their_questions_and_what_is_passed_by_is_left_out()
    {
        var (scale, words) = (draft.Questions[0].Id, draft.Questions[1].Id);
        Open.Checked([new Answer(scale, 4, null), new Answer(words, null, "  ")], Now).ShouldBe([new Answer(scale, 4, null)]);
        Names(new Answer(scale, 6, null)).ShouldBe(["answers[0].score"]);
        Names(new Answer(words, 3, null)).ShouldBe(["answers[0].score"]);
        Names(new Answer(scale, 1, null), new Answer(scale, 2, null)).ShouldBe(["answers[1].question"]);
        Names(new Answer(Wanda, 1, null)).ShouldBe(["answers[0].question"]);
        Names().ShouldBe(["answers"]);
        Should.Throw<BrokenRule>(() => Open.Checked([new Answer(scale, 4, null)], Now.AddDays(7))).Why.ShouldBe(Broken.NotNow);
        Should.Throw<BrokenRule>(() => draft.Checked([new Answer(scale, 4, null)], Now)).Why.ShouldBe(Broken.NotNow);

        IEnumerable<string> Names(params Answer[] answers) => Should.Throw<BrokenRule>(() => Open.Checked(answers, Now)).Fields.Select(field => field.Name);
    }

    [Fact]
    public void Its_owner_its_editors_and_administrators_change_it()
    {
        draft.MayChange(Wanda, false).ShouldBeTrue();
        draft.MayChange(Ole, true).ShouldBeTrue();
        Should.Throw<BrokenRule>(() => draft.CheckEditor(Ole, false)).Why.ShouldBe(Broken.NotYours);
        Should.Throw<BrokenRule>(() => Pulse.CheckMaker(leadsATeam: false, administrator: false)).Why.ShouldBe(Broken.NotYours);
    }

    [Fact]
    public void A_tally_tells_bands_the_median_and_their_intervals()
    {
        var tally = new Tally(1, 2, 3, 4, 2);
        (tally.Count, tally.Low.Of, tally.Middle.Of, tally.High.Of, tally.Median).ShouldBe((12, 3, 3, 6, 3));
        tally.Mean.ShouldBe(40.0 / 12, 1e-12);
        tally.MedianInterval.ShouldBe((2, 5));
        (new Tally(0, 0, 0, 5, 4).IsEnough, new Tally(0, 1, 0, 4, 0).IsEnough, new Tally(1, 1, 1, 1, 0).IsEnough).ShouldBe((false, true, false));
        (default(Tally).Mean, default(Tally).Median, new Tally(1, 1, 1, 1, 1).MedianInterval).ShouldBe((0, 0, null));
    }

    [Fact]
    public void No_trend_where_one_to_four_people_came_or_went()
    {
        var people = Enumerable.Range(0, 20).Select(_ => Id.New(Now)).ToList();
        bool Compared(IEnumerable<Id> before, IEnumerable<Id> after) => Trend.MayBeShown(before.ToHashSet(), after.ToHashSet());
        Compared(people, people).ShouldBeTrue();
        Compared(people, people.Skip(1)).ShouldBeFalse();
        Compared(people.Skip(4), people).ShouldBeFalse();
        Compared(people.Skip(5), people).ShouldBeTrue();
        Compared(people.Take(15), people.Skip(1)).ShouldBeFalse();
    }

    [Fact]
    public void The_sixteen_questions_are_different() => QuestionSet.Sixteen.Distinct(StringComparer.Ordinal).Count().ShouldBe(16);
}

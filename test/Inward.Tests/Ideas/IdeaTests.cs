using Inward.House;
using Inward.Ideas;

namespace Inward.Tests.Ideas;

/// <summary>An idea is answered with a reason by a day, and its author is named to the end.</summary>
public class IdeaTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly WorkingCalendar Days = WorkingCalendar.Usual("Europe/Berlin") with { Holidays = [new DateOnly(2026, 12, 1)] };
    private static readonly Id Company = Id.New(Now), Marta = Id.New(Now), Gareth = Id.New(Now), Wanda = Id.New(Now), Helen = Id.New(Now);

    [Fact]
    public void An_answer_takes_ten_working_days_unless_its_author_says_otherwise()
    {
        Shared().DueOn.ShouldBe(new DateOnly(2026, 12, 8), "a holiday is no working day");
        Shared(days: 1).DueOn.ShouldBe(Monday.AddDays(1));
        foreach (var days in new[] { 0, -3, 61 })
            Sentence(() => Shared(days: days)).ShouldBe("An answer takes 1 to 60 working days.");
        Sentence(() => Shared(text: " \n ")).ShouldBe("Write the idea down, in a sentence or two.");
        Sentence(() => Shared(text: new string('x', 4_001))).ShouldContain("too long");
    }

    [Fact]
    public void The_first_who_is_here_answers_and_never_its_author()
    {
        Answering.Of(Marta, [new(Marta, AnswersAs.Owner), new(Gareth, AnswersAs.AuthorsLead)]).ShouldBe(new Answering(Gareth, AnswersAs.AuthorsLead));
        Answering.Of(Marta, [new(Wanda, AnswersAs.Owner, IsHere: false), new(Gareth, AnswersAs.AuthorsLead)]).Who.ShouldBe(Gareth);
        Answering.Of(Marta, [new(Wanda, AnswersAs.Owner, Deputy: Helen)]).ShouldBe(new Answering(Helen, AnswersAs.Owner, Wanda));
        Answering.Of(Marta, [new(Wanda, AnswersAs.Owner, Deputy: Marta)]).ShouldBe(new Answering(Wanda, AnswersAs.Owner), "nobody stands in for their own idea");
        Answering.Of(Marta, []).ShouldBe(new Answering(Marta, AnswersAs.Nobody));
    }

    [Fact]
    public void Only_whoever_is_to_answer_answers_once_and_says_why()
    {
        var idea = Shared();
        Sentence(() => idea.Decline("No", Wanda, Now)).ShouldBe("Only the colleague who is to answer this idea does that.");
        Sentence(() => idea.Decline("No", Marta, Now)).ShouldBe("Only the colleague who is to answer this idea does that.");
        Sentence(() => idea.Decline(" ", Gareth, Now)).ShouldBe("Say why. Everybody who wanted it reads it.");
        var declined = idea.Decline("Too dear", Gareth, Now);
        declined.State(Monday).ShouldBe(IdeaState.Declined);
        Sentence(() => declined.Adopt(null, Gareth, Now)).ShouldBe("This idea was answered already.");
        idea.Adopt(null, Gareth, Now).State(Monday).ShouldBe(IdeaState.Adopted);
    }

    [Fact]
    public void Put_off_it_waits_again_from_that_day_on()
    {
        Sentence(() => Shared().PutOff(Monday, "x", Gareth, Days, Now)).ShouldBe("Choose a day after today and within 24 months.");
        Sentence(() => Shared().PutOff(null, "x", Gareth, Days, Now)).ShouldBe("Say until which day.");
        var later = Shared().PutOff(new DateOnly(2027, 1, 4), "After the fair", Gareth, Days, Now);
        (later.State(Monday), later.State(new DateOnly(2027, 1, 3)), later.State(new DateOnly(2027, 1, 4))).ShouldBe((IdeaState.Later, IdeaState.Later, IdeaState.Waiting));
        (later.DueOn, later.IsOverdue(new DateOnly(2027, 1, 18)), later.IsOverdue(new DateOnly(2027, 1, 19))).ShouldBe((new DateOnly(2027, 1, 18), false, true));
        later.Decline("Still no room", Gareth, Now).Answers.Select(answer => answer.Kind).ShouldBe([AnswerKind.Later, AnswerKind.Declined]);
    }

    [Fact]
    public void Unanswered_it_is_escalated_once_and_a_private_one_to_nobody()
    {
        Shared().Escalate(Helen, Days, Now).ShouldBeNull("its day has not come");
        var late = Now.AddDays(16);
        var escalated = Shared().Escalate(Helen, Days, late)!;
        escalated.Escalate(Helen, Days, late).ShouldBeNull();
        escalated.Adopt(null, Helen, late).State(Monday).ShouldBe(IdeaState.Adopted);
        var hidden = Shared(isPrivate: true).Escalate(Helen, Days, late)!;
        hidden.Escalated!.To.ShouldBeNull();
        hidden.IsAnsweredBy(Helen).ShouldBeFalse();
    }

    [Fact]
    public void Two_that_are_the_same_are_merged_and_parted_as_they_were()
    {
        var (one, other) = (Shared(), Shared("The same in other words"));
        Sentence(() => one.Merge(one, Gareth, Now)).ShouldStartWith("This would go round in a ring");
        Sentence(() => one.Merge(other, Wanda, Now)).ShouldStartWith("Only whoever had this idea");
        Sentence(() => one.Merge(Shared(isPrivate: true), Gareth, Now)).ShouldStartWith("A private idea stays between two people");
        Sentence(() => one.Merge(other.Decline("No", Gareth, Now), Gareth, Now)).ShouldStartWith("The other idea was declined");
        var merged = one.Merge(other, Gareth, Now);
        merged.State(Monday).ShouldBe(IdeaState.Merged);
        Sentence(() => merged.Decline("No", Gareth, Now)).ShouldBe("This idea went into another one. What is said there counts for both.");
        merged.Part(Marta, Days, Now).ShouldBe(one);
        merged.Part(Marta, Days, Now.AddDays(30)).DueOn.ShouldBeGreaterThan(Monday.AddDays(30), "time has passed while it was part of another");
        Sentence(() => one.Part(Marta, Days, Now)).ShouldBe("This idea went into no other.");
    }

    [Fact]
    public void Whoever_was_to_answer_leaves_and_the_next_has_as_much_time()
    {
        var passed = Shared().PassOn(new Answering(Helen, AnswersAs.Instead), Days, Now.AddDays(14));
        (passed.Answering.Who, passed.DueOn).ShouldBe((Helen, new DateOnly(2026, 12, 21)));
        var later = Shared().PutOff(new DateOnly(2027, 1, 4), "x", Gareth, Days, Now).PassOn(new Answering(Helen, AnswersAs.Instead), Days, Now);
        (later.DueOn, later.State(Monday)).ShouldBe((new DateOnly(2027, 1, 18), IdeaState.Later));
    }

    [Fact]
    public void A_card_takes_ideas_until_its_day_or_until_it_is_closed()
    {
        HelpWanted Posted(DateOnly? until, string? text = "Who knows a dry hall?") => HelpWanted.Of(Company, Id.New(Now), Marta, text, [HelpKind.Resources, HelpKind.Resources], null, until, null, Monday, Now);
        var card = Posted(Monday.AddDays(4));
        (card.Kinds.Count, card.Answerer, card.TakesIdeas(Monday.AddDays(4)), card.TakesIdeas(Monday.AddDays(5))).ShouldBe((1, Marta, true, false));
        Sentence(() => card.Close(Wanda, Now)).ShouldStartWith("Only whoever posted it");
        card.Close(Marta, Now).TakesIdeas(Monday).ShouldBeFalse();
        Sentence(() => card.Close(Marta, Now).Close(Marta, Now)).ShouldBe("This card is closed already.");
        Sentence(() => Posted(Monday.AddDays(-1))).ShouldStartWith("Choose a day from today on");
        Sentence(() => Posted(Monday, " ")).ShouldStartWith("Say what you need");
    }

    private static Idea Shared(string? text = "A tarpaulin over the gate", bool isPrivate = false, int? days = null) =>
        Idea.Of(Company, Id.New(Now), Marta, new IdeaShared(text, isPrivate, Days: days), new Answering(Gareth, AnswersAs.AuthorsLead), Days, Now);

    private static string Sentence(Func<object> broken) => Should.Throw<BrokenRule>(() => broken()).Sentence.ToString();
}

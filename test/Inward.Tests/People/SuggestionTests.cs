using Inward.House;
using Inward.People;

namespace Inward.Tests.People;

public sealed class SuggestionTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly Id Company = Id.New(Morning), Marta = Id.New(Morning), Wanda = Id.New(Morning);
    private static readonly Suggestion Strengths = new(Company, Id.New(Morning), Wanda, false, WordsQuestion.Strengths, "Crates of any size.", Marta, Morning);

    [Fact]
    public void Words_are_suggested_for_another_s_page_only()
    {
        Made(Strengths).ShouldBe(Strengths);
        Refused(() => Strengths.Made(own: true, gone: false, waits: false)).ShouldBe(Broken.NotNow);
        Refused(() => Strengths.Made(own: false, gone: true, waits: false)).ShouldBe(Broken.NotNow);
        Refused(() => Strengths.Made(own: false, gone: false, waits: true)).ShouldBe(Broken.NotNow);
        Refused(() => Made(Strengths with { Words = " " })).ShouldBe(Broken.Invalid);
        Refused(() => Made(Strengths with { Words = new string('x', Answer.Longest + 1) })).ShouldBe(Broken.Invalid);
    }

    [Fact]
    public void What_is_accepted_word_for_word_names_its_source()
    {
        Strengths.Accepted(own: true, null, Wanda, Morning).State.ShouldBe(SuggestionState.Accepted);
        Strengths.Accepted(own: true, " Crates of any size.", Wanda, Morning).State.ShouldBe(SuggestionState.Accepted);
        Strengths.AsAnswer(null, Wanda, Monday).ShouldBe(new Answer("Crates of any size.", Monday) { SuggestedBy = Marta });
        (Strengths with { IsTeam = true }).AsAnswer("", Wanda, Monday).ShouldBe(new Answer("Crates of any size.", Monday) { By = Wanda, SuggestedBy = Marta });
    }

    [Fact]
    public void Other_words_are_no_longer_whoever_suggested_them()
    {
        Strengths.Accepted(own: true, "Crates.", Wanda, Morning).State.ShouldBe(SuggestionState.Changed);
        Strengths.AsAnswer("Crates.", Wanda, Monday).ShouldBe(new Answer("Crates.", Monday));
        Refused(() => Strengths.Accepted(own: true, new string('x', Answer.Longest + 1), Wanda, Morning)).ShouldBe(Broken.Invalid);
    }

    [Fact]
    public void Only_whose_page_it_is_answers_and_only_who_made_it_takes_it_back()
    {
        Refused(() => Strengths.Accepted(own: false, null, Marta, Morning)).ShouldBe(Broken.NotYours);
        Refused(() => Strengths.Declined(own: false, null, Marta, Morning)).ShouldBe(Broken.NotYours);
        Refused(() => Strengths.Withdrawn(Wanda, Morning)).ShouldBe(Broken.NotYours);
        Strengths.Withdrawn(Marta, Morning).State.ShouldBe(SuggestionState.Withdrawn);
        Strengths.Declined(own: true, " Thank you. ", Wanda, Morning).Reply.ShouldBe("Thank you.");
        Refused(() => Strengths.Declined(own: true, new string('x', 501), Wanda, Morning)).ShouldBe(Broken.Invalid);
    }

    [Fact]
    public void It_is_answered_once()
    {
        var declined = Strengths.Declined(own: true, null, Wanda, Morning);
        (declined.AnsweredBy, declined.AnsweredAt, declined.Version).ShouldBe((Wanda, Morning, 2));
        Refused(() => declined.Accepted(own: true, null, Wanda, Morning)).ShouldBe(Broken.NotNow);
        Refused(() => declined.Declined(own: true, null, Wanda, Morning)).ShouldBe(Broken.NotNow);
        Refused(() => declined.Withdrawn(Marta, Morning)).ShouldBe(Broken.NotNow);
    }

    [Theory]
    [InlineData(WordsQuestion.DoAndWhy)]
    [InlineData(WordsQuestion.NeedFromOthers)]
    [InlineData(WordsQuestion.HowToReach)]
    [InlineData(WordsQuestion.BestTime)]
    [InlineData(WordsQuestion.Strengths)]
    [InlineData(WordsQuestion.HowToThank)]
    public void An_answer_takes_the_place_of_its_own_question_and_no_other(WordsQuestion question)
    {
        var words = OwnWords.None.With(question, new Answer("So.", Monday));
        words[question].ShouldBe(new Answer("So.", Monday));
        words.Answers.ShouldHaveSingleItem();
        words.With(question, null).ShouldBe(OwnWords.None);
    }

    [Fact]
    public void What_own_words_are_told_from_is_not_written_down_beside_them()
    {
        var json = System.Text.Json.JsonSerializer.Serialize(OwnWords.None.With(WordsQuestion.BestTime, new Answer("At ten.", Monday)));
        json.ShouldNotContain("Answers");
        json.ShouldNotContain("AreUnsaid");
        System.Text.Json.JsonSerializer.Deserialize<OwnWords>(json)!.BestTime.ShouldBe(new Answer("At ten.", Monday));
    }

    private static Suggestion Made(Suggestion suggestion) => suggestion.Made(own: false, gone: false, waits: false);

    private static Broken Refused(Action act) => Should.Throw<BrokenRule>(act).Why;
}

using Inward.Conversations;
using Inward.House;

namespace Inward.Tests.Conversations;

public class ConversationTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Id Osterfenn = Id.New(Now), Marta = Id.New(Now), Wanda = Id.New(Now), Piotr = Id.New(Now);
    private readonly Conversation talk = new(Osterfenn, Id.New(Now), Marta, [Wanda], Now, "call", " The crate.\n", Private: false) { LoggedAt = Now };

    [Fact]
    public void Its_words_are_kept_to_the_last_space() => talk.Checked(Now).Text.ShouldBe(" The crate.\n");

    [Fact]
    public void At_least_a_dozen_people_talk_at_once() =>
        (talk with { People = [.. Enumerable.Range(0, 12).Select(_ => Id.New(Now))] }).Checked(Now).People.Count.ShouldBe(12);

    [Fact]
    public void A_hello_needs_no_words() => (talk with { Channel = "hello", Text = " " }).Checked(Now).Text.ShouldBe("");

    [Fact]
    public void Whatever_is_wrong_is_said_in_a_sentence()
    {
        Wrong(talk with { People = [] }).ShouldBe("people: Say with whom you talked.");
        Wrong(talk with { People = [Marta, Marta] }).ShouldBe("people: A talk takes two. Name the colleague you talked with.");
        Wrong(talk with { Text = " \n" }).ShouldBe("text: Write down what was said, in a few words.");
        Wrong(talk with { At = Now.AddHours(1) }).ShouldBe("at: A talk that has not happened yet cannot be told.");
        Wrong(talk with { Channel = "owl" }).ShouldStartWith("channel: “owl” is no channel here.");
    }

    [Fact]
    public void A_correction_is_a_version_later_and_only_its_author_s()
    {
        var corrected = talk.Corrected(talk with { Text = "Two crates.", People = [Wanda, Piotr], Author = Piotr }, Marta, Now.AddHours(1))!;
        (corrected.Version, corrected.Text, corrected.Author, corrected.LoggedAt).ShouldBe((2, "Two crates.", Marta, Now));
        talk.Corrected(talk with { }, Marta, Now).ShouldBeNull();
        Should.Throw<BrokenRule>(() => talk.Corrected(talk with { Text = "x" }, Wanda, Now)).Why.ShouldBe(Broken.NotYours);
    }

    [Fact]
    public void A_slip_is_taken_back_within_ten_seconds()
    {
        talk.CheckTakingBack(Marta, Now.AddSeconds(10));
        Should.Throw<BrokenRule>(() => talk.CheckTakingBack(Marta, Now.AddSeconds(11))).Why.ShouldBe(Broken.NotNow);
        Should.Throw<BrokenRule>(() => talk.CheckTakingBack(Wanda, Now)).Why.ShouldBe(Broken.NotYours);
        (talk with { LoggedAt = null }).CanBeTakenBack(Marta, Now).ShouldBeFalse();
    }

    [Fact]
    public void A_need_is_answered_by_whom_it_is_about_and_a_promise_by_whoever_gave_it()
    {
        var (need, promise) = (new Noted(ItemKind.Need, "a chair", Marta, Wanda), new Noted(ItemKind.Promise, "a chair", Marta, Wanda));
        need.Answered(ItemAnswer.Taken, Wanda).Answer.ShouldBe(ItemAnswer.Taken);
        need.Answered(ItemAnswer.Waved, Wanda).Answer.ShouldBe(ItemAnswer.Waved);
        promise.Answered(ItemAnswer.Done, Marta).Answer.ShouldBe(ItemAnswer.Done);
        Why(() => need.Answered(ItemAnswer.Taken, Marta)).ShouldBe(Broken.NotYours);
        Why(() => promise.Answered(ItemAnswer.Done, Wanda)).ShouldBe(Broken.NotYours);
        Why(() => need.Answered(ItemAnswer.Done, Wanda)).ShouldBe(Broken.NotNow);
        Why(() => promise.Answered(ItemAnswer.Taken, Marta)).ShouldBe(Broken.NotNow);
        Why(() => need.Answered(ItemAnswer.Taken, Wanda).Answered(ItemAnswer.Waved, Wanda)).ShouldBe(Broken.NotNow);
        Why(() => new Noted(ItemKind.Idea, "a chair", Marta, Wanda).Answered(ItemAnswer.Done, Wanda)).ShouldBe(Broken.NotNow);
    }

    private static Broken Why(Action wrong) => Should.Throw<BrokenRule>(wrong).Why;

    private static string Wrong(Conversation told) => Should.Throw<BrokenRule>(() => told.Checked(Now)).Fields.Select(f => $"{f.Name}: {f.Sentence}").Single();
}

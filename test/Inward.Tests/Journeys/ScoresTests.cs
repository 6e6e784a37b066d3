using FsCheck;
using FsCheck.Fluent;
using Inward.House;
using Inward.Journeys;

namespace Inward.Tests.Journeys;

public class ScoresTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id Marta = Id.New(Now), Wanda = Id.New(Now);
    private readonly Journey journey = Journey.First(Id.New(Now), Now);

    private Stage Payment => journey.Called("Payment")!;

    [Theory]
    [InlineData(3, 3, false)]
    [InlineData(1, 3, false)]
    [InlineData(1, 4, true)]
    public void More_than_two_points_apart_is_worth_a_talk(int one, int other, bool isDisagreement) => Spread.Of([one, other])!.IsDisagreement.ShouldBe(isDisagreement);

    [Fact]
    public void The_median_of_an_even_number_may_be_a_half()
    {
        Spread.Of([5, 2, 3, 4])!.ShouldBe(new Spread(3.5m, 2, 5));
        Spread.Of([4, 0, 1])!.Median.ShouldBe(1);
        Spread.Of([])!.ShouldBeNull();
    }

    [Fact]
    public void A_median_lies_between_and_is_a_value_that_a_stage_can_have() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
    {
        var scores = bytes.Select(b => b % (Stage.Highest + 1)).ToList();
        return Spread.Of(scores) is not { } spread
            || (spread.Median >= spread.Lowest && spread.Median <= spread.Highest && spread.Median * 2 % 1 == 0 && scores.Count(s => s < spread.Median) <= scores.Count / 2 && scores.Count(s => s > spread.Median) <= scores.Count / 2);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_score_goes_from_0_to_5_and_its_weight_may_be_left_out()
    {
        Score.Given(0, 5, null).ShouldBe(new Score(0, 5, null));
        Should.Throw<BrokenRule>(() => Score.Given(null, 6, -1)).Fields.Select(wrong => wrong.Name).ShouldBe(["customerValue", "ourValue", "weight"]);
    }

    [Fact]
    public void The_median_is_adopted_with_how_many_scored_once_two_have()
    {
        var both = Scored.Of([new Score(5, 2, null), new Score(2, 3, 4)])!;
        both.IsDisagreement.ShouldBeTrue();
        var adopted = journey.Adopted(Payment.Id, both, Marta, Now).Called("Payment")!;
        (adopted.CustomerValue, adopted.OurValue, adopted.Weight, adopted.Valued).ShouldBe((3.5m, 2.5m, 4m, new Valued(Marta, Now, 2)));
        Should.Throw<BrokenRule>(() => journey.Adopted(Payment.Id, Scored.Of([new Score(5, 2, null)])!, Marta, Now)).Why.ShouldBe(Broken.NotNow);
    }

    [Fact]
    public void What_somebody_sets_is_set_by_them_and_assumed_until_something_speaks_for_it()
    {
        Payment.IsAssumed().ShouldBeFalse();
        var set = journey.Retold(JourneyTold.Of(journey) with { Stages = [.. JourneyTold.Of(journey).Stages!.Select(stage => stage.Name == "Payment" ? stage with { OurValue = 4 } : stage)] }, Marta, Now);
        (set.Called("Payment")!.Valued, set.Called("Payment")!.IsAssumed(), set.Called("Purchase")!.Valued).ShouldBe((new Valued(Marta, Now, null), true, null));
        var renamed = set.Retold(JourneyTold.Of(set) with { Name = "Other" }, Wanda, Now.AddDays(1));
        renamed.Called("Payment")!.Valued.ShouldBe(new Valued(Marta, Now, null));
        var shown = renamed.Supported(Payment.Id, new Evidence(Id.New(Now), EvidenceKind.Link, Wanda, " https://example.org/study ", Wanda, Now));
        var evidence = shown.Called("Payment")!.Evidence.Single();
        (shown.Called("Payment")!.IsAssumed(), evidence.Address, evidence.Record).ShouldBe((false, "https://example.org/study", null));
        Should.Throw<BrokenRule>(() => shown.Unsupported(Payment.Id, evidence.Id, Marta, mayChange: false)).Why.ShouldBe(Broken.NotYours);
        shown.Unsupported(Payment.Id, evidence.Id, Wanda, mayChange: false).Called("Payment")!.Evidence.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("the folder on the shelf")]
    [InlineData("file:///etc/passwd")]
    public void What_is_no_web_address_is_shown_and_not_linked(string words) => new Evidence(default, EvidenceKind.Link, null, words, Marta, Now).Checked().Address.ShouldBeNull();
}

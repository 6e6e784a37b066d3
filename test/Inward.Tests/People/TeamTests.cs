using Inward.House;
using Inward.People;

namespace Inward.Tests.People;

public class TeamTests
{
    private static readonly Id Osterfenn = Id.New(DateTimeOffset.UnixEpoch);
    private static readonly Id Wanda = Id.New(DateTimeOffset.UnixEpoch);
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private readonly Team warehouse = new(Osterfenn, Id.New(DateTimeOffset.UnixEpoch), "Warehouse");

    private Membership Stay(DateOnly? from, DateOnly? to) => new(Osterfenn, Id.New(DateTimeOffset.UnixEpoch), Wanda, warehouse.Id, from, to, Lead: false);

    [Fact]
    public void A_stay_covers_its_first_and_its_last_day()
    {
        var stay = Stay(Monday, Monday.AddDays(4));
        stay.Covers(Monday).ShouldBeTrue();
        stay.Covers(Monday.AddDays(4)).ShouldBeTrue();
        stay.Covers(Monday.AddDays(5)).ShouldBeFalse();
        Stay(null, null).Covers(DateOnly.MinValue).ShouldBeTrue();
    }

    [Fact]
    public void Nobody_is_in_a_team_twice_on_one_day()
    {
        var first = Stay(Monday, Monday.AddDays(4));
        Should.Throw<BrokenRule>(() => Stay(Monday.AddDays(4), null).Beside([first])).Fields.Single().Name.ShouldBe("from");
        Should.Throw<BrokenRule>(() => Stay(null, null).Beside([first]));
        Should.Throw<BrokenRule>(() => first.Beside([Stay(null, null)]));
        Stay(Monday.AddDays(5), null).Beside([first]);
        Stay(null, Monday.AddDays(-1)).Beside([first]);
        first.Beside([first]);
        (Stay(null, null) with { Team = Osterfenn }).Beside([first]);
        (Stay(null, null) with { Person = Osterfenn }).Beside([first]);
    }

    [Fact]
    public void A_stay_does_not_end_before_it_begins() =>
        Should.Throw<BrokenRule>(() => Stay(Monday, Monday.AddDays(-1)).Beside([])).Fields.Single().Name.ShouldBe("to");

    [Fact]
    public void A_teams_words_are_written_by_whoever_is_in_it_and_name_who_wrote_them()
    {
        warehouse.Says(new WordsTold(NeedFromOthers: "The address, complete."), by: Osterfenn, isMember: true, Monday).OwnWords.NeedFromOthers.ShouldBe(new Answer("The address, complete.", Monday) { By = Osterfenn });
        Should.Throw<BrokenRule>(() => warehouse.Says(new WordsTold("We idle."), by: Osterfenn, isMember: false, Monday)).Sentence.ToString().ShouldStartWith("Only those who are in Warehouse write these words.");
    }

    [Fact]
    public void Teams_are_kept_by_administrators()
    {
        Team.CheckKeeper(administrator: true);
        Should.Throw<BrokenRule>(() => Team.CheckKeeper(administrator: false)).Why.ShouldBe(Broken.NotYours);
    }
}

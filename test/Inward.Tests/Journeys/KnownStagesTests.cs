using Inward.House;
using Inward.Journeys;

namespace Inward.Tests.Journeys;

public class KnownStagesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id Osterfenn = Id.New(Now);
    private readonly Journey machines = Journey.First(Osterfenn, Now);
    private readonly Journey parts = Journey.Begun(new JourneyTold("Parts", Stages: [new("Call to the hotline"), new("Payment")]), Osterfenn, null, Now.AddDays(1));

    private KnownStages Known => new([machines, parts]);

    [Fact]
    public void A_word_stands_in_the_oldest_journey_that_has_it_whatever_its_case()
    {
        Known.Of(null, " payment ")!.ShouldBe(new Standing(machines, machines.Called("Payment")!, 7));
        Known.Of(null, "Call to the Hotline")!.Journey.ShouldBe(parts);
    }

    [Fact]
    public void A_journey_that_was_chosen_is_the_only_one_looked_into()
    {
        Known.Of(parts.Id, "Payment")!.Place.ShouldBe(1);
        Known.Of(parts.Id, "First visit").ShouldBeNull();
    }

    [Fact]
    public void A_word_of_another_system_stands_nowhere_and_is_kept()
    {
        Known.Of(null, "Closed Won").ShouldBeNull();
        Known.Meant(null, "Closed Won").ShouldBe((null, "Closed Won"));
    }

    [Fact]
    public void A_stage_can_be_told_by_its_id()
    {
        Known.Meant(null, $" {parts.Stages[1].Id} ").ShouldBe((parts.Id, "Payment"));
        Should.Throw<BrokenRule>(() => Known.Meant(null, $"{Id.New(Now)}")).Fields.Single().Name.ShouldBe("stage");
        Should.Throw<BrokenRule>(() => Known.Meant(Id.New(Now), "Payment")).Fields.Single().Name.ShouldBe("journey");
    }
}

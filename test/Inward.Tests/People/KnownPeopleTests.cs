using Inward.House;
using Inward.People;

namespace Inward.Tests.People;

public class KnownPeopleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id Workspace = Id.New(Now);

    private readonly Person ann = Named("Ann Meyer") with { Email = "ann@osterfenn.example", ExternalKey = "7" };
    private readonly Person bob = Named("Bob Ray") with { UserName = "bray" };

    [Fact]
    public void A_person_is_meant_by_id_key_address_user_name_or_name()
    {
        var known = new KnownPeople([ann, bob]);
        foreach (var word in (string[])[ann.Id.ToString(), "7", "ANN@osterfenn.example", "ann meyer"])
            known.Meant(word).ShouldBe([ann], word);
        known.Meant("BRAY").ShouldBe([bob]);
        known.Meant("Carl").ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_took_the_key_of_another_for_a_name_is_not_meant_by_it() =>
        new KnownPeople([Named("7"), Named("ann@osterfenn.example"), ann]).Meant("7").ShouldBe([ann]);

    [Fact]
    public void Of_two_with_one_name_those_who_work_here_are_meant_and_two_of_them_are_two()
    {
        var left = Named("Bob Ray") with { LeftOn = new DateOnly(2020, 1, 1) };
        new KnownPeople([left, bob]).ByAnything("Bob Ray").ShouldBe(bob);
        new KnownPeople([left]).ByAnything("Bob Ray").ShouldBe(left);
        new KnownPeople([bob, Named("bob ray")]).ByAnything("Bob Ray").ShouldBeNull();
    }

    private static Person Named(string name) => new(Workspace, Id.New(Now), name);
}

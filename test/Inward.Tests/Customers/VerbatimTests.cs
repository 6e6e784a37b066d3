using Inward.Customers;
using Inward.House;

namespace Inward.Tests.Customers;

public class VerbatimTests
{
    private static readonly Id Osterfenn = Id.New(DateTimeOffset.UnixEpoch);
    private static readonly Id Tidewrack = Id.New(DateTimeOffset.UnixEpoch);
    private static readonly DateOnly Today = new(2026, 11, 21);
    private readonly Verbatim lane = new(Osterfenn, Id.New(DateTimeOffset.UnixEpoch), Tidewrack, "  The lane is eleven foot wide.\n", Today) { SaidBy = "Imogen Pell" };

    [Fact]
    public void Words_are_kept_to_the_last_space() => lane.Checked(Today).Words.ShouldBe("  The lane is eleven foot wide.\n");

    [Fact]
    public void Nobody_has_said_anything_tomorrow() =>
        Should.Throw<BrokenRule>(() => (lane with { SaidOn = Today.AddDays(1) }).Checked(Today)).Fields.Single().Name.ShouldBe("saidOn");

    [Fact]
    public void Words_that_say_nothing_are_refused() =>
        Should.Throw<BrokenRule>(() => (lane with { Words = " \n " }).Checked(Today)).Fields.Single().Name.ShouldBe("words");

    [Fact]
    public void Half_a_character_is_refused() =>
        Should.Throw<BrokenRule>(() => (lane with { Words = "broken \ud83d here" }).Checked(Today)).Fields.Single().Name.ShouldBe("words");

    [Fact]
    public void A_correction_is_a_new_version_by_the_same_keeper()
    {
        var corrected = lane.Corrected(lane with { Words = "The lane is ten foot wide.", KeptBy = Tidewrack, Version = 9 }, Today);
        corrected.ShouldBe(lane with { Words = "The lane is ten foot wide.", Version = 2 });
    }

    [Fact]
    public void Correcting_nothing_makes_no_version() => lane.Corrected(lane with { Version = 7 }, Today).ShouldBeNull();

    [Fact]
    public void Words_are_about_a_sale_with_the_customer_who_said_them()
    {
        var theirs = new Sale(Osterfenn, Id.New(DateTimeOffset.UnixEpoch), Tidewrack, "Heron 15");
        var another = theirs with { Id = Id.New(DateTimeOffset.UnixEpoch), Customer = Osterfenn };
        (lane with { Sale = theirs.Id }).About(theirs).Sale.ShouldBe(theirs.Id);
        lane.About(null).ShouldBe(lane);
        Should.Throw<BrokenRule>(() => (lane with { Sale = another.Id }).About(another)).Fields.Single().Name.ShouldBe("sale");
        Should.Throw<BrokenRule>(() => (lane with { Sale = theirs.Id }).About(null)).Why.ShouldBe(Broken.Invalid);
    }
}

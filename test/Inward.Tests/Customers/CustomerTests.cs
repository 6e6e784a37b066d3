using Inward.Customers;
using Inward.House;

namespace Inward.Tests.Customers;

public class CustomerTests
{
    private readonly Customer tidewrack = new(Id.New(DateTimeOffset.UnixEpoch), Id.New(DateTimeOffset.UnixEpoch), "Tidewrack Coffee");

    [Fact]
    public void A_new_name_is_a_new_version()
    {
        var renamed = tidewrack.Renamed(" Tidewrack Coffee Ltd ");
        renamed.Name.ShouldBe("Tidewrack Coffee Ltd");
        renamed.Version.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void A_customer_needs_a_name(string name) =>
        Should.Throw<BrokenRule>(() => tidewrack.Renamed(name)).Fields.Single().Name.ShouldBe("name");

    [Fact]
    public void Any_text_is_a_name_even_one_that_looks_like_a_formula() =>
        tidewrack.Renamed("=cmd() 🎉 مقهى").Name.ShouldBe("=cmd() 🎉 مقهى");
}

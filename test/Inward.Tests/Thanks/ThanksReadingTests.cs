using Inward.Thanks;

namespace Inward.Tests.Thanks;

public sealed class ThanksReadingTests
{
    [Theory]
    [InlineData("Thank you so much, great work!", "", 0)]
    [InlineData("Danke, Wanda", "", 0)]
    [InlineData("Danke fürs Messen der Kiste", "", 1)]
    [InlineData("Thank you for measuring the crate", "", 1)]
    [InlineData("Thank you for measuring the crate", "It went through the door at once.", 2)]
    [InlineData("You measured the crate again, so that nobody had to come twice.", "", 2)]
    [InlineData("Thank you for measuring the crate", "The customer's people carried it up in one go.", 3)]
    [InlineData("Danke fürs Messen der Kiste", "Die Kundin konnte am Montag öffnen.", 3)]
    [InlineData("", "", 0)]
    public void A_thank_you_names_the_act_its_effect_and_what_the_customer_got(string text, string effect, int quality) =>
        ThanksReading.Of(text, effect).Quality.ShouldBe(quality);

    [Fact]
    public void A_customer_s_own_name_counts_where_it_is_known()
    {
        const string effect = "Elin's cousin came along to lift.";
        ThanksReading.Of("Thank you for the photo of the crate", effect).CustomerEffect.ShouldBeFalse();
        ThanksReading.Of("Thank you for the photo of the crate", effect, ["Elin Berg, owner"]).CustomerEffect.ShouldBeTrue();
    }

    [Fact]
    public void A_customer_alone_is_no_effect() => ThanksReading.Of("Thank you for calling the customer", "").CustomerEffect.ShouldBeFalse();

    [Fact]
    public void Each_of_the_three_is_explained() => ThanksReading.Of(null, null).Hints.Select(h => (h.Part, h.IsNamed)).ShouldBe([("act", false), ("effect", false), ("customer", false)]);
}

using Inward.House;
using Inward.People;

namespace Inward.Tests.People;

public sealed class WhoToGoToTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Helper Piotr = Of("Piotr Nowak", "I crate everything that leaves the house.", "Knots and awkward doors.");
    private static readonly Helper Birgit = Of("Birgit Stahl", "Ich schreibe Versandpapiere und kenne den Zoll.");
    private static readonly Helper Noor = Of("Noor Rahimi", "Invoices, payment terms and reminders.");

    [Fact]
    public void People_fit_by_their_own_words_which_are_named() =>
        Fits("Could you build two crates for the door in Hull?").ShouldBe(["Piotr Nowak: crate, doors"]);

    [Fact]
    public void A_word_fits_in_any_of_its_forms_and_inside_a_compound_s_beginning()
    {
        Fits("Die Papiere für den Versand nach Norwegen").ShouldBe(["Birgit Stahl: Versandpapiere"]);
        Fits("Who knows about invoicing?").ShouldBe(["Noor Rahimi: Invoices"]);
        Fits("Zölle").ShouldBeEmpty();
        Fits("der ZOLL").ShouldBe(["Birgit Stahl: Zoll"]);
    }

    [Theory]
    [InlineData("Could you please send me something for the house today?", "Piotr Nowak: house")]
    [InlineData("Could you please tell everybody what they need to know?", "")]
    [InlineData("Kannst du mir bitte bis morgen alles schicken?", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("17 23 --- 🦆", "")]
    public void Everyday_words_of_both_languages_name_nobody(string? wanted, string expected) => string.Join("; ", Fits(wanted)).ShouldBe(expected);

    [Fact]
    public void Nobody_is_put_before_another_and_the_order_is_that_of_names()
    {
        var many = Of("Zoe", "crates crates crates doors payment");
        Of("crates, doors and payment terms", many, Noor, Piotr).Helpers.Select(h => h.Helper.Name).ShouldBe(["Noor Rahimi", "Piotr Nowak", "Zoe"]);
    }

    [Fact]
    public void A_word_that_stands_with_too_many_is_left_out_and_said()
    {
        var all = Enumerable.Range(0, WhoToGoTo.Most + 1).Select(i => Of($"Packer {i:00}", "I crate machines.")).Append(Noor).ToArray();
        var found = Of("Crates, and an invoice", all);
        (string.Join(", ", found.TooCommon), found.Helpers.Single().Helper.Name).ShouldBe(("Crates", "Noor Rahimi"));
        Of("A crate", all).Helpers.ShouldBeEmpty();
        Of("A crate", all[1..]).Helpers.Count.ShouldBe(WhoToGoTo.Most);
    }

    [Fact]
    public void A_long_text_is_looked_for_by_its_first_words_only() =>
        WhoToGoTo.Beginnings(string.Join(' ', Enumerable.Range(0, 500).Select(i => $"word{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}"))).Count.ShouldBe(WhoToGoTo.MostWords);

    private static List<string> Fits(string? wanted) => [.. Of(wanted, Piotr, Birgit, Noor).Helpers.Select(h => $"{h.Helper.Name}: {string.Join(", ", h.Words)}")];

    private static WhoFits Of(string? wanted, params Helper[] helpers) => WhoToGoTo.Of(wanted, helpers);

    private static Helper Of(string name, params string[] says) => new(Id.New(Morning), false, name, says);
}

using Inward.Conversations;
using Inward.House;

namespace Inward.Tests.Conversations;

public class ItemsTests
{
    private static readonly Participant Wanda = new(Id.New(DateTimeOffset.UnixEpoch), "Wanda Lorenz"), Piotr = new(Id.New(DateTimeOffset.UnixEpoch), "Piotr Nowak");

    [Theory]
    [InlineData("need: a dry corner", ItemKind.Need)]
    [InlineData("  NEED :  a dry corner  ", ItemKind.Need)]
    [InlineData("- wants: a dry corner", ItemKind.Want)]
    [InlineData("* Obstacle: a dry corner", ItemKind.Obstacle)]
    [InlineData("• idea: a dry corner", ItemKind.Idea)]
    [InlineData("\tpromise:a dry corner\r", ItemKind.Promise)]
    [InlineData("braucht: a dry corner", ItemKind.Need)]
    [InlineData("MÖCHTE: a dry corner", ItemKind.Want)]
    [InlineData("mo\u0308chte: a dry corner", ItemKind.Want)]
    [InlineData("Hindernis: a dry corner", ItemKind.Obstacle)]
    [InlineData("- Idee: a dry corner", ItemKind.Idea)]
    [InlineData("Versprechen: a dry corner", ItemKind.Promise)]
    public void A_line_that_begins_with_its_kind_is_an_item(string line, ItemKind kind)
    {
        var item = Read($"We met at the gate.\n{line}\nThen it rained.").ShouldHaveSingleItem();
        (item.N, item.Kind, item.Text).ShouldBe((1, kind, "a dry corner"));
    }

    [Theory]
    [InlineData("idea:")]
    [InlineData("idea:   \t ")]
    [InlineData("idea://inward.example/need")]
    [InlineData("https://inward.example/need: here")]
    [InlineData("She needs: a dry corner")]
    [InlineData("I need to say this: it rained")]
    [InlineData("needless: to say")]
    [InlineData(": need")]
    [InlineData("need")]
    [InlineData("-")]
    [InlineData("need Bob: a dry corner")]
    [InlineData("need Wanda, Bob: a dry corner")]
    [InlineData("need @: a dry corner")]
    public void Everything_else_is_a_sentence(string line) => Read(line).ShouldBeEmpty();

    [Fact]
    public void An_address_after_the_colon_is_what_is_needed() => Read("need: https://inward.example/a:b?c=d").Single().Text.ShouldBe("https://inward.example/a:b?c=d");

    [Theory]
    [InlineData("need: a chair", "Wanda Lorenz, Piotr Nowak")]
    [InlineData("need Wanda: a chair", "Wanda Lorenz")]
    [InlineData("need @wanda: a chair", "Wanda Lorenz")]
    [InlineData("need@Wanda: a chair", "Wanda Lorenz")]
    [InlineData("need Wanda Lorenz: a chair", "Wanda Lorenz")]
    [InlineData("need Nowak, @Wanda: a chair", "Piotr Nowak, Wanda Lorenz")]
    [InlineData("need Wanda, wanda: a chair", "Wanda Lorenz")]
    public void A_line_is_about_whom_it_names_else_about_all(string line, string about) =>
        string.Join(", ", Read(line).Single().About.Select(id => new[] { Wanda, Piotr }.Single(p => p.Id == id).Name)).ShouldBe(about);

    [Fact]
    public void Items_are_counted_in_the_order_of_their_lines() =>
        Read("need: one\nidea: two\r\n\r\npromise: three").Select(i => (i.N, i.Text)).ShouldBe([(1, "one"), (2, "two"), (3, "three")]);

    [Theory]
    [InlineData("'; drop table conversation; --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("{0} %s \\n ${x}")]
    [InlineData("田中さんにあげて下さい 👩🏽‍🚀 Ω≈ç√ ̡͓̞ͅI̗")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("need: need: need:")]
    public void What_stands_after_the_colon_comes_back_as_it_was_typed(string text) => Read("need: " + text).Single().Text.ShouldBe(text);

    [Fact]
    public void A_hundred_thousand_characters_are_read_at_once()
    {
        Read(new string('n', 100_000)).ShouldBeEmpty();
        Read(new string('\n', 100_000)).ShouldBeEmpty();
        Read("need: " + new string(':', 100_000)).Single().Text.Length.ShouldBe(100_000);
        Read(string.Concat(Enumerable.Repeat("needs to be said: \n", 5_000)) + "idea: a shelf").Single().Text.ShouldBe("a shelf");
    }

    [Fact]
    public void A_talk_has_only_so_many_items()
    {
        var lines = string.Concat(Enumerable.Repeat("idea: a shelf\n", Items.Most));
        Read(lines).Count.ShouldBe(Items.Most);
        Should.Throw<BrokenRule>(() => Read(lines + "idea: one more")).Fields.Single().Name.ShouldBe("text");
    }

    private static IReadOnlyList<Item> Read(string text) => Items.Of(text, [Wanda, Piotr]);
}

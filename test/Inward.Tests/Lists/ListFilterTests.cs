using FsCheck;
using FsCheck.Fluent;
using Inward.Asks;
using Inward.Conversations;
using Inward.House;
using Inward.Lists;
using Inward.People;
using Choice = Inward.Lists.Choice;

namespace Inward.Tests.Lists;

/// <summary>Every list is chosen from in one way: field by field, or by conditions of which one is enough.</summary>
public class ListFilterTests
{
    [Fact]
    public void Whatever_a_condition_says_it_is_read_as_it_was_written()
    {
        var texts = Gen.ListOf(Gen.Elements('a', 'Ö', ',', ':', '%', '2', 'C', ' ', '&', '=', '+', '.', '/')).Select(letters => new string([.. letters]).Trim()).Where(text => text.Length > 0);
        var choices = from name in texts from value in texts from other in texts select Choice.None.With(new Condition(Condition.Own + name, value)).With(new Condition(Condition.Own + "x", other));
        Prop.ForAll(choices.ToArbitrary(), chosen =>
        {
            PeopleFilter.By.Any(chosen.ToString(), []).Conditions.ShouldBe(chosen.Conditions);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whatever_is_chosen_stands_in_an_address_and_is_read_from_it_again()
    {
        Prop.ForAll(Filters().ToArbitrary(), filter =>
        {
            var again = Read(filter, [.. filter.Address]);
            again.Address.ShouldBe(filter.Address, ignoreOrder: true);
            again.Each.Conditions.ShouldBe(filter.Each.Conditions, ignoreOrder: true);
            again.Any.Conditions.ShouldBe(filter.Any.Conditions);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_comma_parts_conditions_and_stands_within_one_as_percent_2c()
    {
        var any = PeopleFilter.By.Any("field.Site:Hamburg%2C South,language:DE", []);
        any.Conditions.ShouldBe([new Condition("field.Site", "Hamburg, South"), new Condition("language", "de")]);
        any.ToString().ShouldBe("field.Site:Hamburg%2C South,language:de");
    }

    [Theory]
    [InlineData("language:fr", "“fr” is none of de, en.")]
    [InlineData("manager:Wanda", "“Wanda” is not an id.")]
    [InlineData("left:true", "“left:true” is no choice here. Write one of team, manager, language, field.NAME, a colon and a value, such as language:de.")]
    [InlineData("field.Site:", "“field.Site:” is no choice here. Write one of team, manager, language, field.NAME, a colon and a value, such as language:de.")]
    [InlineData("field.Site:%20", "“field.Site:%20” is no choice here. Write one of team, manager, language, field.NAME, a colon and a value, such as language:de.")]
    public void What_is_not_understood_of_people_is_named(string any, string told) =>
        Should.Throw<BrokenRule>(() => PeopleFilter.Typed([("any", any)])).Fields.Select(wrong => (wrong.Name, wrong.Sentence.ToString())).ShouldBe([("any", told)]);

    [Fact]
    public void A_list_without_fields_of_the_company_takes_none() =>
        Should.Throw<BrokenRule>(() => TalkFilter.Typed(field => field == "any" ? "field.Site:Hamburg" : null)).Sentence.ToString()
            .ShouldBe("“field.Site:Hamburg” is no choice here. Write one of person, channel, kind, a colon and a value, such as channel:visit.");

    [Fact]
    public void A_field_of_the_company_may_stand_several_times_and_keeps_its_commas()
    {
        var filter = PeopleFilter.Typed([("field.Site", "Hamburg, South"), ("field.Site", "Gdańsk"), ("field.Desk", " "), ("team", ""), ("left", "on")]);
        filter.Each.Of("field.Site").ShouldBe(["Hamburg, South", "Gdańsk"]);
        filter.Address.ShouldBe([("left", "true"), ("field.Site", "Hamburg, South"), ("field.Site", "Gdańsk")]);
        filter.IsMoreThan(["field.Site"]).ShouldBeTrue("a bar shows one value of a field");
        PeopleFilter.Typed([("language", "de")]).IsMoreThan(["language"]).ShouldBeFalse();
        Should.Throw<BrokenRule>(() => PeopleFilter.Typed([("left", "maybe")])).Sentence.ToString().ShouldBe("Say true or false.");
    }

    private static Gen<ListFilter> Filters()
    {
        var id = Gen.Choose(1, 9).Select(n => new Guid(n, 0, 0, new byte[8]).ToString());
        Gen<Choice> Chosen(ListFields by, params string[] not)
        {
            var one = Gen.Elements(by.All.Where(field => !not.Contains(field.Name)).ToArray())
                .SelectMany(field => (field.Words is { } words ? Gen.Elements(words.ToArray()) : id).Select(value => new Condition(field.Name, value)));
            return Gen.ListOf(one).Select(all => new Choice([.. all.Distinct().Take(12)]));
        }
        return Gen.OneOf(
            from each in Chosen(AskFilter.By, "turn") from any in Chosen(AskFilter.By) select (ListFilter)new AskFilter("all", "closed", "me", "crate, 100%") { Each = each, Any = any },
            from each in Chosen(PeopleFilter.By) from any in Chosen(PeopleFilter.By) select (ListFilter)new PeopleFilter("Wanda", Left: true) { Each = each, Any = any.With(new Condition("field.Site", "Gdańsk, 100%")) },
            from each in Chosen(TalkFilter.By) from any in Chosen(TalkFilter.By) select (ListFilter)new TalkFilter() { Each = each, Any = any });
    }

    private static ListFilter Read(ListFilter like, IReadOnlyCollection<(string Name, string Value)> address)
    {
        return like switch { AskFilter => AskFilter.Typed(Said), TalkFilter => TalkFilter.Typed(Said), _ => PeopleFilter.Typed(address) };

        string? Said(string name) => address.FirstOrDefault(f => f.Name == name).Value;
    }
}

using Inward.Asks;
using Inward.House;

namespace Inward.Tests.Asks;

/// <summary>Which asks: of one field any value will do, fields must all fit, and of a second group one is enough.</summary>
public class FilterTests
{
    private static readonly Id Warehouse = Cast.Wanda, Elin = Cast.Marta;

    [Fact]
    public void Commas_part_values_of_one_field_and_pairs_are_one_group()
    {
        var filter = Typed(("state", "blocked, Promised,blocked"), ("due", "late"), ("any", $"due:week,team:{Warehouse},person:{Elin},turn:me"), ("q", " crate, or not: 100% "));
        filter.Each.States.ShouldBe(["blocked", "promised"]);
        filter.Each.Dues.ShouldBe(["late"]);
        (filter.Any.Dues.Single(), filter.Any.Teams.Single(), filter.Any.People.Single(), filter.Any.MyTurn).ShouldBe(("week", Warehouse, Elin, true));
        filter.Q.ShouldBe("crate, or not: 100%");
    }

    [Theory]
    [InlineData("state", "late", "state")]
    [InlineData("due", "someday", "due")]
    [InlineData("team", "Warehouse", "team")]
    [InlineData("role", "boss", "role")]
    [InlineData("show", "everything", "show")]
    [InlineData("any", "late", "any")]
    [InlineData("any", "due:", "any")]
    [InlineData("any", "colour:red", "any")]
    [InlineData("any", "team:Warehouse", "any")]
    [InlineData("any", "turn:you", "any")]
    public void What_is_not_understood_is_named_with_its_field(string field, string value, string told)
    {
        var broken = Should.Throw<BrokenRule>(() => Typed((field, value)));
        broken.Fields.ShouldAllBe(wrong => wrong.Name == told);
        broken.Fields[0].Sentence.ToString().ShouldContain(value.Split(':')[^1]);
    }

    [Fact]
    public void Twenty_values_of_a_field_are_enough()
    {
        Typed(("person", string.Join(',', Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7())))).Each.People.Count.ShouldBe(20);
        Should.Throw<BrokenRule>(() => Typed(("person", string.Join(',', Enumerable.Range(0, 21).Select(_ => Guid.CreateVersion7()))))).Fields.Single().Name.ShouldBe("person");
    }

    [Fact]
    public void Nothing_typed_is_no_filter()
    {
        Typed(("state", " , "), ("q", " "), ("any", "")).IsFurther.ShouldBeFalse();
        Typed(("due", "late")).IsFurther.ShouldBeFalse("the bar shows it");
        Typed(("due", "late,week")).IsFurther.ShouldBeTrue();
        Typed(("any", "due:late")).IsFurther.ShouldBeTrue();
    }

    private static AskFilter Typed(params (string Field, string Value)[] typed) => AskFilter.Typed(field => typed.FirstOrDefault(t => t.Field == field).Value);
}

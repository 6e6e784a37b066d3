using Inward.House;
using Inward.Lists;
using Inward.Server.Storage;

namespace Inward.Server.Lists;

/// <summary>How a field of a list is chosen on a page.</summary>
/// <param name="Label">In the reader's words.</param>
public abstract record Chooser(string Field, string Label)
{
    /// <summary>The name of what is typed or added, in either group.</summary>
    public string Input { get; init; } = Field;

    /// <summary>Among all of these it has another place.</summary>
    public bool OnlyInAny { get; init; }

    /// <summary>The name of <see cref="Input"/> in a group.</summary>
    public string InputIn(bool any) => any ? "any" + char.ToUpperInvariant(Input[0]) + Input[1..] : Input;
}

/// <summary>A box for each of a few values.</summary>
public sealed record Chips(string Field, string Label, IReadOnlyList<(string Value, string Word)> Values) : Chooser(Field, Label);

/// <summary>One more of many values.</summary>
/// <param name="None">What stands there as long as none is added.</param>
public sealed record OneMore(string Field, string Label, string None, IReadOnlyList<(string Value, string Word)> Values) : Chooser(Field, Label);

/// <summary>A record by its name.</summary>
/// <param name="Known">The list of names that are offered.</param>
/// <param name="Find">Which is meant; null when nothing was typed. Unknown names are told.</param>
public sealed record ByName(string Field, string Label, string Known, Func<Session, string, string?, Task<Id?>> Find) : Chooser(Field, Label);

/// <summary>A value of the company's own fields, as it is typed.</summary>
/// <param name="Type">text, number or date.</param>
public sealed record Typed(string Field, string Label, string Type) : Chooser(Field, Label);

/// <summary>One group of the form: in it all fields must fit, or one condition is enough.</summary>
public sealed record ChoiceForm(ListFilterPage Page, Choice Chosen, bool Any)
{
    private IEnumerable<Chooser> Choosers => Page.Choosers.Where(one => Any || !one.OnlyInAny);

    public IEnumerable<Chips> Boxes => Choosers.OfType<Chips>();

    /// <summary>What is filled in or added.</summary>
    public IEnumerable<Chooser> Fields => Choosers.Where(one => one is not Chips);

    /// <summary>What is chosen already and stands in none of these.</summary>
    public IEnumerable<Condition> Others => Chosen.Conditions.Where(c => !Choosers.Any(one => one.Field == c.Field && Shows(one, c)));

    public string Name(string field) => Any ? "any" : field;

    public string Value(Condition condition) => Any ? condition.ToString() : condition.Value;

    public bool Has(Condition condition) => Chosen.Conditions.Contains(condition);

    private bool Shows(Chooser one, Condition condition) => one switch
    {
        Chips chips => chips.Values.Any(v => v.Value == condition.Value),
        Typed => !Any && Chosen.Of(condition.Field)[0] == condition.Value,
        _ => false,
    };
}

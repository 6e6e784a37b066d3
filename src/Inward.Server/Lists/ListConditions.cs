using Inward.Lists;

namespace Inward.Server.Lists;

/// <summary>What is chosen, as conditions on the rows of a list. A room says what each of its fields asks of a row.</summary>
internal static class ListConditions
{
    /// <summary>Before the names of the values of which one is enough.</summary>
    public const string Any = "any";

    /// <param name="asks">What a field asks of a row, and what stands before the name of its values.</param>
    public static string Of(ListFilter filter, Func<string, string, string> asks) => And([.. filter.Each.Fields.Select(field => asks(field, ""))], [.. filter.Any.Fields.Select(field => asks(field, Any))]);

    /// <summary>All of the first and one of the others. Whatever stands before it, such as who may see the row, is said of all of them.</summary>
    public static string And(IReadOnlyList<string> each, IReadOnlyList<string> any) =>
        string.Concat(each.Select(one => $" and {one}")) + (any.Count == 0 ? "" : $" and ({string.Join(" or ", any)})");
}

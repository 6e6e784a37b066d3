using System.Text;
using Inward.Asks;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Asks;

/// <summary>
/// A filter as conditions on the rows that a branch of the list finds by its index. However many values are chosen, the texts
/// are few: they are prepared and kept.
/// </summary>
internal static class AskConditions
{
    private const string OfCustomer = "x.sale in (select s.id from sale s where s.workspace = @Workspace and s.customer in ";

    private const string Any = $"""
         and (x.state in @anyState or x.performer in @anyId or x.requester in @anyId or x.team in @anyId or x.sale in @anyId or {OfCustomer}@anyId)
           or (@anyTurn = 1 and (x.turn_person = @Me or x.turn_team in @Teams))
           or (@anyLate = 1 and {Late}) or (@anySoon = 1 and {Soon}) or (@anyUndecided = 1 and {Undecided}))
        """;

    private const string Late = "x.due < @today and x.is_open = 1 and x.state not in ('delivered', 'unconfirmed')";
    private const string Soon = "x.due <= @week";
    private const string Undecided = "x.state in ('requested', 'blocked') and x.answer_by < @today";

    public static string Of(Engine engine, AskFilter filter)
    {
        var (sql, each) = (new StringBuilder(), filter.Each);
        if (each.States.Count > 0)
            sql.Append(" and x.state in @States");
        if (each.People.Count > 0)
            sql.Append(" and (x.performer in @People or x.requester in @People)");
        if (each.Teams.Count > 0)
            sql.Append(" and x.team in @OfTeams");
        if (each.Sales.Count > 0)
            sql.Append(" and x.sale in @Sales");
        if (each.Customers.Count > 0)
            sql.Append($" and {OfCustomer}@Customers)");
        if (each.Dues.Count > 0)
            sql.Append($" and ((@late = 1 and {Late}) or (@soon = 1 and {Soon}) or (@undecided = 1 and {Undecided}))");
        if (filter.Any.Exists)
            sql.Append(Any);
        // What holds no word finds nothing, as everywhere.
        if (filter.Q is not null)
            sql.Append(Search.Words(engine, filter.Q) is null ? " and 1 = 0" : $" and x.id in ({Search.Matching(engine)})");
        return sql.ToString();
    }
}

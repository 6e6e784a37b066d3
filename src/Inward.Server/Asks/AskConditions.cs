using Inward.Asks;
using Inward.Server.House;
using Inward.Server.Lists;
using Inward.Server.Storage;

namespace Inward.Server.Asks;

/// <summary>A filter as conditions on the rows that a branch of the list finds by its index. However many values are chosen, the texts are few: they are prepared and kept.</summary>
internal static class AskConditions
{
    private const string Late = "x.due < @today and x.is_open = 1 and x.state not in ('delivered', 'unconfirmed')";
    private const string Soon = "x.due <= @week";
    private const string Undecided = "x.state in ('requested', 'blocked') and x.answer_by < @today";

    public static string Of(Engine engine, AskFilter filter)
    {
        var sql = ListConditions.Of(filter, Of);
        // What holds no word finds nothing, as everywhere.
        return filter.Q is null ? sql : sql + (Search.Words(engine, filter.Q) is null ? " and 1 = 0" : $" and x.id in ({Search.Matching(engine)})");
    }

    private static string Of(string field, string at) => field switch
    {
        "state" => $"x.state in @{at}State",
        "due" => $"(('late' in @{at}Due and {Late}) or ('week' in @{at}Due and {Soon}) or ('undecided' in @{at}Due and {Undecided}))",
        "turn" => "(x.turn_person = @Me or x.turn_team in @Teams)",
        "person" => $"(x.performer in @{at}Person or x.requester in @{at}Person)",
        "team" => $"x.team in @{at}Team",
        "sale" => $"x.sale in @{at}Sale",
        _ => $"x.sale in (select s.id from sale s where s.workspace = @Workspace and s.customer in @{at}Customer)",
    };
}

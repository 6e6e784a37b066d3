using System.CommandLine;
using System.Text.Json.Nodes;
using static Inward.Cli.Fields;
using static Inward.Cli.Verbs;

namespace Inward.Cli;

/// <summary>What came back from customers: complaints, and sales that followed from earlier ones.</summary>
internal static class AfterSalesVerbs
{
    private static readonly Argument<string> Complaint = Id("complaint", "The complaint's id, as complaints names it"), Sale = Id("sale", "The later sale's name");
    private static readonly Field Asks = Many("asks", "--ask", "An ask that lies behind it, by its id; again for the next");

    public static Command Complaints() => List("complaints", "What customers complained of", "complaints",
        [One("customer", "--customer", Called.Customer, "This customer"), One("sale", "--sale", Called.Sale, "In this sale"), Text("state", "--state", "open or righted"), .. Paged], Tell.Row("id", "saidOn", "customer", "state", "words"),
        RecordVerbs.Show("complaints", null),
        RecordVerbs.Add("add", "Write one down, in their words; or say that words that are kept complain", "complaints",
            [Text("verbatim", "--verbatim", "The words that complain, by their id, where they are kept"), One("customer", "--customer", Called.Customer, "Who complains; known where a sale is named"), .. RecordVerbs.Said(required: false), Asks]),
        Verb("behind", "Name the asks behind it; none when none is named", [Complaint, Asks.Option, RecordVerbs.Version], async (api, said) =>
        {
            var body = await Body(api, said, [Asks]);
            body["asks"] ??= new JsonArray();
            return await api.Change("PUT", $"complaints/{said.Part(Complaint)}/asks", body, said.GetValue(RecordVerbs.Version));
        }, Tell.Record),
        Verb("right", "Say what was done about it", [Complaint], [Text("how", "--how", "What was done", required: true)], async (api, said, body) => await api.Post($"complaints/{said.Part(Complaint)}/righting", body), Tell.Record),
        Verb("reopen", "It stands after all", [Complaint], (api, said) => api.Post($"complaints/{said.Part(Complaint)}/reopening", new JsonObject()), Tell.Record),
        Verb("drop", "It was no complaint; the words stay", [Complaint, RecordVerbs.Version], (api, said) => api.Change("DELETE", $"complaints/{said.Part(Complaint)}", null, said.GetValue(RecordVerbs.Version)), Tell.Done));

    public static IEnumerable<Command> OfSale()
    {
        yield return Verb("cameback", "After which sale the customer came back, and for which asks", [Sale], async (api, said) => await api.Get(await Path(api, said)), Tell.Record);
        yield return Verb("repeat", "Say that it is a repeat purchase", [Sale], [One("after", "--after", Called.Sale, "The earlier sale", required: true), Asks], async (api, said, body) => await api.Post(await Path(api, said), body), Tell.Record);
        yield return Verb("norepeat", "It was no repeat purchase", [Sale, RecordVerbs.Version], async (api, said) => await api.Change("DELETE", await Path(api, said), null, said.GetValue(RecordVerbs.Version)), Tell.Done);
    }

    private static async Task<string> Path(Api api, ParseResult said) => $"sales/{await Called.Sale.Id(api, said.GetRequiredValue(Sale))}/repeat";
}

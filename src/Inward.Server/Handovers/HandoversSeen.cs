using Inward.Handovers;
using Inward.House;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Handovers;

/// <summary>The promises of a sale and its handovers, with the names of whoever had to do with them.</summary>
public sealed record HandoversSeen(IReadOnlyList<CustomerPromise> Promises, IReadOnlyList<Handover> Handovers, IReadOnlyDictionary<string, string> Names)
{
    public string NameOf(Id id) => Names.GetValueOrDefault(id.ToString(), "");

    public Named Named(Id id) => new(id, NameOf(id));

    public string What(Id promise) => Promises.FirstOrDefault(p => p.Id == promise)?.What ?? "";

    public static async Task<HandoversSeen> Of(Session session, Me me, Id sale)
    {
        var promises = await session.CustomerPromises(me.Workspace, sale);
        var handovers = await session.Handovers(me.Workspace, sale);
        var people = promises.Select(p => p.SaidBy).Concat(promises.Where(p => p.Settled is not null).Select(p => p.Settled!.By)).Concat(handovers.SelectMany(Involved));
        return new HandoversSeen(promises, handovers, await session.Names(me.Workspace, people));
    }

    private static IEnumerable<Id> Involved(Handover handover) =>
        [handover.By, handover.To, handover.From ?? handover.To, .. handover.Items.SelectMany(item => item.Queries.SelectMany(q => new[] { q.By, q.Answer?.By ?? q.By }).Append(item.Accepted?.By ?? handover.By))];
}

/// <summary>A handover that waits for me: my team is to accept or query, or I am to answer.</summary>
/// <param name="Waiting">How many promises wait.</param>
public sealed record WaitingHandover(Id Sale, string SaleName, string CustomerName, Id By, string ByName, string TeamName, bool IsToAnswer, int Waiting, DateTimeOffset At)
{
    public static async Task<List<WaitingHandover>> Mine(Session session, Me me) =>
        [.. (await session.All<Row>("""
            select h.document, s.name as sale_name, c.name as customer_name, p.name as by_name, t.name as team_name from handover h
            join sale s on s.workspace = @Workspace and s.id = h.sale join customer c on c.workspace = @Workspace and c.id = s.customer
            join person p on p.workspace = @Workspace and p.id = h.by_person join team t on t.workspace = @Workspace and t.id = h.to_team
            where h.workspace = @Workspace and ((h.to_team in @Teams and h.waits_for_team = 1) or (h.by_person = @Person and h.waits_for_answer = 1)) order by h.id limit 12
            """, new { me.Workspace, me.Teams, me.Person })).Select(row => row.Waiting(me.Person))];

    private sealed record Row(string Document, string SaleName, string CustomerName, string ByName, string TeamName)
    {
        public WaitingHandover Waiting(Id me)
        {
            var handover = HandoverTable.Read(Document)!;
            var isToAnswer = handover.By == me && handover.WaitsForAnswer;
            return new(handover.Sale, SaleName, CustomerName, handover.By, ByName, TeamName, isToAnswer, handover.Items.Count(item => isToAnswer ? item.IsQueried : item.IsToDecide), handover.At);
        }
    }
}

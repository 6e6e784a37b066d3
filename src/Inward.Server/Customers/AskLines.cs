using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Customers;

/// <summary>An ask beside another record: what, who, where it stands.</summary>
public sealed record AskLine(
    Id Id, string What, string State, bool IsOpen, DateOnly? AnswerBy, DateOnly? Due, Id Requester, string RequesterName, Id? Performer, string? PerformerName,
    Id? Team, string? TeamName, Id? TurnPerson, string? TurnName, Id? TurnTeam, Id? Verbatim, Id? Sale)
{
    /// <summary>Somebody has given their word on the day.</summary>
    public bool IsPromised => State is "promised" or "renegotiating" or "delivered" or "unconfirmed" or "accepted";

    public Sentence Waiting => State switch
    {
        "requested" when TurnPerson == Requester => new Sentence("{0} waits for {1} to answer a question.", Asked, RequesterName),
        "requested" => new Sentence("{0} waits for {1} to answer.", RequesterName, Asked),
        "blocked" when TurnPerson == Requester => new Sentence("{0} waits for {1} to clear what is in the way.", Asked, RequesterName),
        "blocked" => new Sentence("{0} waits for {1} to clear what is in the way.", RequesterName, TurnName ?? Asked),
        "countered" => new Sentence("{0} waits for {1} to answer other terms.", Asked, RequesterName),
        "promised" => new Sentence("{0} waits for {1}, who promised.", RequesterName, Asked),
        "renegotiating" when TurnPerson == Requester => new Sentence("{0} waits for {1} to answer other terms.", Asked, RequesterName),
        "renegotiating" => new Sentence("{0} waits for {1} to answer other terms.", RequesterName, Asked),
        _ => new Sentence("{0} waits for {1} to confirm what was delivered.", Asked, RequesterName),
    };

    public string Asked => PerformerName ?? TeamName ?? "";
}

/// <summary>The asks beside a record that I may see: open ones first, by the day that matters. Drafts are their writer's own.</summary>
public static class AskLines
{
    public const int Most = 50;

    public static Task<List<AskLine>> OfSale(Session session, Me me, Id sale) => Ask(session, me, "x.sale = @on", sale);

    public static Task<List<AskLine>> OfVerbatim(Session session, Me me, Id verbatim) => Ask(session, me, "x.verbatim = @on", verbatim);

    /// <summary>What was named as lying behind a complaint or a repeat purchase.</summary>
    public static Task<List<AskLine>> Behind(Session session, Me me, Id record) => Ask(session, me, "x.id in (select b.ask from ask_behind b where b.workspace = @Workspace and b.record = @on)", record);

    public static Task<List<AskLine>> OfCustomer(Session session, Me me, Id customer) => Ask(session, me, OfThisCustomer, customer);

    /// <summary>Of these asks, those for this customer that I see.</summary>
    public static async Task<HashSet<Id>> OfCustomer(Session session, Me me, Id customer, IReadOnlyCollection<Id> among) => among.Count == 0 ? [] : [.. await session.All<Id>($"""
        select x.id from ask x where x.workspace = @Workspace and x.id in @among and {OfThisCustomer} and x.state <> 'draft' and {Me.MaySee("x.id")}
        """, new { me.Workspace, me.Person, me.Sees, me.Led, on = customer, among })];

    private const string OfThisCustomer = """
        (x.sale in (select s.id from sale s where s.workspace = @Workspace and s.customer = @on)
          or x.verbatim in (select v.id from verbatim v where v.workspace = @Workspace and v.customer = @on))
        """;

    /// <summary>What this team was asked and has not closed.</summary>
    public static Task<List<AskLine>> OpenOfTeam(Session session, Me me, Id team) => Ask(session, me, "x.team = @on and x.is_open = 1", team);

    /// <summary>What is open between this colleague and me, both ways.</summary>
    public static Task<List<AskLine>> OpenWith(Session session, Me me, Id person) => Ask(session, me, """
        x.is_open = 1 and ((x.requester = @Person and x.performer = @on) or (x.requester = @on and x.performer = @Person))
        """, person);

    private static Task<List<AskLine>> Ask(Session session, Me me, string about, Id on) => session.All<AskLine>($"""
        select k.id, k.what, k.state, k.is_open, k.answer_by, k.due, k.requester, r.name as requester_name, k.performer, p.name as performer_name,
          k.team, t.name as team_name, k.turn_person, u.name as turn_name, k.turn_team, k.verbatim, k.sale
        from (select x.* from ask x where x.workspace = @Workspace and {about} and x.state <> 'draft' and {Me.MaySee("x.id")}
          order by x.is_open desc, x.due, x.id limit {Most}) k
        join person r on r.workspace = @Workspace and r.id = k.requester
        left join person p on p.workspace = @Workspace and p.id = k.performer
        left join team t on t.workspace = @Workspace and t.id = k.team
        left join person u on u.workspace = @Workspace and u.id = k.turn_person
        order by k.is_open desc, k.due, k.id
        """, new { me.Workspace, me.Person, me.Sees, me.Led, on });
}

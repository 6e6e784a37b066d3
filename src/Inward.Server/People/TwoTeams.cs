using Inward.Asks;
using Inward.House;
using Inward.People;
using Inward.Server.Asks;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>What a team says it needs of the other; version 0 while nobody has written it.</summary>
public sealed record NeedShown(string Words, Named? By, DateTimeOffset? At, int Version)
{
    public static NeedShown Of(TeamNeed? need, IReadOnlyDictionary<string, string> names) => need is null ? new NeedShown("", null, null, 0)
        : new NeedShown(need.Words, Named.Maybe(need.By, names.GetValueOrDefault(need.By.ToString())), need.At, need.Version);
}

/// <summary>One of the two teams.</summary>
/// <param name="NeedFromOthers">What it needs of everybody, in its own words.</param>
/// <param name="NeedOfOther">What it needs of the other one.</param>
public sealed record TeamSide(Id Id, string Name, AnswerShown? NeedFromOthers, NeedShown NeedOfOther);

/// <summary>An open ask between people of the two.</summary>
/// <param name="From">The team of whoever asks.</param>
public sealed record AskBetween(Id From, AskLine Ask);

/// <summary>An open obstacle, or a concern, of an open ask between the two.</summary>
/// <param name="Who">Who owns the obstacle, or named the concern.</param>
/// <param name="By">The day by which the obstacle shall be gone.</param>
public sealed record InTheWay(Id Ask, string What, bool IsObstacle, string Text, Named? Who, DateOnly? By);

public sealed record ThanksBetween(Id Id, Named? From, Named? To, string Text, string Effect, DateTimeOffset At);

/// <summary>
/// What two teams need of each other, and what is open, in the way and thanked between those who are in them today, as far as I
/// may see it. Five questions, however much there is; nothing is counted or compared.
/// </summary>
public sealed record TwoTeams(TeamSide One, TeamSide Other, IReadOnlyList<AskBetween> Asks, IReadOnlyList<InTheWay> InTheWay, IReadOnlyList<ThanksBetween> Thanks)
{
    private const int MostAsks = 50;
    private const int MostThanks = 10;

    public static async Task<TwoTeams> Ask(Session session, Me me, TeamPair pair, DateOnly today)
    {
        var teams = await session.TeamsOf(me.Workspace, pair.One, pair.Other);
        if (teams.Count < 2)
            throw Rule.NotVisible();
        var needs = await session.Needs(me.Workspace, pair.One, pair.Other);
        var asked = new { me.Workspace, me.Sees, me.Led, pair.One, pair.Other, today };
        var asks = (await session.All<Open>(OpenAsks, asked)).DistinctBy(a => a.Id).Select(a => (a.FromOther, Ask: AskTable.Whole(a.Facts)!)).ToList();
        var thanks = await session.All<Thanked>(Thanking, asked);
        var names = await session.Names(me.Workspace, [.. teams.SelectMany(t => t.OwnWords.Answers).SelectMany(a => new[] { a.By, a.SuggestedBy }).OfType<Id>(),
            .. needs.Select(n => n.By), .. asks.SelectMany(a => Mentioned(a.Ask)), .. thanks.SelectMany(t => new[] { t.Giver, t.Receiver })]);
        return new TwoTeams(Side(pair.One), Side(pair.Other), [.. asks.Select(a => new AskBetween(a.FromOther == 1 ? pair.Other : pair.One, Line(a.Ask, names)))],
            [.. asks.SelectMany(a => Hindering(a.Ask, names))], [.. thanks.Select(t => new ThanksBetween(t.Id, Who(t.Giver, names), Who(t.Receiver, names), t.Text, t.Effect, t.At))]);

        TeamSide Side(Id id)
        {
            var (team, need) = (teams.Find(t => t.Id == id)!, needs.Find(n => n.Team == id));
            return new TeamSide(id, team.Name, WordsShown.Of(team.OwnWords, names).NeedFromOthers, NeedShown.Of(need, names));
        }
    }

    private static IEnumerable<Id> Mentioned(Ask ask) => new[] { ask.Requester, ask.Performer, ask.Team }.OfType<Id>()
        .Concat(ask.OpenObstacles.Select(o => o.Owner)).Concat(ask.Concerns.Select(c => c.By)).Concat(ask.Turn is { } turn ? [turn.Id] : []);

    private static AskLine Line(Ask ask, IReadOnlyDictionary<string, string> names)
    {
        var turn = ask.Turn;
        var turnPerson = turn is { Kind: TurnKind.Person } person ? person.Id : (Id?)null;
        return new AskLine(ask.Id, ask.Terms.What, ask.State.ToString().ToLowerInvariant(), ask.IsOpen, ask.AnswerBy, ask.Due, ask.Requester, Name(ask.Requester, names) ?? "",
            ask.Performer, Name(ask.Performer, names), ask.Team, Name(ask.Team, names), turnPerson, Name(turnPerson, names), turn is { Kind: TurnKind.Team } team ? team.Id : null, ask.Verbatim, ask.Sale);
    }

    private static IEnumerable<InTheWay> Hindering(Ask ask, IReadOnlyDictionary<string, string> names) =>
        ask.OpenObstacles.Select(o => new InTheWay(ask.Id, ask.Terms.What, true, o.What, Who(o.Owner, names), o.By))
            .Concat(ask.Concerns.Select(c => new InTheWay(ask.Id, ask.Terms.What, false, c.Text, Who(c.By, names), null)));

    private static Named? Who(Id id, IReadOnlyDictionary<string, string> names) => Named.Maybe(id, Name(id, names));

    private static string? Name(Id? id, IReadOnlyDictionary<string, string> names) => id is { } there ? names.GetValueOrDefault(there.ToString()) : null;

    private static string In(string team) =>
        $"select m.person from membership m where m.workspace = @Workspace and m.team = {team} and (m.from_day is null or m.from_day <= @today) and (m.to_day is null or m.to_day >= @today)";

    // From one team to the other: whoever is in the one asks the other, or somebody who is in it.
    private static string From(string team, string other, int side) => $"""
        select x.id, x.due, {side} as from_other from ask x where x.workspace = @Workspace and x.is_open = 1 and x.state <> 'draft' and x.requester in ({In(team)})
          and (x.team = {other} or x.performer in ({In(other)})) and {Me.MaySee("x.id")}
        """;

    private static readonly string OpenAsks = $"""
        select k.id, k.facts, l.from_other from (select * from ({From("@One", "@Other", 0)} union all {From("@Other", "@One", 1)}) u order by due, id limit {MostAsks}) l
        join ask k on k.workspace = @Workspace and k.id = l.id order by l.due, l.id, l.from_other
        """;

    private static string Given(string team, string other) => $"""
        select x.id, x.giver, x.receiver, x.text, x.effect, x.at from thanks x where x.workspace = @Workspace and x.giver in ({In(team)}) and x.receiver in ({In(other)}) and {Me.MaySee("x.id")}
        """;

    private static readonly string Thanking = $"select * from ({Given("@One", "@Other")} union {Given("@Other", "@One")}) t order by at desc, id desc limit {MostThanks}";

    private sealed record Open(Id Id, string Facts, int FromOther);

    private sealed record Thanked(Id Id, Id Giver, Id Receiver, string Text, string Effect, DateTimeOffset At);
}

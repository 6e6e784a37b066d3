using Inward.House;
using Inward.Ideas;
using Inward.People;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Ideas;

/// <summary>Who answers an idea: the owner of what it is about, else the lead of a team, else who stands above its author. Somebody always does.</summary>
public static class WhoAnswers
{
    private const string Current = "(l.to_day is null or l.to_day >= @today) and (l.from_day is null or l.from_day <= @today)";

    private static string Behind(string stillIn) => $"""
        select s.person, s.place from (
          select l.person, 1 as place from membership l where l.workspace = @workspace and l.team in @teams and l.lead = 1 and {Current}
          union all select l.person, 2 as place from membership m join membership l on l.workspace = @workspace and l.team = m.team and l.lead = 1 and {Current}
            where m.workspace = @workspace and m.person = @of {stillIn}
          union all select p.manager as person, 3 as place from person p where p.workspace = @workspace and p.id = @of and p.manager is not null
          union all select l.person, 4 as place from membership m join team t on t.workspace = @workspace and t.id = m.team join membership l on l.workspace = @workspace and l.team = t.parent and l.lead = 1 and {Current}
            where m.workspace = @workspace and m.person = @of {stillIn}
          union all select p.id as person, 5 as place from person p where p.workspace = @workspace and p.administrator = 1) s
        group by s.person, s.place order by s.place, s.person
        """;

    private static readonly string StillIn = Behind("and (m.to_day is null or m.to_day >= @today)"), OnceIn = Behind("");

    /// <param name="first">Before all others: whoever wanted it, or owns what it is about.</param>
    /// <param name="teams">Whose leads come next.</param>
    public static async Task<Answering> Of(Session session, Id workspace, Id author, IReadOnlyList<CouldAnswer> first, IReadOnlyList<Id> teams, DateOnly today) =>
        Answering.Of(author, await Here(session, workspace, [.. first, .. await After(session, workspace, author, teams, today)], today));

    /// <summary>Whoever was to answer has left.</summary>
    public static async Task<Answering> Instead(Session session, Id workspace, Id left, Id author, DateOnly today) =>
        Answering.Of(author, await Here(session, workspace, [.. (await After(session, workspace, left, [], today, hasLeft: true)).Select(one => one with { As = AnswersAs.Instead })], today));

    /// <summary>Who stands behind somebody who did not answer: their lead, their manager, an administrator.</summary>
    public static async Task<Id?> Above(Session session, Id workspace, Id person, Id author, DateOnly today) =>
        (await Here(session, workspace, await After(session, workspace, person, [], today), today)).Where(one => one.IsHere && one.Who != person && one.Who != author).Select(one => (Id?)one.Who).FirstOrDefault();

    private static async Task<IReadOnlyList<CouldAnswer>> After(Session session, Id workspace, Id of, IReadOnlyList<Id> teams, DateOnly today, bool hasLeft = false) =>
        [.. (await session.All<Row>(hasLeft ? OnceIn : StillIn, new { workspace, of, teams, today })).Select(row => new CouldAnswer(row.Person, row.Place switch
        {
            1 => AnswersAs.TeamLead,
            2 => AnswersAs.AuthorsLead,
            3 or 4 => AnswersAs.Above,
            _ => AnswersAs.Administrator,
        }))];

    private static async Task<IReadOnlyList<CouldAnswer>> Here(Session session, Id workspace, IReadOnlyList<CouldAnswer> all, DateOnly today)
    {
        var people = (await session.People(workspace, [.. all.Select(one => one.Who).Distinct()])).ToDictionary(person => person.Id);
        var deputies = people.Values.Select(person => person.AbsentOn(today)?.Deputy).OfType<Id>().Distinct().ToList();
        var standIns = (await session.People(workspace, deputies)).Where(person => IsAtWork(person, today)).Select(person => person.Id).ToHashSet();
        return [.. all.Select(one => people.GetValueOrDefault(one.Who) is not { } person ? one with { IsHere = false } : one with
        {
            IsHere = !person.HasLeft(today), Deputy = person.AbsentOn(today)?.Deputy is { } deputy && standIns.Contains(deputy) ? deputy : null,
        })];
    }

    private static bool IsAtWork(Person person, DateOnly today) => !person.HasLeft(today) && person.AbsentOn(today) is null;

    private sealed record Row(Id Person, int Place);
}

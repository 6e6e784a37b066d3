using Inward.House;
using Inward.House.Imports;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>A colleague as a form offers them.</summary>
public sealed record Colleague(Id Id, string Name, string? Title);

/// <summary>A colleague or a team that was meant; neither when nothing was typed.</summary>
public readonly record struct Meant(Id? Person, Id? Team);

/// <summary>Whom somebody means who writes a name: the one way for every page, program and verb. Who counts as meant is told by <see cref="KnownPeople"/>.</summary>
public static class Whom
{
    // Suggestions first, so that ten thousand people still fit.
    private const int MostSuggested = 300;

    public static Task<List<Colleague>> Suggested(Session session, Me me, DateOnly today) => session.All<Colleague>($"""
        select id, name, title from person where workspace = @Workspace and (left_on is null or left_on > @today) order by search_name, id limit {MostSuggested}
        """, new { me.Workspace, today });

    /// <summary>What a form writes for these colleagues: their names, where no two have the same.</summary>
    public static async Task<List<string?>> Written(Session session, Id workspace, IReadOnlyList<Id> people) => people.Count == 0 ? [] : [.. await session.All<string>("""
        select case when (select count(*) from person o where o.workspace = @workspace and o.search_name = p.search_name) = 1 then p.name else coalesce(p.email, p.user_name, p.name) end
        from person p where p.workspace = @workspace and p.id in @people order by p.name, p.id
        """, new { workspace, people })];

    /// <summary>All colleagues that somebody means who writes several names, each in a field of its own or with a comma between them.</summary>
    public static async Task<List<Id>> Colleagues(Session session, Me me, string field, IEnumerable<string?> typed)
    {
        var people = new List<Id>();
        foreach (var name in Parted(typed, ',', ';', '\n'))
        {
            if (await Colleague(session, me, field, name) is { } person)
                people.Add(person);
        }
        return people;
    }

    /// <summary>The same of teams; a comma may be part of a team's name.</summary>
    public static async Task<List<Id>> Teams(Session session, Me me, string field, IEnumerable<string?> typed)
    {
        var teams = new List<Id>();
        foreach (var name in Parted(typed, ';', '\n'))
            teams.Add(await Team(session, me.Workspace, name) ?? throw Rule.Invalid(field, new Sentence("No team here is called “{0}”.", name)));
        return teams;
    }

    /// <summary>By id, key, e-mail address, user name or name, or by a part of a name that only one colleague has. Null when nothing was typed.</summary>
    public static async Task<Id?> Colleague(Session session, Me me, string field, string? typed) => (await Named(session, me, field, typed, teamsToo: false)).Person;

    public static Task<Meant> ColleagueOrTeam(Session session, Me me, string field, string? typed) => Named(session, me, field, typed, teamsToo: true);

    /// <summary>The only one of this id, key, e-mail address, user name or whole name: programs and verbs do not guess.</summary>
    public static async Task<Id?> Exactly(Session session, Id workspace, string words) => await People(session, workspace, words.Squeezed()) is [var only] ? only.Id : null;

    /// <summary>The only team of this id or name.</summary>
    public static async Task<Id?> Team(Session session, Id workspace, string words) => await session.TeamsCalled(workspace, words.Squeezed()) is [var only] ? only.Id : null;

    private static async Task<IReadOnlyList<Person>> People(Session session, Id workspace, string words) =>
        new KnownPeople(await session.PeopleCalled(workspace, words)).Meant(words);

    private static IEnumerable<string> Parted(IEnumerable<string?> typed, params char[] by) =>
        typed.SelectMany(names => (names ?? "").Split(by, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static async Task<Meant> Named(Session session, Me me, string field, string? typed, bool teamsToo)
    {
        var words = (typed ?? "").Squeezed();
        if (words.Length == 0)
            return default;
        var people = await People(session, me.Workspace, words);
        var teams = teamsToo ? await session.TeamsCalled(me.Workspace, words) : [];
        if (people.Count + teams.Count == 0)
            (people, teams) = (await session.PeopleCalledLike(me.Workspace, words), teamsToo ? await session.TeamsCalledLike(me.Workspace, words) : []);
        return (people, teams) switch
        {
            ([var person], []) => new Meant(person.Id, null),
            ([], [var team]) => new Meant(null, team.Id),
            ([], []) => throw Rule.Invalid(field, new Sentence("Nobody here is called “{0}”.", words)),
            _ => throw Rule.Invalid(field, new Sentence("Several fit “{0}”: {1}. Write the whole name or the e-mail address.", words,
                string.Join(", ", people.Select(p => p.Email is null ? p.Name : $"{p.Name} ({p.Email})").Concat(teams.Select(t => t.Name)).Take(6)))),
        };
    }
}

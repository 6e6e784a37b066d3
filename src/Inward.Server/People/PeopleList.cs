using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>A team somebody is in.</summary>
public sealed record TeamOf(Id Person, Id Team, string Name, bool Lead);

/// <summary>A colleague in a list. No figure tells anything about them: open asks are mine with them.</summary>
/// <param name="OpenAsks">Open between this colleague and me, both ways.</param>
/// <param name="PromisedMe">The next day this colleague promised me something for.</param>
public sealed record PersonListed(PersonRow Row, IReadOnlyList<TeamOf> Teams, long OpenAsks, DateOnly? PromisedMe);

public sealed record PersonRow(
    Id Id, string Name, string SearchName, string? Email, string? UserName, string? ExternalKey, string? Title, Id? Manager, string? Language,
    string? Zone, bool Administrator, DateOnly? LeftOn, string Absences, bool SharesWork, string FieldValues, int Version, string? ManagerName, long Total)
{
    public Absence? AwayOn(DateOnly day) => PersonTable.AbsenceOn(Absences, day);
}

/// <summary>Colleagues by name: a page of them, their teams, and what is open between them and me. Three questions, however many people.</summary>
public static class PeopleList
{
    private const string Columns = "id, name, search_name, email, user_name, external_key, title, manager, language, zone, administrator, left_on, absences, shares_work, field_values, version";

    public static async Task<(List<PersonListed> Rows, string? Next)> Ask(Session session, Me me, PeopleSought sought, DateOnly today, string? after, int size)
    {
        var place = Cursor.Read(after, 2);
        var where = PeopleConditions.Of(sought);
        var (each, any) = (sought.Filter.Each, sought.Filter.Any);
        var rows = await session.All<PersonRow>($"""
            select p.*, m.name as manager_name, (select count(*) from person p where {where}) as total
            from (select {Columns} from person p where {where}{(place is null ? "" : " and (search_name, id) > (@afterName, @afterId)")} order by search_name, id limit @limit) p
            left join person m on m.workspace = @Workspace and m.id = p.manager order by p.search_name, p.id
            """,
            new
            {
                me.Workspace, like = Cursor.Anywhere(sought.Filter.Q ?? ""), today, afterName = place?[0], afterId = Cursor.Id(place?[1]), limit = size + 1,
                Team = sought.EachTeams, Manager = each.Ids("manager"), Language = each.Of("language"), anyTeam = sought.AnyTeams, anyManager = any.Ids("manager"), anyLanguage = any.Of("language"),
                field0 = Own(0)?.Field, field1 = Own(1)?.Field, field2 = Own(2)?.Field, field3 = Own(3)?.Field, says0 = Says(0), says1 = Says(1), says2 = Says(2), says3 = Says(3),
                from0 = Begins(0), from1 = Begins(1), from2 = Begins(2), from3 = Begins(3), to0 = Own(0)?.To, to1 = Own(1)?.To, to2 = Own(2)?.To, to3 = Own(3)?.To,
            });
        var (page, next) = Cursor.Cut(rows, size, last => Cursor.Of(last.SearchName, last.Id.ToString()));
        var ids = page.ConvertAll(r => r.Id);
        var theirTeams = (await TeamsOf(session, me.Workspace, ids, today)).ToLookup(t => t.Person);
        var between = (await Between(session, me, ids)).ToDictionary(b => b.Person);
        return (page.ConvertAll(r => new PersonListed(r, [.. theirTeams[r.Id]], between.GetValueOrDefault(r.Id)?.Open ?? 0, between.GetValueOrDefault(r.Id)?.Promised)), next);

        FieldFilter? Own(int n) => sought.EachOwn.Concat(sought.AnyOwn).ElementAtOrDefault(n);

        IReadOnlyList<string> Says(int n) => Own(n)?.Values ?? [];

        string? Begins(int n) => Own(n)?.Part is { } part ? Cursor.Anywhere(part) : Own(n)?.From;
    }

    public static Task<List<TeamOf>> TeamsOf(Session session, Id workspace, IReadOnlyCollection<Id> people, DateOnly today) => people.Count == 0 ? Task.FromResult(new List<TeamOf>()) :
        session.All<TeamOf>("""
            select distinct m.person, m.team, t.name, m.lead from membership m join team t on t.workspace = @workspace and t.id = m.team
            where m.workspace = @workspace and m.person in @people and (m.from_day is null or m.from_day <= @today) and (m.to_day is null or m.to_day >= @today)
            order by t.name
            """, new { workspace, people, today });

    private static Task<List<OpenBetween>> Between(Session session, Me me, List<Id> people) => people.Count == 0 ? Task.FromResult(new List<OpenBetween>()) :
        session.All<OpenBetween>("""
            select person, count(*) as open, min(promised) as promised from (
              select performer as person, case when state in ('promised', 'renegotiating') then due end as promised from ask
              where workspace = @Workspace and requester = @Person and performer in @people and is_open = 1
              union all select requester as person, null as promised from ask
              where workspace = @Workspace and performer = @Person and requester in @people and is_open = 1) b
            group by person
            """, new { me.Workspace, me.Person, people });

    private sealed record OpenBetween(Id Person, long Open, DateOnly? Promised);
}

using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>Which people are wanted; what is left out is not asked for.</summary>
/// <param name="Text">Part of a name, a title or an e-mail address.</param>
/// <param name="Team">Whoever is in this team today, or in a team below it.</param>
/// <param name="Left">True: those who have left, and nobody else.</param>
public sealed record PeopleFilter(string? Text = null, Id? Team = null, string? Language = null, bool Left = false)
{
    private const string OfField = "field.", From = ".from", To = ".to";

    /// <summary>What is asked of the company's own fields, as it was typed.</summary>
    public IReadOnlyDictionary<string, string> Typing { get; private init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<FieldFilter> Fields { get; private init; } = [];

    /// <summary>Fields asked for are known now; a list is asked with those.</summary>
    public PeopleFilter Known(IReadOnlyCollection<PersonField> fields) => Typing.Count == 0 ? this : this with
    {
        Fields = FieldFilter.Of(fields, Typing.Keys.Select(NameIn).Distinct(StringComparer.Ordinal).Select(name => (name, TypedAs(name), TypedAs(name + From), TypedAs(name + To)))),
    };

    public async Task<PeopleFilter> Known(Session session, Id workspace) => Typing.Count == 0 ? this : Known(await session.PersonFields(workspace));

    /// <summary>As an address has it, whichever door it leads to.</summary>
    public static PeopleFilter Typed(string? q, string? team, string? language, string? left, IQueryCollection query) =>
        new(q, Query.Id("team", team), string.IsNullOrEmpty(language) ? null : language, Query.Flag("left", left))
        {
            Typing = query.Where(one => one.Key.StartsWith(OfField, StringComparison.Ordinal) && one.Value.ToString().Length > 0).ToDictionary(one => one.Key[OfField.Length..], one => one.Value.ToString(), StringComparer.Ordinal),
        };

    /// <summary>What was typed for a field of this name or id; with .from or .to, for one end of it.</summary>
    public string? TypedAs(string name) => Typing.GetValueOrDefault(name);

    private static string NameIn(string typed) => typed.EndsWith(From, StringComparison.Ordinal) ? typed[..^From.Length] : typed.EndsWith(To, StringComparison.Ordinal) ? typed[..^To.Length] : typed;
}

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

    public static async Task<(List<PersonListed> Rows, string? Next)> Ask(Session session, Me me, PeopleFilter filter, IReadOnlyCollection<Id> teams, DateOnly today, string? after, int size)
    {
        var place = Cursor.Read(after, 2);
        var where = Where(filter);
        var rows = await session.All<PersonRow>($"""
            select p.*, m.name as manager_name, (select count(*) from person p where {where}) as total
            from (select {Columns} from person p where {where}{(place is null ? "" : " and (search_name, id) > (@afterName, @afterId)")} order by search_name, id limit @limit) p
            left join person m on m.workspace = @Workspace and m.id = p.manager order by p.search_name, p.id
            """,
            new
            {
                me.Workspace, like = Cursor.Anywhere(filter.Text ?? ""), teams, filter.Language, today, afterName = place?[0], afterId = Cursor.Id(place?[1]), limit = size + 1,
                f0 = F(0)?.Field, f1 = F(1)?.Field, f2 = F(2)?.Field, f3 = F(3)?.Field, from0 = Begins(F(0)), from1 = Begins(F(1)), from2 = Begins(F(2)), from3 = Begins(F(3)),
                to0 = F(0)?.To, to1 = F(1)?.To, to2 = F(2)?.To, to3 = F(3)?.To,
            });
        var (page, next) = Cursor.Cut(rows, size, last => Cursor.Of(last.SearchName, last.Id.ToString()));
        var ids = page.ConvertAll(r => r.Id);
        var theirTeams = (await TeamsOf(session, me.Workspace, ids, today)).ToLookup(t => t.Person);
        var between = (await Between(session, me, ids)).ToDictionary(b => b.Person);
        return (page.ConvertAll(r => new PersonListed(r, [.. theirTeams[r.Id]], between.GetValueOrDefault(r.Id)?.Open ?? 0, between.GetValueOrDefault(r.Id)?.Promised)), next);

        FieldFilter? F(int n) => filter.Fields.ElementAtOrDefault(n);
    }

    private static string? Begins(FieldFilter? field) => field is { To: null } ? Cursor.Anywhere(field.From) : field?.From;

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

    private static string Where(PeopleFilter filter) => string.Join(" and ", new[]
    {
        "p.workspace = @Workspace and merged_into is null",
        filter.Left ? "left_on <= @today" : "(left_on is null or left_on > @today)",
        string.IsNullOrWhiteSpace(filter.Text) ? null : "(search_name like @like escape '!' or lower(title) like @like escape '!' or email_key like @like escape '!' or exists (select 1 from person g where g.workspace = @Workspace and g.merged_into = p.id and (g.search_name like @like escape '!' or g.email_key like @like escape '!')))",
        filter.Team is null ? null : """
            p.id in (select m.person from membership m where m.workspace = @Workspace and m.team in @teams
              and (m.from_day is null or m.from_day <= @today) and (m.to_day is null or m.to_day >= @today))
            """,
        filter.Language is null ? null : "language = @Language",
    }.OfType<string>().Concat(filter.Fields.Select((field, n) =>
        $"p.id in (select v.person from person_value v where v.workspace = @Workspace and v.field = @f{n} and {Says(field, n)})")));

    private static string Says(FieldFilter field, int n) => field.To is null ? $"v.sought like @from{n} escape '!'"
        : field.IsNumber ? $"v.ordered >= @from{n} and v.ordered <= @to{n}" : $"v.sought >= @from{n} and v.sought <= @to{n}";

    private sealed record OpenBetween(Id Person, long Open, DateOnly? Promised);
}

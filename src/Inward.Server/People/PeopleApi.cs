using System.Text.Json;
using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

public sealed record TeamShortly(Id Id, string Name, bool Lead);

/// <summary>A colleague as programs read them.</summary>
/// <param name="Away">The absence of today; null for whoever is here.</param>
/// <param name="Fields">What the company's own fields say, in their order; what says nothing is left out.</param>
/// <param name="Words">What they say about themselves, each answer with its day and its source; only where one person is read.</param>
public sealed record PersonShown(
    Id Id, string Name, string? Email, string? UserName, string? Key, string? Title, IReadOnlyList<TeamShortly> Teams, Named? Manager, string? Language, string? Zone,
    bool Administrator, DateOnly? LeftOn, Absence? Away, bool SharesWork, IReadOnlyList<FieldShown> Fields, WordsShown? Words, int Version)
{
    public static PersonShown Of(PersonListed listed, IReadOnlyList<CompanyField> fields, DateOnly today) => new(
        listed.Row.Id, listed.Row.Name, listed.Row.Email, listed.Row.UserName, listed.Row.ExternalKey, listed.Row.Title, Shortly(listed.Teams),
        Named.Maybe(listed.Row.Manager, listed.Row.ManagerName), listed.Row.Language, listed.Row.Zone, listed.Row.Administrator, listed.Row.LeftOn,
        listed.Row.AwayOn(today), listed.Row.SharesWork, FieldShown.InUse(PersonTable.ValuesIn(listed.Row.FieldValues), fields), null, listed.Row.Version);

    public static PersonShown Of(Person person, IEnumerable<TeamOf> teams, string? manager, IReadOnlyList<CompanyField> fields, WordsShown words, DateOnly today) => new(
        person.Id, person.Name, person.Email, person.UserName, person.ExternalKey, person.Title, Shortly(teams), Named.Maybe(person.Manager, manager),
        person.Language, person.Zone, person.Administrator, person.LeftOn, person.AbsentOn(today), person.SharesWork, FieldShown.InUse(person.Fields, fields), words, person.Version);

    private static IReadOnlyList<TeamShortly> Shortly(IEnumerable<TeamOf> teams) => [.. teams.Select(t => new TeamShortly(t.Team, t.Name, t.Lead))];
}

/// <summary>/api/v1/people.</summary>
public static class PeopleApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var people = api.MapGroup("/people").WithTags("people");
        people.MapGet("", List).WithName("listPeople").WithSummary("Colleagues by name; by `q` (part of a name, title or e-mail address), `team` (with the teams below), `manager`, `language`, `left`; of `any=team:ID,language:de` one is enough")
            .WithDescription("Colleagues by name. Values of one filter are parted by commas, and one of them is enough; different filters must all fit; of the conditions in `any`, one is enough. A field of the company by which colleagues can be found filters too: `field.NAME=VALUE` (or its id), and for numbers and days `field.NAME.from` and `field.NAME.to`; of a text a part is enough. Four at once. Within `any` a comma of a value is written %2C.")
            .Produces<Listed<PersonShown>>().ProducesProblem(422);
        VCards.Map(people);
        PeopleCsv.Map(people);
        people.MapGet("/{id}", Get).WithName("getPerson").WithSummary("A colleague, with their own words").Produces<PersonShown>().Produces(307).ProducesProblem(404);
        people.MapPost("", Add).WithName("addPerson").WithSummary("Adds a colleague (administrators)").Produces<PersonShown>(201).ProducesProblem(403).ProducesProblem(422);
        people.MapPut("/{id}", (Door door, Id id, PersonTold body) => Retell(door, id, body, _ => body))
            .WithName("replacePerson").WithSummary("Tells a colleague anew").Produces<PersonShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        people.MapPatch("/{id}", (Door door, Id id, JsonElement body) => Retell(door, id, body, now => Patch.Over(now, body))).Accepts<PersonTold>("application/json", "application/merge-patch+json")
            .WithName("changePerson").WithSummary("Changes what is named, and leaves the rest").Produces<PersonShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        people.MapPut("/{id}/words", (Door door, Id id, WordsTold body) => Say(door, id, body, _ => body))
            .WithName("sayOwnWords").WithSummary("Writes one's own words; only the person may").Produces<PersonShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        people.MapPatch("/{id}/words", (Door door, Id id, JsonElement body) => Say(door, id, body, now => Patch.Over(now, body))).Accepts<WordsTold>("application/json", "application/merge-patch+json")
            .WithName("changeOwnWords").WithSummary("Changes some of one's own words; only the person may").Produces<PersonShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
    }

    // What is declared stands in the description; it is read from the address, where the company's own fields stand too.
    private static async Task<IResult> List(Door door, HttpContext http, string? q, string? team, string? manager, string? language, string? left, string? any, string? after, string? limit)
    {
        var filter = http.Request.Query.People();
        var (rows, next, fields) = await door.Read(async session =>
        {
            var fields = await session.CompanyFields(door.Me.Workspace, FieldAbout.Person);
            var sought = await PeopleSought.Of(session, door.Me.Workspace, filter, fields);
            var (rows, next) = await PeopleList.Ask(session, door.Me, sought, door.Today, after, Cursor.Size(limit));
            return (rows, next, fields);
        });
        return door.List(rows.ConvertAll(r => PersonShown.Of(r, fields, door.Today)), next);
    }

    private static Task<IResult> Get(Door door, Id id) => door.ShowKept("person", id, "/api/v1/people/", session => Shown(session, door, id));

    private static Task<IResult> Add(Door door, PersonTold body) => door.Change(body, async unit =>
    {
        var person = await PersonDesk.Add(unit, door.Me, body);
        return Reply.Created($"/api/v1/people/{person.Id}", (await Shown(unit, door, person.Id)).Person, person.Version);
    });

    private static Task<IResult> Retell(Door door, Id id, object body, Func<PersonTold, PersonTold> told) => door.Edit(body, async unit =>
    {
        var person = await PersonDesk.Retell(unit, door.Me, id, door.IfMatch(), told);
        return Reply.Done((await Shown(unit, door, id)).Person, person.Version);
    }, session => Shown(session, door, id));

    private static Task<IResult> Say(Door door, Id id, object body, Func<WordsTold, WordsTold> told) => door.Edit(body, async unit =>
    {
        var person = await PersonDesk.Say(unit, door.Me, id, door.IfMatch(), told);
        return Reply.Done((await Shown(unit, door, id)).Person, person.Version);
    }, session => Shown(session, door, id));

    private static async Task<(PersonShown Person, int Version)> Shown(Session session, Door door, Id id)
    {
        var person = await session.Person(door.Me.Workspace, id) ?? throw Rule.NotVisible();
        var teams = await PeopleList.TeamsOf(session, door.Me.Workspace, [id], door.Today);
        var manager = person.Manager is null ? null : await session.One<string>("select name from person where workspace = @Workspace and id = @Manager", new { door.Me.Workspace, person.Manager });
        return (PersonShown.Of(person, teams, manager, person.Fields.All.Count == 0 ? [] : await session.CompanyFields(door.Me.Workspace, FieldAbout.Person), await WordsShown.Of(session, door.Me.Workspace, person.OwnWords), door.Today), person.Version);
    }
}

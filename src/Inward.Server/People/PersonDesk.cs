using System.Text.Json;
using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>A person as somebody tells them.</summary>
/// <param name="Team">The team a new colleague begins in, by id or name; later stays are told at the team.</param>
/// <param name="Manager">By id, e-mail address, user name, key or whole name.</param>
/// <param name="Fields">The company's own fields by id or name: what is named changes, null empties it, the others stay.</param>
public sealed record PersonTold(
    string? Name, string? Email = null, string? UserName = null, string? Key = null, string? Title = null, string? Team = null, string? Manager = null,
    string? Language = null, string? Zone = null, bool SharesWork = false, bool PrefersPrivateThanks = false, IReadOnlyDictionary<string, JsonElement>? Fields = null)
{
    public static PersonTold Of(Person person) => new(
        person.Name, person.Email, person.UserName, person.ExternalKey, person.Title, null, person.Manager?.ToString(), person.Language, person.Zone,
        person.SharesWork, person.PrefersPrivateThanks);
}

/// <summary>What one can do with people: add them, keep their facts, and write one's own words.</summary>
public static class PersonDesk
{
    // A chain of command is a dozen long; a hundred is a bound against a damaged store.
    private const int LongestChain = 100;

    public static async Task<Person> Add(Unit unit, Me me, PersonTold told)
    {
        Person.CheckKeeper(me.Administrator);
        var blank = new Person(me.Workspace, Id.New(unit.Now), told.Name ?? "");
        var person = blank.Retold(await AsTold(unit, me, blank, told with { Team = null }), me.Person, me.Administrator) with { Version = 1 };
        await unit.Save(person, isNew: true);
        if (!string.IsNullOrWhiteSpace(told.Team))
        {
            var team = await Whom.Team(unit, me.Workspace, told.Team) ?? throw Rule.Invalid("team", new Sentence("There is no team called {0}.", told.Team));
            unit.Save(new Membership(me.Workspace, Id.New(unit.Now), person.Id, team, me.Today(unit.Now), null, Lead: false));
        }
        unit.Append("person.added", person.Id, new { person.Name });
        return person;
    }

    public static async Task<Person> Retell(Unit unit, Me me, Id id, int? version, Func<PersonTold, PersonTold> told)
    {
        var person = await unit.Person(me.Workspace, id) ?? throw Rule.NotVisible();
        Rule.Fresh(version, person.Version);
        var retold = person.Retold(await AsTold(unit, me, person, told(PersonTold.Of(person))), me.Person, me.Administrator);
        await unit.Save(retold, isNew: false);
        unit.Append("person.changed", id, new { changed = Patch.Changed(PersonTold.Of(person), PersonTold.Of(retold)).Concat(await FieldsTold.Changed(unit, unit.Workspace, person.Fields, retold.Fields)) });
        return retold;
    }

    /// <summary>Writes one's own words.</summary>
    public static async Task<Person> Say(Unit unit, Me me, Id id, int? version, Func<WordsTold, WordsTold> told)
    {
        var person = await unit.Person(me.Workspace, id) ?? throw Rule.NotVisible();
        Rule.Fresh(version, person.Version);
        var said = person.Says(told(Said(person.OwnWords)), me.Person, me.Today(unit.Now));
        await unit.Save(said, isNew: false);
        unit.Append("person.words-written", id, new { changed = Patch.Changed(Said(person.OwnWords), Said(said.OwnWords)) });
        return said;
    }

    public static WordsTold Said(OwnWords words) => new(
        words.DoAndWhy?.Words, words.NeedFromOthers?.Words, words.HowToReach?.Words, words.HowToThank?.Words, words.Strengths?.Words, words.BestTime?.Words);

    private static async Task<Person> AsTold(Unit unit, Me me, Person person, PersonTold told)
    {
        if (told.Team is not null)
            throw Rule.Invalid("team", "Say at the team who is in it: a stay has its own first and last day.");
        var filled = await unit.Filled(person, told.Fields, me.Person, me.Administrator);
        var retold = filled with
        {
            Name = told.Name ?? "",
            Email = Blank(told.Email),
            UserName = Blank(told.UserName),
            ExternalKey = Blank(told.Key),
            Title = Blank(told.Title),
            Language = Blank(told.Language),
            Zone = Blank(told.Zone),
            SharesWork = told.SharesWork,
            PrefersPrivateThanks = told.PrefersPrivateThanks,
        };
        if (told.Manager == person.Manager?.ToString())
            return retold;
        if (string.IsNullOrWhiteSpace(told.Manager))
            return retold with { Manager = null };
        var manager = await Whom.Exactly(unit, unit.Workspace, told.Manager) is { } named ? await unit.Person(unit.Workspace, named) : null;
        if (manager is not { LeftOn: null })
            throw Rule.Invalid("manager", "There is no such colleague here.");
        return retold.ReportsTo(manager, await Above(unit, manager));
    }

    private static async Task<List<Id>> Above(Unit unit, Person manager)
    {
        var above = new List<Id>();
        for (var at = manager.Manager; at is { } id && above.Count < LongestChain && !above.Contains(id);)
        {
            above.Add(id);
            at = await unit.One<Id?>("select manager from person where workspace = @Workspace and id = @id and manager is not null", new { unit.Workspace, id });
        }
        return above;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

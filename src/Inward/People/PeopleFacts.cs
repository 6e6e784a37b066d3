using Inward.House.Imports;

namespace Inward.People;

/// <summary>What an import may write about people, teams and stays; everything else of them it leaves alone.</summary>
public static class PeopleFacts
{
    public static readonly Importable<Person> Person = new("person", person => person.Id,
    [
        new("name", person => person.Name, (person, from) => person with { Name = from.Name }),
        new("email", person => person.Email, (person, from) => person with { Email = from.Email }),
        new("userName", person => person.UserName, (person, from) => person with { UserName = from.UserName }),
        new("key", person => person.ExternalKey, (person, from) => person with { ExternalKey = from.ExternalKey }),
        new("title", person => person.Title, (person, from) => person with { Title = from.Title }),
        new("manager", person => person.Manager, (person, from) => person with { Manager = from.Manager }),
        new("leftOn", person => person.LeftOn, (person, from) => person with { LeftOn = from.LeftOn }),
    ]);

    /// <summary>With each of the company's own fields, so that a file is taken back field by field.</summary>
    public static Importable<Person> PersonWith(IEnumerable<CompanyField> fields) => Person with
    {
        Facts = [.. Person.Facts, .. fields.Where(field => field.About == FieldAbout.Person).Select(field => new Fact<Person>(field.Name, person => person.Fields[field.Id],
            (person, from) => person with { Fields = person.Fields.With(field.Id, from.Fields[field.Id]) }))],
    };

    public static readonly Importable<Team> Team = new("team", team => team.Id,
    [
        new("name", team => team.Name, (team, from) => team with { Name = from.Name }),
        new("parent", team => team.Parent, (team, from) => team with { Parent = from.Parent }),
    ]);

    /// <summary>With each of the company's own fields of teams.</summary>
    public static Importable<Team> TeamWith(IEnumerable<CompanyField> fields) => Team with
    {
        Facts = [.. Team.Facts, .. fields.Where(field => field.About == FieldAbout.Team).Select(field => new Fact<Team>(field.Name, team => team.Fields[field.Id],
            (team, from) => team with { Fields = team.Fields.With(field.Id, from.Fields[field.Id]) }))],
    };

    public static readonly Importable<Membership> Membership = new("membership", stay => stay.Id,
    [
        new("person", stay => stay.Person, (stay, from) => stay with { Person = from.Person }),
        new("team", stay => stay.Team, (stay, from) => stay with { Team = from.Team }),
        new("from", stay => stay.From, (stay, from) => stay with { From = from.From }),
        new("to", stay => stay.To, (stay, from) => stay with { To = from.To }),
        new("lead", stay => stay.Lead, (stay, from) => stay with { Lead = from.Lead }),
    ]);
}

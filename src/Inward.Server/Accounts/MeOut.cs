using System.Text.Json;
using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.People;

namespace Inward.Server.Accounts;

/// <summary>Who I am to Inward, as a program reads it.</summary>
/// <param name="Language">What I read: my own choice, else the company's.</param>
/// <param name="BriefAt">At what hour of my working days the brief of the day comes by mail; null for none.</param>
/// <param name="Scopes">What the token that asks may do.</param>
public sealed record MeOut(
    Id Id, string Name, string? Title, string? Email, string? UserName, string Language, string Zone, string Company, bool Administrator,
    IReadOnlyList<Id> Teams, IReadOnlyList<Id> Leads, bool Mail, TimeOnly? BriefAt, bool SharesWork, bool PrefersPrivateThanks, bool CopiesThanks, IReadOnlyList<Absence> Absences,
    IReadOnlyList<FieldShown> Fields, IReadOnlyList<string> Scopes, int Version)
{
    public static MeOut Of(Person person, Me me, IEnumerable<CompanyField> fields) => new(
        person.Id, person.Name, person.Title, person.Email, person.UserName, person.Language ?? me.Language, person.Zone ?? me.Zone, me.Company, person.Administrator,
        me.Teams, me.Leads, person.Mail, person.BriefAt, person.SharesWork, person.PrefersPrivateThanks, person.CopiesThanks, person.Absences, FieldShown.InUse(person.Fields, fields), [.. TokenTerms.AllScopes.Where(me.Can)], person.Version);
}

/// <summary>What I say about myself. Without a language or zone of my own the company's hold.</summary>
/// <param name="Fields">The company's own fields by id or name: what is named changes, null empties it, the others stay.</param>
public sealed record MeTold(string? Name, string? Title, string? Language, string? Zone, bool Mail, TimeOnly? BriefAt, bool SharesWork, bool PrefersPrivateThanks, bool CopiesThanks,
    IReadOnlyDictionary<string, JsonElement>? Fields = null)
{
    public static MeTold Of(Person person) =>
        new(person.Name, person.Title, person.Language, person.Zone, person.Mail, person.BriefAt, person.SharesWork, person.PrefersPrivateThanks, person.CopiesThanks);

    public Person Change(Person person) => person with
    {
        Name = Name ?? "",
        Title = Title,
        Language = Blank(Language),
        Zone = Blank(Zone),
        Mail = Mail,
        BriefAt = BriefAt,
        SharesWork = SharesWork,
        PrefersPrivateThanks = PrefersPrivateThanks,
        CopiesThanks = CopiesThanks,
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

using Inward.House;
using Inward.People;
using Inward.Server.House;

namespace Inward.Server.Accounts;

/// <summary>Who I am to Inward, as a program reads it.</summary>
/// <param name="Language">What I read: my own choice, else the company's.</param>
/// <param name="Scopes">What the token that asks may do.</param>
public sealed record MeOut(
    Id Id, string Name, string? Title, string? Email, string? UserName, string Language, string Zone, string Company, bool Administrator,
    IReadOnlyList<Id> Teams, IReadOnlyList<Id> Leads, bool Mail, bool SharesWork, bool PrefersPrivateThanks, IReadOnlyList<Absence> Absences,
    IReadOnlyList<string> Scopes, int Version)
{
    public static MeOut Of(Person person, Me me) => new(
        person.Id, person.Name, person.Title, person.Email, person.UserName, person.Language ?? me.Language, person.Zone ?? me.Zone, me.Company, person.Administrator,
        me.Teams, me.Leads, person.Mail, person.SharesWork, person.PrefersPrivateThanks, person.Absences, [.. TokenTerms.AllScopes.Where(me.Can)], person.Version);
}

/// <summary>What to change; what is left out stays as it is.</summary>
public sealed record MeIn(string? Name, string? Title, string? Language, string? Zone, bool? Mail, bool? SharesWork, bool? PrefersPrivateThanks)
{
    /// <summary>An empty title, language or zone is none: the company's language and zone then hold.</summary>
    public Person Change(Person person) => person with
    {
        Name = Name ?? person.Name,
        Title = Title ?? person.Title,
        Language = Language is null ? person.Language : Language.Length == 0 ? null : Language,
        Zone = Zone is null ? person.Zone : Zone.Length == 0 ? null : Zone,
        Mail = Mail ?? person.Mail,
        SharesWork = SharesWork ?? person.SharesWork,
        PrefersPrivateThanks = PrefersPrivateThanks ?? person.PrefersPrivateThanks,
    };
}

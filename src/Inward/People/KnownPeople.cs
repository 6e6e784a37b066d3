using Inward.House;
using Inward.House.Imports;

namespace Inward.People;

/// <summary>The people of a workspace, or a few of them, by whatever a file or a colleague may call them.</summary>
public sealed class KnownPeople
{
    private readonly Dictionary<Id, Person> byId;

    // Some programs tell records apart by the case of their keys alone, and the store does as they do.
    private readonly Dictionary<string, Person> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> byEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Person> byUserName = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, Person> byName;

    public KnownPeople(IReadOnlyList<Person> people)
    {
        byId = people.ToDictionary(person => person.Id);
        foreach (var person in people)
        {
            if (Today(person) is not { } meant)
                continue;
            Add(byKey, person.ExternalKey, meant);
            Add(byEmail, person.Email, meant);
            Add(byUserName, person.UserName, meant);
        }
        byName = people.Where(person => person.MergedInto is null).ToLookup(person => person.Name, StringComparer.OrdinalIgnoreCase);
    }

    public Person? ByKey(string key) => byKey.GetValueOrDefault(key);

    public Person? ByEmail(string email) => byEmail.GetValueOrDefault(email);

    public Person? ByUserName(string userName) => byUserName.GetValueOrDefault(userName);

    public IReadOnlyList<Person> ByName(string name) => [.. byName[name]];

    /// <summary>Whom a word means: who has this id, key, address or user name, else everyone of that name, and of them those who work here.</summary>
    public IReadOnlyList<Person> Meant(string word)
    {
        if ((ById(word) ?? ByKey(word) ?? ByEmail(word) ?? ByUserName(word)) is { } known)
            return [known];
        var named = ByName(word);
        var here = named.Where(person => person.LeftOn is null).ToList();
        return here.Count > 0 ? here : named;
    }

    /// <summary>The one whom a word means; null when it means nobody, or several.</summary>
    public Person? ByAnything(string word) => Meant(word) is [var only] ? only : null;

    private Person? ById(string word) => Id.TryParse(word, null, out var id) && byId.TryGetValue(id, out var person) ? Today(person) : null;

    // An entry that was merged means the one that was kept.
    private Person? Today(Person person) => person.MergedInto is { } kept ? byId.GetValueOrDefault(kept) : person;

    private static void Add(Dictionary<string, Person> people, string? word, Person person)
    {
        if (word?.Squeezed() is { Length: > 0 } tidy)
            people.TryAdd(tidy, person);
    }
}

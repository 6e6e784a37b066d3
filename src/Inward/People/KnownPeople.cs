using Inward.House.Imports;

namespace Inward.People;

/// <summary>The people of a workspace by whatever a file may call them.</summary>
internal sealed class KnownPeople
{
    // Some programs tell records apart by the case of their keys alone, and the store does as they do.
    private readonly Dictionary<string, Person> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> _byEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Person> _byUserName = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, Person> _byName;

    public KnownPeople(IReadOnlyList<Person> people)
    {
        foreach (var person in people)
        {
            Add(_byKey, person.ExternalKey, person);
            Add(_byEmail, person.Email, person);
            Add(_byUserName, person.UserName, person);
        }

        _byName = people.ToLookup(person => person.Name, StringComparer.OrdinalIgnoreCase);
    }

    public Person? ByKey(string key) => _byKey.GetValueOrDefault(key);

    public Person? ByEmail(string email) => _byEmail.GetValueOrDefault(email);

    public Person? ByUserName(string userName) => _byUserName.GetValueOrDefault(userName);

    public IReadOnlyList<Person> ByName(string name) => [.. _byName[name]];

    /// <summary>By key, address, user name, or a name that only one person has.</summary>
    public Person? ByAnything(string word) =>
        ByKey(word) ?? ByEmail(word) ?? ByUserName(word) ?? (_byName[word].Take(2).ToList() is [var only] ? only : null);

    private static void Add(Dictionary<string, Person> people, string? word, Person person)
    {
        if (word?.Squeezed() is { Length: > 0 } tidy)
        {
            people.TryAdd(tidy, person);
        }
    }
}

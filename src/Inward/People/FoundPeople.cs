using Inward.House;
using Inward.House.Imports;

namespace Inward.People;

/// <summary>
/// Tells which rows are about the same person: by key, then by e-mail address, then by user name, and by name alone where a row
/// has nothing better. A key that names two people is an error; an address or user name of two people stays with the first.
/// </summary>
internal sealed class FoundPeople(Noticings noticed)
{
    private readonly List<FoundPerson> all = [];
    private readonly Dictionary<string, FoundPerson> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FoundPerson> byEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, FoundPerson> byUserName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<FoundPerson>> byName = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<FoundPerson> All => all;

    /// <summary>The person of this row; null when the row contradicts another and is left out.</summary>
    public FoundPerson? Add(PersonRow row)
    {
        var person = row.Key.Length > 0 && byKey.TryGetValue(row.Key, out var same) ? same : Known(row);
        if (person is not null && IsSomebodyElse(row, person))
        {
            noticed.LeaveOut(row.At.File, row.At.Number, new Sentence(
                "The key {0} is {1} in row {2}; {3} cannot have it too.", row.Key, person.Shown, person.FirstRow.Number, row.Name));
            return null;
        }
        if (person is null)
        {
            person = new FoundPerson(row);
            all.Add(person);
        }
        TellIfRepeated(row, person);
        person.Add(row);
        person.Key = Claimed(byKey, person, person.Key, row.Key, row, null);
        person.Email = Claimed(byEmail, person, person.Email, row.Email, row, new Sentence("The e-mail address {0} already belongs to {1} in row {2}. {3} is imported without it."));
        person.UserName = Claimed(byUserName, person, person.UserName, row.UserName, row, new Sentence("The user name {0} already belongs to {1} in row {2}. {3} is imported without it."));
        if (person.Name.Length > 0 && !NamedSo(person.Name).Contains(person))
            NamedSo(person.Name).Add(person);
        return person;
    }

    public FoundPerson? ByKey(string key) => byKey.GetValueOrDefault(key);

    public FoundPerson? ByEmail(string email) => byEmail.GetValueOrDefault(email);

    public FoundPerson? ByUserName(string userName) => byUserName.GetValueOrDefault(userName);

    /// <summary>Everyone of this name.</summary>
    public IReadOnlyList<FoundPerson> ByName(string name) => byName.TryGetValue(name, out var people) ? people : [];

    private FoundPerson? Known(PersonRow row)
    {
        var known = (row.Email.Length > 0 ? ByEmail(row.Email) : null) ?? (row.UserName.Length > 0 ? ByUserName(row.UserName) : null);
        if (known is not null)
        {
            // Two keys or two names under one address are two people who share it, or one who inherited it.
            return (row.Key.Length > 0 && known.Key.Length > 0) || HasAnotherName(row, known) ? null : known;
        }
        return row.Key.Length == 0 && row.Email.Length == 0 && row.UserName.Length == 0 && ByName(row.Name) is [var only] ? only : null;
    }

    private static bool IsSomebodyElse(PersonRow row, FoundPerson person) =>
        HasAnotherName(row, person) && !(row.Email.Length > 0 && row.Email.Says(person.Email));

    private static bool HasAnotherName(PersonRow row, FoundPerson person) =>
        row.Name.Length > 0 && person.Name.Length > 0 && !row.Name.Says(person.Name);

    private string Claimed(Dictionary<string, FoundPerson> taken, FoundPerson person, string had, string word, PersonRow row, Sentence? refusal)
    {
        if (word.Length == 0 || had.Length > 0)
            return had;
        if (taken.TryAdd(word, person))
            return word;
        noticed.Tell(row.At.File, row.At.Number, refusal! with { Gaps = [word, taken[word].Shown, taken[word].FirstRow.Number, person.Shown] });
        return "";
    }

    private void TellIfRepeated(PersonRow row, FoundPerson person)
    {
        if (person.SaidBefore(row) is { } before)
            noticed.Tell(row.At.File, row.At.Number, new Sentence("It says the same as row {0} and changes nothing.", before.At.Number));
        else if (person.IsNamedAlone && person.Rows.Count > 0)
            noticed.Tell(row.At.File, row.At.Number, new Sentence(
                "{0} stands in row {1} too and nothing tells them apart: taken as one person. A key or an e-mail address would.", person.Shown, person.FirstRow.Number));
    }

    private List<FoundPerson> NamedSo(string name) => byName.TryGetValue(name, out var people) ? people : byName[name] = [];
}

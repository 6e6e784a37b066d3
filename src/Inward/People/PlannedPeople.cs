using Inward.House;
using Inward.House.Imports;

namespace Inward.People;

/// <summary>
/// Sets the people of a file beside those of the workspace. A person is known by key, else by e-mail address, else by user
/// name, else by name alone where the file has nothing better. An empty cell takes nothing away.
/// </summary>
internal sealed class PlannedPeople
{
    private readonly Roster roster;
    private readonly KnownPeople people;
    private readonly FieldColumns fields;
    private readonly Importable<Person> kind;
    private readonly Noticings noticed;
    private readonly DateTimeOffset now;
    private readonly List<Person> merged;
    private readonly HashSet<Id> claimed = [];
    private readonly Dictionary<FoundPerson, (Person? Before, Person After)> planned = [];

    public PlannedPeople(FoundPeople found, Roster roster, KnownPeople known, FieldColumns fields, DateTimeOffset now, Noticings noticed)
    {
        (this.roster, people, this.fields, this.noticed, this.now, kind) = (roster, known, fields, noticed, now, PeopleFacts.PersonWith(roster.Fields));
        merged = [.. roster.People.Where(one => one.MergedInto is not null)];
        var matched = Matched(found.All);
        foreach (var person in found.All)
            Plan(person, matched.GetValueOrDefault(person));
    }

    public IEnumerable<FoundPerson> All => planned.Keys;

    public Person? Of(FoundPerson person) => planned.TryGetValue(person, out var plan) ? plan.After : null;

    public void ReportsTo(FoundPerson person, Id? manager) =>
        planned[person] = (planned[person].Before, planned[person].After with { Manager = manager });

    public IReadOnlyList<Change<Person>> Changes() =>
        [.. planned.Select(plan => kind.Changed(plan.Value.Before, plan.Value.After, [.. plan.Key.Rows.Select(row => row.At)]))];

    /// <summary>Who is who, the surest signs first: a name alone must not take the person whose key another row has.</summary>
    private Dictionary<FoundPerson, Person> Matched(IReadOnlyList<FoundPerson> found)
    {
        Func<FoundPerson, Person?>[] signs =
        [
            person => person.Key.Length > 0 ? people.ByKey(person.Key) : null,
            person => person.Email.Length > 0 ? Unless(AnotherKey(person), people.ByEmail(person.Email)) : null,
            person => person.UserName.Length > 0 ? Unless(AnotherKey(person), people.ByUserName(person.UserName)) : null,
            person => person.IsNamedAlone && people.ByName(person.Name) is [var only] ? only : null,
        ];
        var matched = new Dictionary<FoundPerson, Person>();
        foreach (var sign in signs)
        {
            foreach (var person in found.Where(person => !matched.ContainsKey(person)))
            {
                if (sign(person) is { } known && claimed.Add(known.Id))
                    matched.Add(person, known);
            }
        }
        return matched;
    }

    // An address handed on to a new colleague must not hand on the page of the old one.
    private static Predicate<Person> AnotherKey(FoundPerson person) =>
        known => person.Key.Length > 0 && known.ExternalKey is not null && known.ExternalKey != person.Key;

    private static Person? Unless(Predicate<Person> refuse, Person? known) => known is not null && refuse(known) ? null : known;

    private void Plan(FoundPerson person, Person? before)
    {
        // A system that still has both entries must not make two colleagues of one again.
        if (before is null && Merged(person) is { } kept)
        {
            noticed.Tell(person.FirstRow.File, person.FirstRow.Number, new Sentence("{0} was merged with {1}, whom another row tells. This row is passed over.", person.Shown, kept.Name));
            return;
        }
        var start = before ?? new Person(roster.Workspace, Id.New(now), person.Shown);
        var after = start with
        {
            Name = person.Name.Length == 0 || person.IsNamedAlone ? start.Name : person.Name,
            // Both keys of somebody who was merged find them; they keep their own.
            ExternalKey = start.ExternalKey is not null && people.ByKey(person.Key)?.Id == start.Id ? start.ExternalKey : person.Key.OrNull() ?? start.ExternalKey,
            Email = Free(person, start, person.Email, people.ByEmail, new Sentence("The e-mail address {0} belongs to {1}, who is in Inward already. {2} is imported without it.")) ?? start.Email,
            UserName = Free(person, start, person.UserName, people.ByUserName, new Sentence("The user name {0} belongs to {1}, who is in Inward already. {2} is imported without it.")) ?? start.UserName,
            Title = person.Title.OrNull() ?? start.Title,
            LeftOn = Leaves(person, start) ?? start.LeftOn,
            Fields = fields.Filled(FieldAbout.Person, person.Rows, start.Fields),
        };
        if (kind.Sound(start, after, one => one.Checked(), person.FirstRow, noticed) is { } sound)
            planned.Add(person, (before, sound));
    }

    private Person? Merged(FoundPerson person)
    {
        if (person.Key.Length > 0 && IsOfMerged(person.Key))
            return people.ByKey(person.Key);
        if (person.Email.Length > 0 && IsOfMerged(person.Email))
            return people.ByEmail(person.Email);
        return person.UserName.Length > 0 && IsOfMerged(person.UserName) ? people.ByUserName(person.UserName) : null;
    }

    private bool IsOfMerged(string word) => merged.Exists(one => one.ExternalKey == word || string.Equals(one.Email, word, StringComparison.OrdinalIgnoreCase) || string.Equals(one.UserName, word, StringComparison.OrdinalIgnoreCase));

    // The rule of every door: a company keeps an administrator.
    private DateOnly? Leaves(FoundPerson person, Person start)
    {
        if (person.LeftOn is not { } on || start.LeftOn is not null || !start.Administrator)
            return person.LeftOn;
        try
        {
            return start.Leaving(on, roster.People.Count(other => other.Id != start.Id && other is { Administrator: true, LeftOn: null } && !planned.Values.Any(plan => plan.After.Id == other.Id && plan.After.LeftOn is not null))).LeftOn;
        }
        catch (BrokenRule kept)
        {
            noticed.Tell(person.FirstRow.File, person.FirstRow.Number, kept.Sentence);
            return null;
        }
    }

    private string? Free(FoundPerson person, Person start, string word, Func<string, Person?> owner, Sentence refusal)
    {
        if (word.Length == 0 || owner(word) is not { } other)
            return word.OrNull();
        if (other.Id == start.Id)
            return IsOfMerged(word) ? null : word;
        noticed.Tell(person.FirstRow.File, person.FirstRow.Number, refusal with { Gaps = [word, other.Name, person.Shown] });
        return null;
    }
}

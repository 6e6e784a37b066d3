using Inward.House;
using Inward.House.Imports;

namespace Inward.People;

/// <summary>
/// What an undo puts back must still be possible: an address may belong to somebody else by now, a manager may be gone, and
/// an old line may close a circle with a new one. Then the fact stays as it is today, and is named.
/// </summary>
internal sealed class PutBackPeople(IReadOnlyList<Person> now, IReadOnlyList<Person> gone, Noticings noticed)
{
    private static readonly string[] Unique = ["email", "userName", "key"];

    private readonly Dictionary<Id, Person> staying = now.ExceptBy(gone.Select(person => person.Id), person => person.Id).ToDictionary(person => person.Id);

    public IReadOnlyList<Person> Possible(IReadOnlyList<Person> putBack)
    {
        var back = putBack.Where(person => staying.ContainsKey(person.Id)).Select(WithLivingManager).ToDictionary(person => person.Id);
        foreach (var field in Unique)
            KeepUnique(back, PeopleFacts.Person.Facts.First(fact => fact.Name == field));
        while (Circle(back) is { Count: > 0 } circle)
        {
            foreach (var person in circle)
            {
                noticed.Tell(new Sentence("{0}: the manager of before would close a circle. Today's stays.", person.Name));
                back[person.Id] = person with { Manager = staying[person.Id].Manager };
            }
        }
        return [.. back.Values];
    }

    private Person WithLivingManager(Person person)
    {
        if (person.Manager is not { } manager || staying.ContainsKey(manager))
            return person;
        noticed.Tell(new Sentence("{0}: the manager of before is no longer here. Today's stays.", person.Name));
        return person with { Manager = staying[person.Id].Manager };
    }

    private void KeepUnique(Dictionary<Id, Person> back, Fact<Person> fact)
    {
        var owners = staying.Values.Select(person => back.GetValueOrDefault(person.Id, person))
            .Where(person => fact.Of(person) is string).ToLookup(person => fact.Name == "key" ? (string)fact.Of(person)! : Person.Key((string)fact.Of(person)!), StringComparer.Ordinal);
        foreach (var person in owners.Where(group => group.Count() > 1).SelectMany(group => group).Where(person => back.ContainsKey(person.Id)))
        {
            if (fact.Differs(person, staying[person.Id]))
            {
                noticed.Tell(new Sentence("{0}: {1} “{2}” belongs to somebody else by now. Today's stays.", person.Name, FieldWords.Of(fact.Name), fact.Of(person)!));
                back[person.Id] = fact.PutBack(back[person.Id], staying[person.Id]);
            }
        }
    }

    private List<Person> Circle(Dictionary<Id, Person> back)
    {
        var managers = staying.Values.Select(person => back.GetValueOrDefault(person.Id, person))
            .Where(person => person.Manager is not null).ToDictionary(person => person.Id, person => person.Manager!.Value);
        return [.. new ReportingLines<Id>(staying.Keys, managers).Loops.SelectMany(loop => loop)
            .Where(back.ContainsKey).Select(id => back[id]).Where(person => person.Manager != staying[person.Id].Manager)];
    }
}

using Inward.House;
using Inward.House.Imports;

namespace Inward.People;

/// <summary>
/// What is known of somebody who has left is erased for good: what was theirs alone goes, what others share stays without their name.
/// </summary>
public static class Erasure
{
    /// <param name="name">Typed by whoever does it, to show that this colleague is meant.</param>
    public static void Check(Person person, bool administrator, string? name, DateOnly today)
    {
        if (!administrator)
            throw Rule.NotYours("Only an administrator erases what is known of somebody.");
        if (person.ErasedAt is not null)
            throw Rule.NotNow("What was known of this colleague has been erased already.");
        if (!person.HasLeft(today))
            throw Rule.NotNow(new Sentence("{0} works here. Only what is known of somebody who has left can be erased.", person.Name));
        if (!person.Name.Squeezed().Says((name ?? "").Squeezed()))
            throw Rule.Invalid("name", new Sentence("Write the whole name, {0}, to show that you mean this colleague.", person.Name));
    }

    /// <summary>How somebody is called of whom nothing is known any more.</summary>
    /// <param name="language">The company's.</param>
    public static string Called(string language) => language == "de" ? "Früheres Mitglied" : "Former colleague";

    /// <summary>What is left: when they left, and that it was somebody.</summary>
    public static Person Tombstone(Person person, string called) => new(person.Workspace, person.Id, called)
    {
        LeftOn = person.LeftOn, Mail = false, MergedInto = person.MergedInto, Version = person.Version + 1,
    };

    /// <summary>Where to look for them. Whose name another bears too is not looked for: what is said of the one would be taken from the other.</summary>
    /// <param name="entries">This colleague, and the entries that were merged with it.</param>
    public static Mentions Mentions(IReadOnlyCollection<Person> entries, IReadOnlyCollection<string> othersNames) => new(
        entries.Select(entry => entry.Name).Where(name => !othersNames.Any(other => other.Squeezed().Says(name.Squeezed()))), entries.Select(entry => entry.Email));
}

using Inward.House;

namespace Inward.People;

/// <summary>Who may tell what about a person.</summary>
public sealed partial record Person
{
    /// <summary>People are added by administrators, or by an import that one of them starts.</summary>
    public static void CheckKeeper(bool administrator)
    {
        if (!administrator)
            throw Rule.NotYours("Only an administrator adds people.");
    }

    /// <summary>
    /// The person as somebody tells them now. How to sign in and who leads whom is the administrators'; name, title, language and
    /// time zone are theirs or the person's own; wishes are the person's alone. Own words and absences are told elsewhere.
    /// </summary>
    public Person Retold(Person told, Id by, bool administrator)
    {
        if (SignIn(told) != SignIn(this) && !administrator)
            throw Rule.NotYours("Only an administrator changes an e-mail address, a user name, a key or a manager.");
        if (Facts(told) != Facts(this))
            CheckTeller(by, administrator);
        if (Wishes(told) != Wishes(this) && by != Id)
            throw Rule.NotYours(new Sentence("Only {0} decides this.", Name));
        return (told with { Workspace = Workspace, Id = Id, OwnWords = OwnWords, Absences = Absences, Administrator = Administrator, LeftOn = LeftOn, Version = Version + 1 }).Checked();
    }

    /// <summary>Tells name and title: the person, or an administrator.</summary>
    public void CheckTeller(Id by, bool administrator)
    {
        if (by != Id && !administrator)
            throw Rule.NotYours(new Sentence("Only {0} or an administrator changes this.", Name));
    }

    /// <summary>Says it in their own words. An answer that stays the same keeps the day on which it was given.</summary>
    public Person Says(WordsTold told, Id by, DateOnly today) => by == Id
        ? this with { OwnWords = OwnWords.Retold(told, today), Version = Version + 1 }
        : throw Rule.NotYours(new Sentence("Only {0} writes these words. You can suggest an answer.", Name));

    /// <summary>Reports to this manager.</summary>
    /// <param name="above">The managers above that one.</param>
    public Person ReportsTo(Person? manager, IEnumerable<Id> above)
    {
        if (manager is not null && above.Contains(Id))
            throw Rule.Invalid("manager", new Sentence("{0} already reports to {1}, directly or through others. Nobody reports in a circle.", manager.Name, Name));
        return this with { Manager = manager?.Id };
    }

    private static (string?, string?, string?, Id?) SignIn(Person p) => (p.Email, p.UserName, p.ExternalKey, p.Manager);

    private static (string, string?, string?, string?) Facts(Person p) => (p.Name, p.Title, p.Zone, p.Language);

    private static (bool, bool) Wishes(Person p) => (p.SharesWork, p.PrefersPrivateThanks);
}

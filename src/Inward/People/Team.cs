using Inward.House;

namespace Inward.People;

/// <summary>A team in the tree of teams. What it does and needs is said on its page, as on a person's.</summary>
public sealed record Team(Id Workspace, Id Id, string Name)
{
    public Id? Parent { get; init; }

    /// <summary>What the team does, needs from others and how to reach it. Whoever is in it writes it.</summary>
    public OwnWords OwnWords { get; init; } = OwnWords.None;

    /// <summary>What the company's own fields say of it.</summary>
    public FieldValues Fields { get; init; } = FieldValues.None;

    public int Version { get; init; } = 1;

    public static string Key(string name) => name.Trim().ToLowerInvariant();

    public Team Checked()
    {
        var wrong = new List<Wrong>();
        var named = this with { Name = Name.Trim() };
        Text.Check(wrong, "name", named.Name, Person.LongestName, required: "A team needs a name.");
        if (Parent == Id)
            wrong.Add(new Wrong("parent", "A team is not below itself."));
        return wrong.Count == 0 ? named : throw Rule.Invalid(wrong);
    }

    /// <summary>The team says it in its own words, by anybody who is in it today; each answer keeps who wrote it.</summary>
    public Team Says(WordsTold told, Id by, bool isMember, DateOnly today) => isMember
        ? this with { OwnWords = OwnWords.Retold(told, today, by), Version = Version + 1 }
        : throw Rule.NotYours(new Sentence("Only those who are in {0} write these words. You can suggest an answer.", Name));

    /// <param name="fields">All of the company's.</param>
    /// <param name="told">By the id of the field, or its name: what is named changes, null empties it, what is not named stays.</param>
    public Team Filled(IReadOnlyCollection<CompanyField> fields, IReadOnlyDictionary<string, string?> told, bool isMember, bool administrator) =>
        this with { Fields = Fields.Filled(fields.Where(field => field.About == FieldAbout.Team), told, field => field.CheckWriter(isMember, Name, administrator)), Version = Version + 1 };

    /// <summary>Those who are in it fill its page in, and administrators.</summary>
    public void CheckFiller(bool isMember, bool administrator)
    {
        if (!isMember && !administrator)
            throw Rule.NotYours(new Sentence("Only those who are in {0} or an administrator change this.", Name));
    }

    public void CheckShows(bool isMember)
    {
        if (!isMember)
            throw Rule.NotYours(new Sentence("Only those who are in {0} choose this picture.", Name));
    }

    /// <summary>Administrators found, rename and move teams, and say who is in them.</summary>
    public static void CheckKeeper(bool administrator)
    {
        if (!administrator)
            throw Rule.NotYours("Only an administrator changes teams and who is in them.");
    }
}

/// <summary>A stay of a person in a team: days inclusive, open ends null. Leads are leads by membership, and dated like it.</summary>
public sealed record Membership(Id Workspace, Id Id, Id Person, Id Team, DateOnly? From, DateOnly? To, bool Lead)
{
    public bool Covers(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);

    /// <summary>A stay beside the person's other stays: nobody is in a team twice on one day.</summary>
    public Membership Beside(IEnumerable<Membership> others) => others.Any(o => o.Id != Id && o.Person == Person && o.Team == Team && Overlaps(o))
        ? throw Rule.Invalid("from", "This colleague is in the team already in that time.")
        : Checked();

    private bool Overlaps(Membership other) => !(To < other.From) && !(other.To < From);

    public Membership Checked() => From > To ? throw Rule.Invalid("to", "A membership does not end before it begins.") : this;
}

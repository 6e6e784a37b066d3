using Inward.House;

namespace Inward.People;

/// <summary>A team in the tree of teams. What it does and needs is said on its page, as on a person's.</summary>
public sealed record Team(Id Workspace, Id Id, string Name)
{
    public Id? Parent { get; init; }
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
}

/// <summary>A stay of a person in a team: days inclusive, open ends null. Leads are leads by membership, and dated like it.</summary>
public sealed record Membership(Id Workspace, Id Id, Id Person, Id Team, DateOnly? From, DateOnly? To, bool Lead)
{
    public bool Covers(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);

    public Membership Checked() => From > To ? throw Rule.Invalid("to", "A membership does not end before it begins.") : this;
}

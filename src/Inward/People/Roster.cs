using Inward.House;

namespace Inward.People;

/// <summary>Everyone in a workspace, those who left included, their teams and their stays: what an import meets.</summary>
public sealed record Roster(Id Workspace, IReadOnlyList<Person> People, IReadOnlyList<Team> Teams, IReadOnlyList<Membership> Memberships)
{
    public static Roster Empty(Id workspace) => new(workspace, [], [], []);
}

using Inward.House;

namespace Inward.People;

/// <summary>Everyone in a workspace, those who left included, their teams and their stays: what an import meets.</summary>
public sealed record Roster(Id Workspace, IReadOnlyList<Person> People, IReadOnlyList<Team> Teams, IReadOnlyList<Membership> Memberships)
{
    /// <summary>The fields that the company has made itself, retired ones too.</summary>
    public IReadOnlyList<CompanyField> Fields { get; init; } = [];

    public static Roster Empty(Id workspace) => new(workspace, [], [], []);
}

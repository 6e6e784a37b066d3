using System.Collections.Frozen;
using Inward.House;

namespace Inward.Server.House;

/// <summary>Who is asking: a person in one workspace, and what decides what they may see. A parameter, never ambient.</summary>
/// <param name="Teams">The teams this person is in today.</param>
/// <param name="Leads">Those of them that this person leads today.</param>
/// <param name="Led">The people in the teams this person leads.</param>
/// <param name="Scopes">What a token is good for; null for a signed-in person, who may do all a page can.</param>
public sealed record Me(
    Id Workspace, Id Person, string Name, string Title, string Language, string Zone, bool Administrator,
    IReadOnlyList<Id> Teams, IReadOnlyList<Id> Leads, IReadOnlyList<Id> Led, FrozenSet<string>? Scopes, string Company)
{
    /// <summary>The token that stands for this person; null when they signed in themselves.</summary>
    public Id? Token { get; init; }

    /// <summary>The readers, as in the table audience, that stand for this person.</summary>
    public IReadOnlyList<Id> Sees { get; } = [Person, .. Teams, Workspace];

    /// <summary>Where this person is, as clocks go there.</summary>
    public TimeZoneInfo Clock { get; } = TimeZoneInfo.FindSystemTimeZoneById(Zone);

    /// <summary>The day it is where this person is.</summary>
    public DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Clock).DateTime);

    public bool Can(string scope) => Scopes is null || Scopes.Contains(scope);

    /// <summary>An SQL condition: the record whose id is <paramref name="column"/> is visible to @Sees or @Led.</summary>
    public static string MaySee(string column) => $"""
        exists (select 1 from audience a where a.workspace = @Workspace and a.record = {column}
          and (a.reader in @Sees or (a.leads = 1 and a.reader in @Led)))
        """;
}

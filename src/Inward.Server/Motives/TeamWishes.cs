using Inward.House;
using Inward.Motives;
using Inward.People;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Motives;

/// <summary>What moves the people of a team and those below it, for whoever leads it or a team above.</summary>
/// <param name="Quarter">The quarter that is told, as 2026-Q3; null where none was cut yet.</param>
/// <param name="Quarters">All that were cut, the newest first.</param>
/// <param name="Asked">How many people's wishes are told; 0 where they are too few.</param>
/// <param name="Of">How many people the teams have that are told of.</param>
/// <param name="Words">The wishes in alphabetical order, nobody's in particular.</param>
/// <param name="Teams">The teams that are told of.</param>
public sealed record TeamWishes(Named Team, string? Quarter, IReadOnlyList<string> Quarters, int Asked, int Of, IReadOnlyList<string> Words, IReadOnlyList<Named> Teams)
{
    /// <param name="quarter">Null for the newest that was cut.</param>
    public static async Task<TeamWishes> Ask(Session session, Me me, Id team, string? quarter)
    {
        var tree = new TeamTree(await session.Teams(me.Workspace));
        var asked = tree.All.FirstOrDefault(t => t.Id == team) ?? throw Rule.NotVisible();
        if (!tree.AncestorsOf(team).Append(asked).Any(t => me.Leads.Contains(t.Id)))
            throw Rule.NotYours("What moves the people of a team is read by who leads it, or a team above it.");
        var told = await WishCuts.Kept.Told(session, me.Workspace, quarter);
        var pooled = told.Cut?.GetValueOrDefault(team.ToString());
        var names = tree.All.ToDictionary(t => t.Id, t => t.Name);
        return new TeamWishes(new Named(team, asked.Name), told.Quarter, told.Quarters, pooled?.Asked ?? 0, pooled?.Of ?? 0, pooled?.Words ?? [],
            [.. (pooled?.Teams ?? []).Select(t => new Named(t, names.GetValueOrDefault(t, ""))).OrderBy(n => n.Name, StringComparer.Ordinal)]);
    }
}

using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>In which team somebody was on a day, for figures of units.</summary>
public static class UnitsThen
{
    /// <summary>Whoever is in several teams counts for the one they have been in longest; null for somebody in none.</summary>
    public static async Task<Func<Id, DateOnly, Id?>> UnitsByDay(this Unit unit)
    {
        var stays = (await unit.All<Stay>("select person, team, from_day, to_day from membership where workspace = @Workspace order by coalesce(from_day, ''), id", new { unit.Workspace }))
            .ToLookup(stay => stay.Person);
        return (person, day) => stays[person].FirstOrDefault(stay => stay.Covers(day))?.Team;
    }

    private sealed record Stay(Id Person, Id Team, DateOnly? FromDay, DateOnly? ToDay)
    {
        public bool Covers(DateOnly day) => (FromDay is null || FromDay <= day) && (ToDay is null || day <= ToDay);
    }
}

using Inward.House;
using Inward.Relationships;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Relationships;

/// <summary>A form about me and one colleague or team, and the way back to their page.</summary>
public abstract class OtherPage : RoomPage
{
    public Id Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Back { get; private set; } = "";

    protected static string To(Relationship kept) => kept.IsTeam ? $"/teams/{kept.Other}" : $"/people/{kept.Other}";

    protected Task<Relationship> LoadMine(Id id) => Read(async session =>
    {
        var kept = await RelationshipDesk.Mine(session, Me, id, Now);
        Name = kept.IsTeam ? (await session.Team(Me.Workspace, id))!.Name : (await session.Person(Me.Workspace, id))!.Name;
        (Id, Back) = (id, To(kept));
        return kept;
    });
}

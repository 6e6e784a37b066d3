using System.Text.Json;
using Inward.House;
using Inward.Journeys;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Journeys;

/// <summary>Where journeys are kept. Everybody in the workspace sees them.</summary>
public static class JourneyTable
{
    private const string Columns = "select workspace, id, name, segment, owner, editors, stages, version from journey where workspace = @workspace";

    public static async Task<Journey?> Journey(this Session session, Id workspace, Id id) =>
        (await session.One<Row>($"{Columns} and id = @id", new { workspace, id }))?.Journey();

    /// <summary>All of them, the oldest first.</summary>
    public static async Task<List<Journey>> Journeys(this Session session, Id workspace) =>
        (await session.All<Row>($"{Columns} order by id", new { workspace })).ConvertAll(row => row.Journey());

    public static async Task<KnownStages> KnownStages(this Session session, Id workspace) => new(await session.Journeys(workspace));

    public static void Save(this Unit unit, Journey journey, bool isNew)
    {
        var row = new
        {
            journey.Workspace, journey.Id, journey.Name, journey.Segment, journey.Owner, editors = JsonSerializer.Serialize(journey.Editors, Wire.Json),
            stages = JsonSerializer.Serialize(journey.Stages, Wire.Json), journey.Version, before = journey.Version - 1, unit.Now,
        };
        if (isNew)
        {
            unit.Write("""
                insert into journey (workspace, id, name, segment, owner, editors, stages, version, made_at)
                values (@Workspace, @Id, @Name, @Segment, @Owner, @editors, @stages, @Version, @Now)
                """, row);
            unit.ShowTo(journey.Id, [new Reader(journey.Workspace)]);
        }
        else
        {
            unit.Write("""
                update journey set name = @Name, segment = @Segment, owner = @Owner, editors = @editors, stages = @stages, version = @Version
                where workspace = @Workspace and id = @Id and version = @before
                """, row, 1);
        }
        unit.MakeFindable(journey.Id, "journey", journey.Name, string.Join('\n', journey.Stages.Select(stage => stage.Name).Prepend(journey.Segment ?? "")));
    }

    public static void Remove(this Unit unit, Journey journey)
    {
        unit.Write("delete from journey where workspace = @Workspace and id = @Id and version = @Version", new { journey.Workspace, journey.Id, journey.Version }, 1);
        unit.Forget(journey.Id);
    }

    private sealed record Row(Id Workspace, Id Id, string Name, string? Segment, Id? Owner, string Editors, string Stages, int Version)
    {
        public Journey Journey() => new(Workspace, Id, Name)
        {
            Segment = Segment, Owner = Owner, Editors = JsonSerializer.Deserialize<List<Id>>(Editors, Wire.Json)!,
            Stages = JsonSerializer.Deserialize<List<Stage>>(Stages, Wire.Json)!, Version = Version,
        };
    }
}

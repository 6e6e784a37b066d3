using System.Text.Json;
using Inward.House;

namespace Inward.Server.House;

/// <summary>The one stream that timeline, notices and reports read, each for whoever may see its record.</summary>
public static class HappeningsApi
{
    public sealed record StreamOut(Id Id, DateTimeOffset At, Id? Who, string Kind, Id On, string Door, JsonElement? Details);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/happenings", async (Door door, string? on, string? after) =>
    {
        var record = Id.TryParse(on, null, out var id) ? id : (Id?)null;
        var place = Id.TryParse(after, null, out var last) ? last : (Id?)null;
        var rows = await door.Read(session => session.All<Row>($"""
            select h.id, h.at, h.who, h.kind, h.on_id, h.door, h.payload from happening h
            where h.workspace = @Workspace {(record is null ? "" : "and h.on_id = @record")} {(place is null ? "" : "and h.id > @place")} and {Me.MaySee("h.on_id")}
              {(door.Me.Can("notes") ? "" : "and h.kind not like 'note.%'")}
            order by h.id limit 101
            """, new { door.Me.Workspace, door.Me.Sees, door.Me.Led, record, place }));
        var page = rows.Take(100).ToList();
        return door.List([.. page.Select(r => new StreamOut(r.Id, r.At, r.Who, r.Kind, r.OnId, r.Door, r.Payload is null ? null : JsonElement.Parse(r.Payload)))],
            rows.Count > 100 ? page[^1].Id.ToString() : null);
    }).WithTags("happenings").WithName("listHappenings").WithSummary("What happened, oldest first, as far as I may see it").Produces<Listed<StreamOut>>();

    private sealed record Row(Id Id, DateTimeOffset At, Id? Who, string Kind, Id OnId, string Door, string? Payload);
}

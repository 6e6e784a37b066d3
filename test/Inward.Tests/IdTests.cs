using System.Text.Json;
using Inward.House;

namespace Inward.Tests;

public class IdTests
{
    [Fact]
    public void Ids_made_later_sort_later()
    {
        var noon = new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
        Id.New(noon).CompareTo(Id.New(noon.AddSeconds(1))).ShouldBeLessThan(0);
    }

    [Fact]
    public void An_id_is_a_string_on_the_wire()
    {
        var id = Id.New(DateTimeOffset.UnixEpoch);
        JsonSerializer.Serialize(id).ShouldBe($"\"{id}\"");
        JsonSerializer.Deserialize<Id>($"\"{id}\"").ShouldBe(id);
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Id>("42"));
    }
}

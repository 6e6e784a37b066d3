using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Motives;

/// <summary>A team that Helen leads, large enough to be told of, and what its people want.</summary>
internal static class Yard
{
    /// <summary>A team whose people all said the same, once the quarter is pooled.</summary>
    public static async Task<string> Wished(this TestHouse house, string wish, int people)
    {
        var (team, _) = await Team(house, people);
        await Say(house, team.People, $"wants: {wish}");
        await Quarter(house);
        return team.Id;
    }

    public static async Task<((string Id, List<string> People) Team, Colleague Lead)> Team(TestHouse house, int people)
    {
        var priya = house.Call(Cast.Priya);
        var team = (await priya.Post("teams", new { name = "Yard" })).Expect(201).Id;
        var ids = new List<string>();
        for (var i = 0; i < people; i++)
            ids.Add((await priya.Post("people", new { name = $"Yard Hand {i}" })).Expect(201).Id);
        foreach (var person in ids)
            (await priya.Post($"teams/{team}/memberships", new { person })).Expect(201);
        (await priya.Post($"teams/{team}/memberships", new { person = Cast.Helen.Id, lead = true })).Expect(201);
        return ((team, ids), Cast.Helen);
    }

    public static async Task Say(TestHouse house, IEnumerable<string> people, string text, bool isPrivate = false)
    {
        foreach (var person in people)
            await Log(house, Cast.Wanda, [person], text, isPrivate);
    }

    public static async Task<string> Log(TestHouse house, Colleague author, IEnumerable<string> people, string text, bool isPrivate = false) =>
        (await house.Call(author).Post("conversations", new { people, text, Private = isPrivate })).Expect(201).Id;

    public static async Task Quarter(TestHouse house)
    {
        house.Clock.MoveOn(TimeSpan.FromDays(120));
        await house.DoJobs();
    }
}

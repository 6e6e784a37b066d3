using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Thanks;

/// <summary>What colleagues do for each other, from asking to accepting.</summary>
internal static class Deeds
{
    public static async Task<string> Done(this TestHouse house, Colleague asks, Colleague does, string what, object? sale = null)
    {
        var today = DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime);
        var ask = (await house.Call(asks).Post("asks", new
        {
            what, performer = does.Id, reason = "The lorry comes", effect = "It is whole", conditions = new[] { "It stands" }, answerBy = today.AddDays(2), neededBy = today.AddDays(9), sale,
        })).Expect(201).Id;
        await house.Finish(asks, does, ask);
        return ask;
    }

    public static async Task Finish(this TestHouse house, Colleague asks, Colleague does, string ask)
    {
        var today = DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime);
        if ((await house.Call(does).Get($"asks/{ask}")).Expect(200)["state"].GetString() == "requested")
            (await house.Call(does).Post($"asks/{ask}/promise", new { by = today.AddDays(3) })).Expect(200);
        (await house.Call(does).Post($"asks/{ask}/delivery", new { })).Expect(200);
        (await house.Call(asks).Post($"asks/{ask}/acceptance")).Expect(200);
    }
}

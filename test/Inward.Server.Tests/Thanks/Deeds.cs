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

    /// <summary>A sale of Marta's that was won: Wanda crated with Piotr's help, and he loaded the lorry a day later.</summary>
    public static async Task<string> Won(this TestHouse house, string name, string what = "Crate the mixer")
    {
        DateOnly Day(int days) => DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime).AddDays(days);
        var marta = house.Call(Cast.Marta);
        var customer = (await marta.Post("customers", new { name = $"{name} Foods"[..Math.Min(name.Length + 6, 60)] })).Expect(201).Id;
        var sale = (await marta.Post("sales", new { customer, name, owner = Cast.Marta.Id })).Expect(201).Id;
        var crate = (await marta.Post("asks", new { what, performer = Cast.Wanda.Id, reason = "r", effect = "e", conditions = new[] { "c" }, answerBy = Day(2), neededBy = Day(9), sale })).Expect(201).Id;
        (await house.Call(Cast.Wanda).Post($"asks/{crate}/promise", new { by = Day(3) })).Expect(200);
        (await house.Call(Cast.Wanda).Post($"asks/{crate}/delegation", new { performer = Cast.Piotr.Id, what = "Lend the small fork" })).Status.ShouldBeOneOf(200, 201);
        var child = (await house.Call(Cast.Wanda).Get($"asks/{crate}")).Expect(200)["children"][0].GetString()!;
        await house.Finish(Cast.Wanda, Cast.Piotr, child);
        await house.Finish(Cast.Marta, Cast.Wanda, crate);
        house.Clock.MoveOn(TimeSpan.FromDays(1));
        await house.Done(Cast.Marta, Cast.Piotr, "Load the lorry", sale);
        (await marta.Patch($"sales/{sale}", new { outcome = "won", closedOn = Day(0) }, "*")).Expect(200);
        return sale;
    }
}

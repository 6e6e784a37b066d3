using Inward.Server.Tests.House;

namespace Inward.Server.Tests.BadInput;

/// <summary>The way of a sale holds every string: a stage may be a word of one's own, and why it went back is free text.</summary>
public abstract class NaughtySales(TestHouse house) : NaughtyTexts
{
    [Fact]
    public async Task The_way_of_a_sale_holds_every_string()
    {
        var marta = house.Call(Cast.Marta);
        var customer = (await marta.Post("customers", new { name = "Swallow Boats" })).Expect(201).Id;
        await Each(async (text, wrong) =>
        {
            var sale = (await marta.Post("sales", new { customer, name = "Wren" })).Expect(201).Id;
            var told = await marta.Post($"sales/{sale}/passages", new { stage = text, reason = text });
            if (text.Trim().Length is 0 or > 200)
            {
                if (told.Status != 422 || told["errors"].EnumerateObject().First().Value[0].GetString()!.Length < 10)
                    wrong($"{told.Status} where a sentence was due");
                return;
            }
            foreach (var field in new[] { "stage", "reason" })
            {
                if (told.Expect(201)[field].GetString() is var back && back != text && back != text.Trim())
                    wrong($"{field} came back as {back}");
            }
            var page = (await (await house.Browse(Cast.Noor)).Open($"/sales/{sale}/stages")).Expect(200);
            if (!page.Find("#way")!.TextContent.Contains(text.Trim(), StringComparison.Ordinal))
                wrong("is not on the page");
            foreach (var alien in Aliens(page))
                wrong($"made {alien}");
        });
    }
}

public sealed class NaughtySalesOnSqlite(SqliteHouse house) : NaughtySales(house), IClassFixture<SqliteHouse>;

public sealed class NaughtySalesOnPostgres(PostgresHouse house) : NaughtySales(house), IClassFixture<PostgresHouse>;

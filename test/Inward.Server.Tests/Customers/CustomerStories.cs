using System.Text.Json;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Customers;

/// <summary>Customers through every door.</summary>
public abstract class CustomerStories(TestHouse house)
{
    [Fact]
    public async Task A_program_adds_a_customer_and_everybody_sees_it()
    {
        var added = (await house.Call(Cast.Marta).Post("customers", new { name = " Tidewrack Coffee " })).Expect(201);
        added.Location.ShouldBe($"/api/v1/customers/{added.Id}");
        added.ETag.ShouldBe("\"1\"");
        var seen = (await house.Call(Cast.Noor).Get($"customers/{added.Id}")).Expect(200);
        seen["name"].GetString().ShouldBe("Tidewrack Coffee");
        (await house.Call(Cast.Noor).Get($"customers/{added.Id}", seen.ETag)).Expect(304);
    }

    [Fact]
    public async Task A_customer_of_another_company_is_not_there()
    {
        var added = (await house.Call(Cast.Marta).Post("customers", new { name = "Granhammar" })).Expect(201);
        (await house.Call(Cast.Stranger).Get($"customers/{added.Id}")).Expect(404);
        (await house.Call(Cast.Stranger).Patch($"customers/{added.Id}", new { name = "Mine" }, "\"1\"")).Expect(404);
        (await house.Call(Cast.Stranger).Get("customers?q=granhammar")).Expect(200).Items.ShouldBeEmpty();
        (await house.Call(Cast.Stranger).Post("sales", new { customer = added.Id, name = "Heron 15" })).Expect(422);
        (await house.Call(Cast.Stranger).Post("verbatims", new { customer = added.Id, words = "Hello", saidOn = "2026-11-20" })).Expect(422);
    }

    [Fact]
    public async Task A_name_is_needed_and_the_field_is_named()
    {
        var refused = (await house.Call(Cast.Marta).Post("customers", new { })).Expect(422);
        refused["errors"].GetProperty("name")[0].GetString().ShouldBe("A customer needs a name.");
    }

    [Fact]
    public async Task A_retry_with_its_key_adds_one_customer()
    {
        var first = (await house.Call(Cast.Marta).Post("customers", new { name = "Once" }, key: "once-1")).Expect(201);
        var again = (await house.Call(Cast.Marta).Post("customers", new { name = "Once" }, key: "once-1")).Expect(201);
        again.Id.ShouldBe(first.Id);
        (await house.Call(Cast.Marta).Get("customers?q=once")).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Renaming_needs_the_version_and_a_stale_one_is_told_what_stands_there_now()
    {
        var added = (await house.Call(Cast.Marta).Post("customers", new { name = "Kaffehuset" })).Expect(201);
        (await house.Call(Cast.Marta).Send(HttpMethod.Patch, $"customers/{added.Id}", new { name = "Kaffehuset Skærbo" })).Expect(428);
        (await house.Call(Cast.Marta).Patch($"customers/{added.Id}", new { name = "Kaffehuset Skærbo" }, added.ETag)).Expect(200).ETag.ShouldBe("\"2\"");
        var stale = (await house.Call(Cast.Gareth).Put($"customers/{added.Id}", new { name = "Kaffehus" }, added.ETag)).Expect(412);
        stale.Type.ShouldBe("application/problem+json");
        stale.ETag.ShouldBe("\"2\"");
        stale["current"].GetProperty("name").GetString().ShouldBe("Kaffehuset Skærbo");
        (await house.Call(Cast.Gareth).Put($"customers/{added.Id}", new { name = "Kaffehus" }, stale.ETag)).Expect(200);
    }

    [Fact]
    public async Task The_list_goes_by_name_page_by_page_and_finds_any_part_of_a_name()
    {
        foreach (var name in new[] { "Zz 100% Arabica", "zz Beta", "ZZ alpha", "Zz_under" })
            (await house.Call(Cast.Marta).Post("customers", new { name })).Expect(201);
        var names = new List<string>();
        for (string? next = "customers?q=zz&limit=2"; next is not null;)
        {
            var page = (await house.Call(Cast.Marta).Get(next)).Expect(200);
            page.Items.Count.ShouldBe(2);
            names.AddRange(page.Items.Select(i => i.GetProperty("name").GetString()!));
            next = page["next"].GetString() is { } cursor ? $"customers?q=zz&limit=2&after={cursor}" : null;
            page.Headers.TryGetValues("Link", out var link).ShouldBe(next is not null);
        }
        names.ShouldBe(["Zz 100% Arabica", "ZZ alpha", "zz Beta", "Zz_under"], ignoreOrder: house.Engine == Inward.Server.Storage.Engine.Postgres);
        names[0].ShouldBe("Zz 100% Arabica");
        (await house.Call(Cast.Marta).Get("customers?q=0%25")).Items.Count.ShouldBe(1);
        (await house.Call(Cast.Marta).Get("customers?q=z_u")).Items.Count.ShouldBe(1);
        (await house.Call(Cast.Marta).Get("customers?q=%00")).Expect(200);
    }

    [Theory]
    [InlineData("customers?after=nonsense")]
    [InlineData("customers?after=WyJhIl0")]
    [InlineData("customers?limit=0")]
    [InlineData("customers?limit=many")]
    [InlineData("sales?outcome=maybe")]
    [InlineData("sales?customer=5")]
    public async Task What_no_list_can_answer_is_refused_in_words(string path) => (await house.Call(Cast.Marta).Get(path)).Expect(422);

    [Theory]
    [InlineData("customers?q=&after=&limit=")]
    [InlineData("sales?customer=&owner=&outcome=&late=&overdue=")]
    public async Task An_empty_filter_is_none(string path) => (await house.Call(Cast.Marta).Get(path)).Expect(200);

    [Fact]
    public async Task Somebody_adds_a_customer_on_the_page_and_finds_it_in_the_list()
    {
        var marta = await house.Browse(Cast.Marta);
        var added = await marta.Submit(await marta.Open("/customers/new"), "form[method=post]", new { name = "=cmd() Rösterei 🎉 مقهى" });
        added.Expect(200).Find("h1")!.TextContent.ShouldBe("=cmd() Rösterei 🎉 مقهى");
        var list = await marta.Submit(await marta.Open("/customers"), "form[data-live=customers]", new { q = "rösterei" });
        list.Expect(200).Find(".count")!.TextContent.ShouldBe("one customer");
        list.Find("th.main")!.TextContent.ShouldBe("=cmd() Rösterei 🎉 مقهى");
        (await marta.Open("/customers?q=nobody-is-called-so")).Text.ShouldContain("No customer is called that");
    }

    [Fact]
    public async Task A_name_that_is_missing_is_said_at_the_field()
    {
        var marta = await house.Browse(Cast.Marta);
        (await marta.Open("/customers/new")).Find("[aria-invalid], .err").ShouldBeNull();
        var again = (await marta.Submit(await marta.Open("/customers/new"), "form[method=post]", new { name = " " })).Expect(422);
        again.Find("#errors")!.TextContent.ShouldContain("A customer needs a name.");
        again.Find("#name")!.GetAttribute("aria-invalid").ShouldBe("true");
        again.Find("#name-err").ShouldNotBeNull();
    }

    [Fact]
    public async Task Two_who_rename_at_once_see_both_names_and_one_chooses()
    {
        var id = (await house.Call(Cast.Marta).Post("customers", new { name = "Fjordbrand" })).Expect(201).Id;
        var marta = await house.Browse(Cast.Marta);
        var gareth = await house.Browse(Cast.Gareth);
        var slow = await marta.Open($"/customers/{id}/edit");
        await gareth.Submit(await gareth.Open($"/customers/{id}/edit"), "form.card", new { name = "Fjordbrand A/S" });
        var both = (await marta.Submit(slow, "form.card", new { name = "Fjordbrand Kaffe" })).Expect(412);
        both.Text.ShouldContain("Gareth Pryce changed this since you opened it.");
        both.All("input[type=radio][name=name]").Select(r => r.GetAttribute("value")).ShouldBe(["Fjordbrand Kaffe", "Fjordbrand A/S"]);
        var chosen = await marta.Submit(both, "form.card", new { name = "Fjordbrand Kaffe" });
        chosen.Expect(200).Find("h1")!.TextContent.ShouldBe("Fjordbrand Kaffe");
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so() => (await (await house.Browse(Cast.Marta)).Open($"/customers/{Cast.Elsewhere}")).Expect(404);

    [Fact]
    public async Task What_happened_to_a_customer_is_kept_once_each()
    {
        var added = (await house.Call(Cast.Marta).Post("customers", new { name = "Kept" })).Expect(201);
        (await house.Call(Cast.Marta).Patch($"customers/{added.Id}", new { name = "Kept on" }, added.ETag)).Expect(200);
        var kinds = await house.Read(session => session.All<string>("select kind from happening where workspace = @Osterfenn and on_id = @id order by id",
            new { Cast.Osterfenn, id = Inward.House.Id.Parse(added.Id) }));
        kinds.ShouldBe(["customer.added", "customer.renamed"]);
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("\"name\"", 400)]
    [InlineData("{\"name\":7}", 400)]
    [InlineData("{\"name\":null}", 422)]
    [InlineData("{\"name\":\"\\ud83d\"}", 400)]
    public async Task What_cannot_be_read_or_kept_is_refused(string body, int status)
    {
        var added = (await house.Call(Cast.Marta).Post("customers", new { name = "Steady" })).Expect(201);
        (await house.Call(Cast.Marta).Post("customers", body)).Expect(status).Type.ShouldBe("application/problem+json");
        (await house.Call(Cast.Marta).Patch($"customers/{added.Id}", body, added.ETag)).Expect(status).Type.ShouldBe("application/problem+json");
    }
}

public sealed class CustomersOnSqlite(SqliteHouse house) : CustomerStories(house), IClassFixture<SqliteHouse>;

public sealed class CustomersOnPostgres(PostgresHouse house) : CustomerStories(house), IClassFixture<PostgresHouse>;

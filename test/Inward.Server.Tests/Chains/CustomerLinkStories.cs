using System.Text.Json;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Chains;

/// <summary>A customer follows chosen steps by a link: in words for them, without signing in, until a day.</summary>
public abstract class CustomerLinkStories(Engine engine) : IAsyncLifetime
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private TestHouse house = null!;
    private Caller marta = null!;
    private string sale = "";
    private Answer chain = null!;

    public async ValueTask InitializeAsync()
    {
        Place.NeedsPostgresIf(engine);
        house = await TestHouse.Open(engine);
        marta = house.Call(Cast.Marta);
        var customer = (await marta.Post("customers", new { name = "Tidewrack" })).Expect(201).Id;
        sale = (await marta.Post("sales", new { customer, name = "Inner name of the deal", owner = Cast.Marta.Id })).Expect(201).Id;
        var steps = (await marta.Get("chains")).Items.Single().GetProperty("steps").EnumerateArray().Select(step => new { step = step.GetProperty("id").GetString(), team = Cast.Warehouse });
        chain = (await marta.Post($"sales/{sale}/chain", new { steps })).Expect(201);
    }

    [Fact, Shows("B8")]
    public async Task The_customer_reads_chosen_steps_and_nothing_else()
    {
        var made = await Link(language: "en");
        var ask = Of("Manufacture").GetProperty("ask").GetString();
        (await house.Call(Cast.Wanda).Post($"asks/{ask}/taking")).Expect(200);
        (await house.Call(Cast.Wanda).Post($"asks/{ask}/promise", new { by = "2026-11-27" })).Expect(200);
        var page = await Open(made["secret"].GetString()!);
        page.Status.ShouldBe(200);
        page.Text.ShouldContain("Your roaster");
        page.Text.ShouldContain("We build it");
        page.Text.ShouldContain("expected on 27 November 2026");
        page.Text.ShouldContain("under way");
        foreach (var inner in new[] { "Wanda", "Marta", "Warehouse", "Manufacture", "Payment", "Inner name", "asks/", ask! })
            page.Text.ShouldNotContain(inner);
        (page.Header("Cache-Control"), page.Header("Referrer-Policy"), page.Header("X-Robots-Tag"), page.Header("Set-Cookie")).ShouldBe(("no-store", "no-referrer", "noindex", null));
        (await house.Call(Cast.Wanda).Post($"asks/{ask}/delivery", new { })).Expect(200);
        (await Open(made["secret"].GetString()!)).Text.ShouldContain("on 23 November 2026");
    }

    [Fact]
    public async Task It_speaks_the_customer_s_language_whatever_the_browser_asks_for()
    {
        var made = await Link(language: "de");
        var page = await Open(made["secret"].GetString()!, "en");
        page.Text.ShouldContain("erwartet am");
        page.Text.ShouldContain("lang=\"de\"");
    }

    [Fact]
    public async Task A_revoked_an_expired_and_a_wrong_link_are_one_and_the_same_page()
    {
        var (revoked, expired) = (await Link(), await Link(days: 1));
        (await house.Call(Cast.Noor).Post($"sales/{sale}/chain/links/{revoked.Id}/revocation")).Expect(200)["open"].GetBoolean().ShouldBeFalse();
        (await marta.Post($"sales/{sale}/chain/links/{revoked.Id}/revocation")).Expect(409);
        house.Clock.MoveOn(TimeSpan.FromHours(25));
        var wrong = await Open(Keys.NewSecret("iwf", Cast.Osterfenn));
        wrong.Status.ShouldBe(404);
        wrong.Header("Cache-Control").ShouldBe("no-store");
        foreach (var secret in new[] { revoked["secret"].GetString()!, expired["secret"].GetString()!, Keys.NewSecret("iwf", Cast.Elsewhere), "nonsense", Cast.Marta.Token })
            (await Open(secret) is var page ? (page.Status, page.Text) : default).ShouldBe((404, wrong.Text));
    }

    [Fact]
    public async Task A_chain_that_has_ended_shows_nothing_any_more()
    {
        var made = await Link();
        (await marta.Post($"sales/{sale}/chain/ending", new { reason = "Lost" })).Expect(200);
        (await Open(made["secret"].GetString()!)).Status.ShouldBe(404);
        (await marta.Post($"sales/{sale}/chain/links", Told())).Expect(409);
    }

    [Fact]
    public async Task Its_list_says_who_made_it_until_when_and_the_last_day_it_was_opened()
    {
        var made = await Link();
        await Open(made["secret"].GetString()!);
        await Open(made["secret"].GetString()!);
        var shown = (await house.Call(Cast.Wanda).Get($"sales/{sale}/chain/links")).Expect(200).Items.Single();
        (shown.GetProperty("by").GetProperty("name").GetString(), shown.GetProperty("openedOn").GetString(), shown.GetProperty("open").GetBoolean(), shown.GetProperty("secret").ValueKind).ShouldBe(("Marta Kowal", "2026-11-23", true, JsonValueKind.Null));
        shown.GetProperty("endsAt").GetString()!.ShouldStartWith("2026-12-23");
        (await house.Read(session => session.Count("select count(*) from chain_link where workspace = @Osterfenn and hash = @hash", new { Cast.Osterfenn, hash = Keys.Hash(made["secret"].GetString()!) }))).ShouldBe(1);
        (await marta.Get($"happenings?on={chain.Id}")).Body.ShouldNotContain(made["secret"].GetString()!);
        (await house.Call(Cast.Stranger).Get($"sales/{sale}/chain/links")).Expect(404);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Guessing_is_slow()
    {
        for (var i = 0; i < Limits.GuessesAMinute; i++)
            (await Open(Keys.NewSecret("iwf", Cast.Osterfenn))).Status.ShouldBe(404);
        var refused = await Open(Keys.NewSecret("iwf", Cast.Osterfenn));
        refused.Status.ShouldBe(429);
        refused.Header("Retry-After").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_wrong_with_a_link_is_said_and_nothing_typed_is_lost()
    {
        foreach (var wrong in new[] { Told() with { Days = 91 }, Told() with { Title = " " }, Told() with { Language = "fr" }, Told() with { Steps = [] } })
            (await marta.Post($"sales/{sale}/chain/links", wrong)).Expect(422);
        var seller = await house.Browse(Cast.Marta);
        var page = await seller.Submit(await seller.Open($"/sales/{sale}/chain/links"), "form[action$=links]", new { title = "<i>Yours</i>", days = "91", steps = Of("Ship").GetProperty("id").GetString() });
        page.Expect(422).Find("#title")!.GetAttribute("value").ShouldBe("<i>Yours</i>");
        page.Find("#days-err").ShouldNotBeNull();
        page = await seller.Submit(page, "form[action$=links]", new { days = "90" });
        var address = new Uri(page.Expect(200).Find("#secret")!.GetAttribute("value")!);
        (await Open(address.Segments[^1])).Text.ShouldContain("&lt;i&gt;Yours&lt;/i&gt;");
        (await seller.Open($"/sales/{sale}/chain/links")).All("#secret").ShouldBeEmpty();
        page = await seller.Submit(page, "form[action$=revoke]", button: "button");
        page.Expect(200).Text.ShouldContain("revoked");
        (await Open(address.Segments[^1])).Status.ShouldBe(404);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return house?.DisposeAsync() ?? default;
    }

    private sealed record LinkTold(string Title, int Days, string Language, IReadOnlyList<object> Steps);

    private sealed record Shown(int Status, string Text, HttpResponseMessage Whole)
    {
        public string? Header(string name) => Whole.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
    }

    private LinkTold Told() => new("Your roaster", 30, "en", [new { step = Of("Manufacture").GetProperty("id").GetString(), words = "We build it" }, new { step = Of("Ship").GetProperty("id").GetString(), words = "On its way" }]);

    private async Task<Answer> Link(string language = "en", int days = 30) => (await marta.Post($"sales/{sale}/chain/links", Told() with { Language = language, Days = days })).Expect(201);

    private async Task<Shown> Open(string secret, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(house.Address, $"/follow/{secret}"));
        request.Headers.AcceptLanguage.ParseAdd(language);
        var response = await Http.SendAsync(request);
        return new Shown((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    private JsonElement Of(string step) => chain["steps"].EnumerateArray().Single(one => one.GetProperty("name").GetString() == step);
}

public sealed class CustomerLinksOnSqlite() : CustomerLinkStories(Engine.Sqlite);

public sealed class CustomerLinksOnPostgres() : CustomerLinkStories(Engine.Postgres);

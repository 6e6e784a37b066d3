using Inward.Server.Accounts;
using Inward.Server.Tests.House;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Page = Inward.Server.Tests.House.Page;
using RazorPagesOptions = Microsoft.AspNetCore.Mvc.RazorPages.RazorPagesOptions;

namespace Inward.Server.Tests.SignIn;

/// <summary>No page of a stranger can send a form in somebody's name, run a script here, or put ours into a frame.</summary>
public sealed class ForgeryStories(SqliteHouse house) : IClassFixture<SqliteHouse>
{
    // A mail program's one click brings the letter's signed code instead of a token of ours, a mail server its secret.
    private static readonly string[] OtherProof = ["POST /briefs/stop", "POST /hooks/mail", "POST /hooks/mail/mime"];

    [Fact]
    public async Task Every_form_without_our_token_is_refused() => (await Forged(house)).ShouldBeEmpty();

    [Fact]
    public async Task A_form_that_would_be_taken_without_the_token_is_noticed()
    {
        await using var careless = await TestHouse.Open(house.Engine, builder =>
            builder.Services.Configure<RazorPagesOptions>(pages => pages.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute())));
        (await Forged(careless)).ShouldContain("POST /settings");
    }

    [Fact]
    public async Task Programs_doors_know_no_cookie()
    {
        var browser = await house.Browse(Cast.Priya);
        foreach (var route in (await Routes.Of(house)).Where(r => r.IsApi))
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
            using var request = new HttpRequestMessage(new HttpMethod(route.Method), new Uri(house.Address, Anywhere(route.Path)));
            request.Headers.Add("Cookie", string.Join("; ", browser.Cookies.Select(c => $"{c.Key}={c.Value}")));
            using var answer = await http.SendAsync(request);
            ((int)answer.StatusCode).ShouldBe(401, route.ToString());
        }
        (await house.Call(Cast.Priya).Get("me")).Expect(200);
    }

    [Fact]
    public async Task Every_page_is_safe_to_show()
    {
        var pages = (await Routes.Of(house)).Where(r => r.Method == "GET" && !r.IsApi && !Outside.Contains(r.Path)).ToList();
        pages.Count.ShouldBeGreaterThan(30);
        foreach (var route in pages)
        {
            var knocking = new Knocking(house, Access.All.FirstOrDefault(o => o.Routes.Contains(route.ToString())) ?? Access.All[0]);
            var page = await (await house.Browse(route.IsOpen ? null : Cast.Priya)).Open(await knocking.Filled(route.Path));
            Unsafe(page).ShouldBeEmpty(route.ToString());
        }
    }

    [Theory]
    [InlineData("/no/such/page", 404)]
    [InlineData("/asks/0198f3c2-7d5e-7c31-9a52-3f1f6c1e5a10", 404)]
    [InlineData("/settings/company", 403)]
    [InlineData("/invite?code=iwi_made_up", 404)]
    public async Task So_is_every_page_that_says_what_went_wrong(string path, int status) =>
        Unsafe((await (await house.Browse(Cast.Noor)).Open(path)).Expect(status)).ShouldBeEmpty();

    [Fact]
    public async Task So_is_the_page_that_refuses_a_form() =>
        Unsafe((await (await house.Browse(Cast.Noor)).Post("/settings", [])).Expect(400)).ShouldBeEmpty();

    [Theory]
    [InlineData("<p style='color: red'>", "p has a style of its own")]
    [InlineData("<style>p {}</style>", "style has a style of its own")]
    [InlineData("<script>alert(1)</script>", "script is written into the page")]
    [InlineData("<button onclick='go()'>", "button runs onclick")]
    [InlineData("<a href='javascript:go()'>", "a leads to a script")]
    [InlineData("<form method='post'><button></button></form>", "form carries no token")]
    public void What_is_not_safe_is_noticed(string html, string noticed)
    {
        using var headers = new HttpResponseMessage();
        Unsafe(new Page(200, house.Address, html, headers.Headers, [])).ShouldContain(noticed);
    }

    // Not pages: a health check, a stream, a file, a document.
    private static readonly string[] Outside = ["/healthz", "/readyz", "/live", "/openapi/{documentName}.json", "/asks/{id}/files/{file}", "/imports/{id}/errors"];

    private static async Task<List<string>> Forged(TestHouse house)
    {
        var taken = new List<string>();
        foreach (var route in (await Routes.Of(house)).Where(r => r.Method is not "GET" && !r.IsApi && !OtherProof.Contains(r.ToString())))
        {
            var browser = await house.Browse(route.IsOpen ? null : Cast.Priya);
            var page = await browser.Post($"{Anywhere(route.Path)}{(route.Handler is null ? "" : $"?handler={route.Handler}")}", []);
            if (page.Status != 400)
                taken.Add(route.ToString());
        }
        return taken;
    }

    private static string Anywhere(string path) => System.Text.RegularExpressions.Regex.Replace(path.Replace("{n}", "1", StringComparison.Ordinal), @"\{\w+\}", "0198f3c2-7d5e-7c31-9a52-3f1f6c1e5a10");

    private static IEnumerable<string> Unsafe(Page page)
    {
        foreach (var (name, value) in new[]
        {
            ("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
            ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Opener-Policy", "same-origin"),
        })
        {
            // A picture that somebody brought is in a sandbox besides.
            if (!page.Headers.TryGetValues(name, out var sent) || (sent.Single() != value && sent.Single() != $"{value}; sandbox"))
                yield return $"the header {name} is missing";
        }
        if (!page.Headers.TryGetValues("Referrer-Policy", out var referrer) || referrer.Single() is not ("same-origin" or "no-referrer"))
            yield return "other sites are told where one comes from";
        foreach (var element in page.All("[style], style"))
            yield return $"{element.LocalName} has a style of its own";
        foreach (var script in page.All("script:not([src])"))
            yield return $"{script.LocalName} is written into the page";
        foreach (var element in page.All("*"))
        {
            foreach (var attribute in element.Attributes.Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)))
                yield return $"{element.LocalName} runs {attribute.Name}";
            if (element.GetAttribute("href")?.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) == true)
                yield return $"{element.LocalName} leads to a script";
        }
        foreach (var form in page.All("form[method=post]").Where(f => f.QuerySelector("input[name=__RequestVerificationToken]") is null))
            yield return $"{form.LocalName} carries no token";
    }
}

using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;

namespace Inward.Server.Tests.House;

/// <summary>Styles and script travel squeezed to whoever takes them so, and whole to everyone else.</summary>
public sealed class AssetStories(SqliteHouse house) : IClassFixture<SqliteHouse>
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });

    [Theory]
    [InlineData("app.css", "text/css")]
    [InlineData("app.js", "text/javascript")]
    [InlineData("icons.svg", "image/svg+xml")]
    public async Task A_squeezed_file_is_the_same_file_but_for_indents_and_lines_of_comment(string name, string type)
    {
        using var plain = await Get(name, null);
        plain.Content.Headers.ContentEncoding.ShouldBeEmpty();
        using var squeezed = await Get(name, "gzip, deflate, br");
        squeezed.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        squeezed.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        squeezed.Headers.Vary.ShouldContain("Accept-Encoding");
        squeezed.Headers.ETag.ShouldNotBe(plain.Headers.ETag);
        squeezed.Content.Headers.ContentLength!.Value.ShouldBeLessThan(plain.Content.Headers.ContentLength!.Value / 2);
        await using var unpacked = new BrotliStream(await squeezed.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        var whole = (await plain.Content.ReadAsStringAsync()).Split('\n').Select(line => line.Trim());
        (await reader.ReadToEndAsync()).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)
            .ShouldBe(whole.Where(line => line.Length > 0 && !Regex.IsMatch(line, @"^(//.*|/\*.*\*/)$", RegexOptions.None, TimeSpan.FromSeconds(1))));
    }

    [Fact]
    public async Task A_list_with_all_it_names_takes_less_than_25_kilobytes_on_a_cold_cache()
    {
        var browser = house.Call(Cast.Marta);
        for (var i = 0; i < 50; i++)
        {
            (await browser.Post("asks", new
            {
                what = $"Could you weigh crate {i * 7919 % 1000} of the {(char)('A' + (i % 26))} series before it leaves?", performer = Cast.Wanda.Id, reason = "The forwarder asks.",
                effect = "It is not sent back.", conditions = new[] { "A weight in kilograms" }, answerBy = "2027-03-01", neededBy = $"2027-04-{1 + (i % 28):00}",
            })).Expect(201);
        }
        long bytes = 0;
        foreach (var name in new[] { "asks", "app.css", "app.js", "icons.svg", "favicon.svg" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(house.Address, name));
            request.Headers.Add("Accept-Encoding", "gzip, deflate, br");
            request.Headers.Add("Cookie", string.Join("; ", (await house.Browse(Cast.Marta)).Cookies.Select(c => $"{c.Key}={c.Value}")));
            using var response = await Http.SendAsync(request);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            bytes += (await response.Content.ReadAsByteArrayAsync()).Length + response.Headers.ToString().Length + response.Content.Headers.ToString().Length;
        }
        bytes.ShouldBeInRange(10_000, 25 * 1024);
    }

    [Fact]
    public async Task Whoever_refuses_brotli_gets_the_file_whole()
    {
        using var plain = await Get("app.css", "gzip, br;q=0");
        plain.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    private async Task<HttpResponseMessage> Get(string name, string? takes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(house.Address, name));
        if (takes is not null)
            request.Headers.Add("Accept-Encoding", takes);
        var response = await Http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return response;
    }
}

using System.IO.Compression;
using System.Net;

namespace Inward.Server.Tests.House;

/// <summary>Styles and script travel squeezed to whoever takes them so, and whole to everyone else.</summary>
public sealed class AssetStories(SqliteHouse house) : IClassFixture<SqliteHouse>
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });

    [Theory]
    [InlineData("app.css", "text/css")]
    [InlineData("app.js", "text/javascript")]
    [InlineData("icons.svg", "image/svg+xml")]
    public async Task A_squeezed_file_is_the_same_file(string name, string type)
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
        (await reader.ReadToEndAsync()).ShouldBe(await plain.Content.ReadAsStringAsync());
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

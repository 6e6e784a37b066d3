namespace Inward.Server.Tests.House;

/// <summary>The OpenAPI document, judged by checkers that others wrote (test/browser/package.json names them).</summary>
public sealed class OpenApiTests(SqliteHouse house) : IClassFixture<SqliteHouse>
{
    [Fact]
    public async Task Redocly_finds_neither_error_nor_warning() =>
        (await Check("redocly", "lint", await Document())).ShouldContain("Your API description is valid. 🎉");

    [Fact]
    public async Task Spectral_finds_neither_error_nor_warning()
    {
        var rules = Path.Combine(Directory.CreateTempSubdirectory("inward").FullName, "rules.yaml");
        await File.WriteAllTextAsync(rules, "extends: [\"spectral:oas\"]");
        (await Check("spectral", "lint", await Document(), "-r", rules)).ShouldContain("No results with a severity of 'error' found!");
    }

    [Fact]
    public async Task They_do_find_what_is_wrong()
    {
        var broken = Path.Combine(Directory.CreateTempSubdirectory("inward").FullName, "v1.json");
        await File.WriteAllTextAsync(broken, (await File.ReadAllTextAsync(await Document())).Replace("\"operationId\": \"listAsks\"", "\"operationId\": \"ask\"", StringComparison.Ordinal));
        (await Check("redocly", "lint", broken)).ShouldNotContain("is valid. 🎉");
    }

    private async Task<string> Document()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("inward").FullName, "v1.json");
        await File.WriteAllTextAsync(file, (await house.Call().Get("/openapi/v1.json")).Expect(200).Body);
        return file;
    }

    private static async Task<string> Check(string program, params string[] words)
    {
        var all = await Peer.Says(program, words);
        all.ShouldNotContain("warning  ", Case.Sensitive, all);
        return all;
    }
}

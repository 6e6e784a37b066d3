using System.Diagnostics;
using System.Text.Json;
using Inward.Server.House;

namespace Inward.Server.Tests.Cli;

/// <summary>Somebody at a terminal: each line starts the real program as a process of its own.</summary>
public sealed class Terminal(string? url, string? token)
{
    /// <summary>A client verb: <c>await marta.Type("promise", id, "--by", "2026-11-26")</c>.</summary>
    public Task<Typed> Type(params string[] words) => Run("Inward.Cli.dll", words);

    /// <summary>A client verb that is done, and what it answers as JSON.</summary>
    public async Task<JsonElement> Json(params string[] words) => JsonDocument.Parse((await Type([.. words, "--json"])).Expect(0).Said).RootElement;

    /// <summary>An operator verb on the store of <paramref name="place"/>.</summary>
    public Task<Typed> Operate(Settings place, params string[] words) =>
        Run("Inward.Server.dll", [.. words, .. place.Database is { } database ? new[] { "--database", database } : ["--data", place.Data!]]);

    /// <summary>What INWARD_MAIL_SECRET says here.</summary>
    public string? Secret { get; init; }

    /// <summary>A client verb that reads <paramref name="told"/> on standard input.</summary>
    public Task<Typed> Pipe(string told, params string[] words) => Run("Inward.Cli.dll", words, told);

    private async Task<Typed> Run(string program, string[] words, string told = "")
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. words])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false,
        };
        (start.Environment["INWARD_URL"], start.Environment["INWARD_TOKEN"]) = (url, token);
        start.Environment["INWARD_MAIL_SECRET"] = Secret;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(told);
        process.StandardInput.Close();
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new Typed(string.Join(' ', words), process.ExitCode, await said, await complained);
    }
}

/// <summary>What a terminal shows after a line.</summary>
public sealed record Typed(string Line, int Code, string Said, string Complained)
{
    /// <summary>This, or a failure that shows the terminal.</summary>
    public Typed Expect(int code)
    {
        Code.ShouldBe(code, $"inward {Line}\n{Said}\n{Complained}");
        return this;
    }
}

using System.Diagnostics;

namespace Inward.Server.Tests.House;

/// <summary>Other people's programs, which judge what Inward writes: from the system, or those that test/browser/package.json names.</summary>
public static class Peer
{
    /// <summary>test/browser, where npm has put its packages.</summary>
    public static string Packages { get; } = Place.InRepository("test", "browser");

    /// <summary>Runs it and gives all it said; skips the test, visibly, where it is not installed.</summary>
    public static async Task<string> Says(string program, IEnumerable<string> words, IReadOnlyDictionary<string, string>? environment = null, string? told = null)
    {
        var bin = Path.Combine(Packages, "node_modules", ".bin", program);
        var file = File.Exists(bin) ? bin : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        Assert.SkipUnless(file is not null, $"{program} is not installed: bin/test does that.");
        var start = new ProcessStartInfo(file, words) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = Packages };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var wrong = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(told ?? "");
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return await said + await wrong;
    }

    /// <summary>Runs a few lines of JavaScript that may import those packages, with this on standard input.</summary>
    public static Task<string> Node(string package, string script, string told)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Packages, "node_modules", package)), $"The package {package} is not installed: bin/test does that.");
        return Says("node", ["--input-type=module", "-e", script], told: told);
    }
}

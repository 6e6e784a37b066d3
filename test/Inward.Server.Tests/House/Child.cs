using System.Diagnostics;
using System.Globalization;
using Inward.Server.House;

namespace Inward.Server.Tests.House;

/// <summary>Inward as a process of its own, as an operator starts it: to be killed, stopped, or starved.</summary>
public sealed class Child : IAsyncDisposable
{
    private readonly Process process;
    private readonly List<string> said = [];

    private Child(Process process) => this.process = process;

    public Uri Address { get; private set; } = null!;

    /// <summary>From the start of the process until it answered that it is ready.</summary>
    public TimeSpan StartedWithin { get; private set; }

    /// <param name="around">What a shell says before it, such as a limit.</param>
    public static async Task<Child> Start(Settings place, string around = "exec")
    {
        var store = place.Database is { } database ? $"--database '{database}'" : $"--data '{place.Data}'";
        var began = Stopwatch.GetTimestamp();
        var child = new Child(Process.Start(new ProcessStartInfo("sh", ["-c", $"{around} dotnet '{AppContext.BaseDirectory}/Inward.Server.dll' {store} --urls http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        })!);
        child.process.ErrorDataReceived += (_, line) => child.said.Add(line.Data ?? "");
        child.process.BeginErrorReadLine();
        while (await child.process.StandardOutput.ReadLineAsync() is { } line)
        {
            child.said.Add(line);
            if (line.StartsWith("Inward is ready: ", StringComparison.Ordinal))
            {
                child.Address = new Uri(line["Inward is ready: ".Length..]);
                child.StartedWithin = Stopwatch.GetElapsedTime(began);
                return child;
            }
        }
        throw new InvalidOperationException($"Inward did not start:\n{string.Join('\n', child.said)}");
    }

    public Caller Call(Colleague who) => new(Address, who.Token, said);

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as systemd and containers stop a service.</summary>
    public Task Ask() => Run("kill", "-TERM", process.Id.ToString(CultureInfo.InvariantCulture));

    public async Task<int> Exit(TimeSpan within)
    {
        await process.WaitForExitAsync().WaitAsync(within);
        return process.ExitCode;
    }

    public Task Lift(string limit) => Run("prlimit", "--pid", process.Id.ToString(CultureInfo.InvariantCulture), $"--{limit}=unlimited");

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await Kill();
        process.Dispose();
    }

    private static async Task Run(string program, params string[] words)
    {
        using var started = Process.Start(program, words);
        await started.WaitForExitAsync();
        started.ExitCode.ShouldBe(0);
    }
}

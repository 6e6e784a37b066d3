using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Inward.Server.Tests.House;

/// <summary>
/// A PostgreSQL of the tests' own in a temporary folder, with fsync as in earnest. It ends with the tests, however they end:
/// a shell beside it waits for its input to close.
/// </summary>
public sealed class Cluster : IAsyncDisposable
{
    private static readonly Lazy<Task<Cluster>> SharedOne = new(Start);
    private readonly string folder = Directory.CreateTempSubdirectory("inward-pg-").FullName;
    private readonly Process guard;
    private Process? postmaster;

    private Cluster() => guard = Process.Start(new ProcessStartInfo("sh", ["-c", $"""
        cat; kill -INT $(head -n 1 '{folder}/data/postmaster.pid') 2> /dev/null
        for i in $(seq 200); do [ -e '{folder}/data/postmaster.pid' ] && sleep 0.05; done
        rm -rf '{folder}'
        """]) { RedirectStandardInput = true, UseShellExecute = false })!;

    /// <summary>Why there is no PostgreSQL here; null where there is one.</summary>
    public static string? Missing { get; } = Programs() is null ? "initdb was found neither on PATH nor in /usr/lib/postgresql" : null;

    /// <summary>The one that all houses of a test run share, each with a database of its own.</summary>
    public static Task<Cluster> Shared => SharedOne.Value;

    public static async Task<Cluster> Start()
    {
        var cluster = new Cluster();
        if (Environment.IsPrivilegedProcess)
            await Run("chown", "postgres", cluster.folder);
        await Run("sh", "-c", $"{cluster.AsItsUser} '{Programs()}/initdb' -D '{cluster.folder}/data' -U inward -E UTF8 --locale=C.UTF-8 --auth=trust --no-sync > '{cluster.folder}/log' 2>&1");
        await cluster.Resume();
        return cluster;
    }

    public static async Task StopShared()
    {
        if (SharedOne.IsValueCreated)
            await (await SharedOne.Value).DisposeAsync();
    }

    /// <summary>The process id of the postmaster, whose children do the work.</summary>
    public int Postmaster => postmaster!.Id;

    public string Connection(string database) => $"Host={folder};Username=inward;Database={database};Timeout=15";

    public async Task Say(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Makes a folder that its user may fill: for a tablespace on another disk.</summary>
    public Task Own(string disk) => Run("sh", "-c", $"mkdir '{disk}/space' && chmod 755 '{disk}'" + (Environment.IsPrivilegedProcess ? $" && chown postgres '{disk}/space'" : ""));

    /// <summary>kill -9 for the postmaster. Its children follow by themselves, a moment later: until then one may still answer or commit.</summary>
    public async Task Kill()
    {
        var children = (await File.ReadAllTextAsync($"/proc/{postmaster!.Id}/task/{postmaster.Id}/children")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        postmaster.Kill();
        await postmaster.WaitForExitAsync();
        while (children.Any(child => Directory.Exists($"/proc/{child}")))
            await Task.Delay(5);
    }

    /// <summary>Starts it, at first or after a <see cref="Kill"/>, and waits until it answers.</summary>
    public async Task Resume()
    {
        postmaster = Process.Start("sh", ["-c", $"""
            exec {AsItsUser} '{Programs()}/postgres' -D '{folder}/data' -c listen_addresses= -c unix_socket_directories='{folder}' \
              -c max_connections=400 -c shared_buffers=64MB >> '{folder}/log' 2>&1
            """]);
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await Say("select 1");
                return;
            }
            catch (NpgsqlException) when (patience.Elapsed < TimeSpan.FromSeconds(60) && !postmaster.HasExited)
            {
                await Task.Delay(50);
            }
            catch (NpgsqlException silent)
            {
                throw new InvalidOperationException($"PostgreSQL did not start: {await File.ReadAllTextAsync($"{folder}/log")}", silent);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        guard.StandardInput.Close();
        await guard.WaitForExitAsync();
    }

    // initdb and postgres refuse root.
    private string AsItsUser => Environment.IsPrivilegedProcess ? "setpriv --reuid=postgres --regid=postgres --init-groups" : "";

    private static string? Programs() =>
        new[] { Environment.GetEnvironmentVariable("PATH")!.Split(':'), Versions() }.SelectMany(f => f).FirstOrDefault(f => File.Exists($"{f}/initdb"));

    private static string[] Versions() => !Directory.Exists("/usr/lib/postgresql") ? [] :
        [.. Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(v => int.Parse(Path.GetFileName(v), CultureInfo.InvariantCulture)).Select(v => $"{v}/bin")];

    private static async Task Run(string program, params string[] words)
    {
        using var process = Process.Start(program, words);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', words)} ended with {process.ExitCode}.");
    }
}

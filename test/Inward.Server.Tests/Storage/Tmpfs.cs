using System.Diagnostics;
using System.Globalization;
using Inward.Server.Tests.House;
using Xunit.Sdk;

namespace Inward.Server.Tests.Storage;

/// <summary>A disk of a few megabytes, to be filled up.</summary>
public sealed class Tmpfs : IAsyncDisposable
{
    private Tmpfs()
    {
    }

    public string Folder { get; } = Place.NewFolder();

    /// <summary>Takes some space away, to be given back by deleting it.</summary>
    public string Ballast => Path.Combine(Folder, "ballast");

    public static async Task<Tmpfs> Mount(int megabytes)
    {
        var disk = new Tmpfs();
        if (await Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"), "tmpfs", disk.Folder) != 0)
            throw SkipException.ForSkip("A small disk needs the right to mount a tmpfs.");
        return disk;
    }

    public async ValueTask DisposeAsync() => await Run("umount", "-l", Folder);

    private static async Task<int> Run(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardError = true, UseShellExecute = false })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}

namespace Inward.Server.Storage;

/// <summary>
/// A folder is served by one Inward: a second would not hear what the first changes. The system lets go of the file when the
/// process ends, however it ends.
/// </summary>
public sealed class OnlyServer : IDisposable
{
    private readonly FileStream held;

    private OnlyServer(FileStream held) => this.held = held;

    public static OnlyServer Of(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new OnlyServer(new FileStream(Path.Combine(folder, "serving"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException taken)
        {
            throw new StoreRefused($"Another Inward serves {folder}. Stop it first, or take another folder.", taken);
        }
    }

    public void Dispose() => held.Dispose();
}

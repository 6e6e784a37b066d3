using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>Entries of one room that were merged; the page's own handler parts them again.</summary>
public abstract class MergedPage : RoomPage
{
    public IReadOnlyList<MergeRow> Rows { get; private set; } = [];

    /// <summary>Where such a record is read: its id follows.</summary>
    public abstract string Where { get; }

    public async Task OnGetAsync() => Rows = await Read(All);

    public bool CanBeParted(MergeRow row) => row.Merge(Me.Workspace).CanBeUndone(Now);

    protected abstract Task<List<MergeRow>> All(Session session);
}

using Inward.Server.Storage;

namespace Inward.Server.Trash;

/// <summary>Lets go for good what has been in the trash for its time.</summary>
public sealed class TrashJob : IJobKind
{
    public const string Name = "trash";

    public string Kind => Name;

    // Its owner may have restored or deleted it.
    public async Task Inside(Job job, Unit unit)
    {
        if (await unit.Trashed(unit.Workspace, job.OnId!.Value) is { } trashed && trashed.EndsAt <= unit.Now)
            unit.EmptyOf(trashed);
    }
}

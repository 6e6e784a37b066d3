using Inward.Server.Storage;

namespace Inward.Server.Asks;

/// <summary>Ten working days after a delivery: if nobody has said a word until then, it is unconfirmed.</summary>
public sealed class QuietJob : IJobKind
{
    public const string Name = "quiet";

    public string Kind => Name;

    public Task Inside(Job job, Unit unit) => AskDesk.GoneQuiet(unit, job.OnId!.Value);
}

using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>Goes round a workspace once a day and forgets what was kept for a while only.</summary>
public sealed class ForgettingRound : IJobKind
{
    public const string Name = "forgetting-round";
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);

    public string Kind => Name;

    public Task Inside(Job job, Unit unit)
    {
        Once.Forget(unit);
        Begin(unit, unit.Now + Pause);
        return Task.CompletedTask;
    }

    /// <summary>The round of a workspace: there is one, however many nodes begin it.</summary>
    public static void Begin(Unit unit, DateTimeOffset due) => unit.DoLater(Name, null, new { }, due, once: Name);
}

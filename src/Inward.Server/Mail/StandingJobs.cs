using System.Collections.Concurrent;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Today;

namespace Inward.Server.Mail;

/// <summary>Sees to it that every workspace has its rounds, of reminders, of briefs and of forgetting: those that are there at the start, and those founded later.</summary>
public sealed class StandingJobs(Store store, Bell bell, ILogger<StandingJobs> log) : IHostedService
{
    private readonly ConcurrentDictionary<Id, bool> begun = new();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        bell.Rang += Heard;
        foreach (var workspace in await store.Read(session => session.Workspaces()))
        {
            begun[workspace] = true;
            await Begin(workspace);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        bell.Rang -= Heard;
        return Task.CompletedTask;
    }

    // Founded on a page, moved in as an example, restored: the first word from a workspace says that it is there.
    private void Heard(Ring ring)
    {
        if (begun.TryAdd(ring.Workspace, true))
            _ = Begin(ring.Workspace);
    }

    private async Task Begin(Id workspace)
    {
        try
        {
            await store.Write(store.System(workspace), unit =>
            {
                // A round that failed too often, while the store was away for days, gets another chance.
                unit.Write("update job set tries = 0, due_at = @Now where workspace = @Workspace and unique_key in @rounds and leased_until is null and tries > 0",
                    new { unit.Workspace, unit.Now, rounds = new[] { ReminderRound.Name, BriefRound.Name, ForgettingRound.Name } });
                ReminderRound.Begin(unit, unit.Now);
                BriefRound.Begin(unit, unit.Now);
                ForgettingRound.Begin(unit, unit.Now);
                return Task.CompletedTask;
            });
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "The rounds did not begin; the next start tries again");
        }
    }
}

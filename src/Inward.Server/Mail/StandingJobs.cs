using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Mail;

/// <summary>Sees to it that every workspace has its round of reminders: those that are there at the start, and those founded later.</summary>
public sealed class StandingJobs(Store store, Bell bell, ILogger<StandingJobs> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        bell.Rang += Founded;
        foreach (var workspace in await store.Read(session => session.Workspaces()))
            await Begin(workspace);
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        bell.Rang -= Founded;
        return Task.CompletedTask;
    }

    private void Founded(Ring ring)
    {
        if (ring.Room == "workspace")
            _ = Begin(ring.Workspace);
    }

    private async Task Begin(Id workspace)
    {
        try
        {
            await store.Write(store.System(workspace), unit =>
            {
                // A round that failed too often, while the store was away for days, gets another chance.
                unit.Write("update job set tries = 0, due_at = @Now where workspace = @Workspace and unique_key = @Name and leased_until is null and tries > 0",
                    new { unit.Workspace, unit.Now, ReminderRound.Name });
                ReminderRound.Begin(unit, unit.Now);
                return Task.CompletedTask;
            });
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "The round of reminders did not begin; the next start tries again");
        }
    }
}

using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.Mail;

/// <summary>
/// Goes round a workspace every quarter of an hour and finds who is at work and should be reminded. Whoever is reminded of an
/// ask is so once that working day, whatever fails in between: the mark and the job for the mail are one change.
/// </summary>
public sealed class ReminderRound(Store store, Post post, TimeProvider clock) : IJobKind
{
    public const string Name = "reminder-round";
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <summary>How long a dead link still says why it is dead.</summary>
    private static readonly TimeSpan LinksAreKnown = TimeSpan.FromDays(30);

    public string Kind => Name;

    public async Task Outside(Job job, CancellationToken stop)
    {
        if (!post.IsOpen)
            return;
        var now = clock.GetUtcNow();
        foreach (var waited in await store.Read(session => Waited.All(session, job.Workspace, now)))
        {
            stop.ThrowIfCancellationRequested();
            if (waited.Calendar.IsWorking(now))
                await Remind(job.Workspace, waited, now);
        }
    }

    public Task Inside(Job job, Unit unit)
    {
        unit.Write("delete from mail_link where workspace = @Workspace and ends_at < @before", new { unit.Workspace, before = unit.Now - LinksAreKnown });
        Begin(unit, unit.Now + Pause);
        return Task.CompletedTask;
    }

    /// <summary>The round of a workspace: there is one, however many nodes begin it.</summary>
    public static void Begin(Unit unit, DateTimeOffset due) => unit.DoLater(Name, null, new { }, due, once: Name);

    private async Task Remind(Id workspace, Waited waited, DateTimeOffset now)
    {
        var due = await store.Read(session => waited.Due(session, workspace, now));
        if (due.Count == 0)
            return;
        try
        {
            await store.Write(store.System(workspace), async unit =>
            {
                var today = waited.Calendar.Today(now);
                foreach (var ask in due)
                {
                    unit.Write("""
                        update ask set reminded_on = @today where workspace = @Workspace and id = @Id and (reminded_on is null or reminded_on < @today)
                        """, new { unit.Workspace, ask.Id, today }, 1);
                }
                // Nobody has taken it: its leads see to it; where a team has none, everyone in it.
                foreach (var person in waited.IsTeam ? await Hearers.Of(unit, workspace, waited.Who, most: 0, now) : [waited.Who])
                    unit.DoLater(ReminderJob.Name, null, new Reminded(person, [.. due.Select(ask => ask.Id)]), unit.Now);
            });
        }
        catch (BrokenRule faster) when (faster.Why == Broken.Stale)
        {
            // Another node has just reminded them.
        }
    }
}

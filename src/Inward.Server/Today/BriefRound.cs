using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Mail;
using Inward.Server.Storage;

namespace Inward.Server.Today;

/// <summary>
/// Goes round a workspace at every full quarter of an hour and finds whose daily brief is due. The mark that it was and the
/// job that writes it are one change, so nobody gets two.
/// </summary>
public sealed class BriefRound(Store store, Post post, TimeProvider clock) : IJobKind
{
    public const string Name = "brief-round";
    private const int AtOnce = 100;

    public string Kind => Name;

    public async Task Outside(Job job, CancellationToken stop)
    {
        if (!post.IsOpen)
            return;
        var now = clock.GetUtcNow();
        foreach (var some in (await Due(job.Workspace, now)).Chunk(AtOnce))
        {
            stop.ThrowIfCancellationRequested();
            await Begin(job.Workspace, some);
        }
    }

    public Task Inside(Job job, Unit unit)
    {
        var passed = new DateTimeOffset(unit.Now.UtcTicks - unit.Now.UtcTicks % DailyBrief.Quarter.Ticks, TimeSpan.Zero);
        Begin(unit, passed + DailyBrief.Quarter);
        return Task.CompletedTask;
    }

    /// <summary>The round of a workspace: there is one, however many nodes begin it.</summary>
    public static void Begin(Unit unit, DateTimeOffset due) => unit.DoLater(Name, null, new { }, due, once: Name);

    private async Task<List<(Id Person, DateOnly Day)>> Due(Id workspace, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var rows = await store.Read(session => session.All<Row>("""
            select p.id, coalesce(p.zone, w.zone) as zone, w.calendar, p.absences, p.brief_at, p.briefed_on from person p join workspace w on w.id = p.workspace
            where p.workspace = @workspace and p.brief_at is not null and p.email is not null and p.mail = 1 and (p.left_on is null or p.left_on > @today)
            order by p.brief_at, p.id
            """, new { workspace, today }));
        return [.. rows.Select(r => (r.Id, Day: DailyBrief.Due(r.BriefAt, CalendarTable.Read(r.Calendar, r.Zone, r.Absences, today), r.BriefedOn, now)))
            .Where(r => r.Day is not null).Select(r => (r.Id, r.Day!.Value))];
    }

    private async Task Begin(Id workspace, IReadOnlyList<(Id Person, DateOnly Day)> due)
    {
        try
        {
            await store.Write(store.System(workspace), unit =>
            {
                foreach (var (person, day) in due)
                {
                    unit.Write("update person set briefed_on = @day where workspace = @Workspace and id = @person and (briefed_on is null or briefed_on < @day)",
                        new { unit.Workspace, person, day }, 1);
                    unit.DoLater(BriefJob.Name, null, new Briefed(person, day), unit.Now);
                }
                return Task.CompletedTask;
            });
        }
        catch (BrokenRule faster) when (faster.Why == Broken.Stale)
        {
            // Another node goes round too; whoever it left out is found at the next quarter.
        }
    }

    private sealed record Row(Id Id, string Zone, string Calendar, string Absences, TimeOnly BriefAt, DateOnly? BriefedOn);
}

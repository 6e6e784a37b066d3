using System.Text.Json;
using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Mail;
using Inward.Server.People;
using Inward.Server.Relationships;
using Inward.Server.Storage;

namespace Inward.Server.Today;

/// <summary>Whose brief, of which day.</summary>
public sealed record Briefed(Id Person, DateOnly Day);

/// <summary>Writes one colleague what their day holds, and nothing when it holds nothing.</summary>
public sealed class BriefJob(Store store, Post post, OwnAddress address, BriefStop stops, TimeProvider clock) : IJobKind
{
    public const string Name = "brief";
    private const int Next = 3;

    public string Kind => Name;

    public async Task Outside(Job job, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (!post.IsOpen)
            return;
        var letter = await store.Read(async session => await Reader(session, job, now) is { } to
            ? BriefLetter.Write(to, await Day(session, to.Me, now), await SeeNext.Ask(session, to.Me, to.Me.Today(now), Next),
                [.. (await session.PlannedTalks(to.Me, now)).Where(p => p.Plan.DayIn(to.Me.Clock) == to.Me.Today(now))], job.Id, address, stops, now) : null);
        if (letter is not null)
            await post.Send(letter, stop);
    }

    /// <summary>What stands in the brief is not reminded of again that day.</summary>
    public async Task Inside(Job job, Unit unit)
    {
        if (!post.IsOpen || await Reader(unit, job, unit.Now) is not { } to)
            return;
        var day = await Day(unit, to.Me, unit.Now);
        foreach (var ask in day.ToAnswer.Concat(day.Owed).Where(a => a.TurnPerson == to.Me.Person))
            unit.Write("update ask set reminded_on = @today where workspace = @Workspace and id = @Id", new { unit.Workspace, ask.Id, today = Read(job).Day });
    }

    // Who has turned it off meanwhile gets none; nor does a day that is over, after a mail server was away.
    private static async Task<Recipient?> Reader(Session session, Job job, DateTimeOffset now)
    {
        var briefed = Read(job);
        return await Recipient.Of(session, job.Workspace, briefed.Person, now) is { } to && to.Me.Today(now) == briefed.Day
            && (await session.Person(job.Workspace, briefed.Person))?.BriefAt is not null ? to : null;
    }

    private static async Task<MyDay> Day(Session session, Me me, DateTimeOffset now) => await MyDay.Ask(session, me, me.Today(now), DailyBrief.NewsSince(await session.CalendarOf(me.Workspace, me.Person), now));

    private static Briefed Read(Job job) => JsonSerializer.Deserialize<Briefed>(job.Payload, Wire.Json)!;
}

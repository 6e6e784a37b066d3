using System.Text.Json;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Mail;

/// <summary>Sends one person the news of a move, if it still is any: an undone move sends nothing.</summary>
public sealed class NoticeJob(Store store, Post post, OwnAddress address, TimeProvider clock) : IJobKind
{
    /// <summary>News older than this is none: a mail server that was away, or a copy that was silent, does not pour it out.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(7);

    /// <summary>A team larger than this hears through its leads.</summary>
    private const int LargeTeam = 20;

    public string Kind => "notice";

    public async Task Outside(Job job, CancellationToken stop)
    {
        var notice = Read(job);
        if (!post.IsOpen || notice.Person is not { } person || job.MadeAt + Stale < clock.GetUtcNow())
            return;
        var now = clock.GetUtcNow();
        if (await store.Read(session => Letter(session, job, person, notice, now)) is { } write)
            await post.Send(await store.Write(store.System(job.Workspace), unit => Task.FromResult(write(unit))), stop);
    }

    /// <summary>One notice for each of a team: so each letter has a name of its own, and one that fails is sent again alone.</summary>
    public async Task Inside(Job job, Unit unit)
    {
        var notice = Read(job);
        if (!post.IsOpen || notice.Team is not { } team)
            return;
        foreach (var member in await Hearers.Of(unit, job.Workspace, team, LargeTeam, unit.Now))
            unit.DoLater(Kind, job.OnId, notice with { Person = member, Team = null }, unit.Now);
    }

    private async Task<Func<Unit, Letter>?> Letter(Session session, Job job, Id person, Notice notice, DateTimeOffset now)
    {
        if (await Recipient.Of(session, job.Workspace, person, now) is not { } to)
            return null;
        if (notice.Happened == "thanks.given")
            return await ThanksLetter.Of(session, to, job, address);
        if (notice.Happened is "note-request.made" or "note.released" or "conversation.disputed")
            return await NotesLetter.Of(session, to, job, notice.Happened, address);
        if (notice.Happened == "sale.news")
            return await SaleNews.Of(session, to, job, address);
        if (notice.Happened == HandoverNews.Happened)
            return await HandoverNews.Of(session, to, job, address);
        if (IdeaNews.Tells(notice.Happened))
            return await IdeaNews.Of(session, to, job, notice, address);
        if (notice.Happened == "bulk.made")
            return await BulkLetter.Of(session, to, job, address);
        return await AskNews.Of(session, to, job.OnId!.Value, notice, now) is { } news ? unit => AskLetter.Write(unit, news, job.Id, address) : null;
    }

    private static Notice Read(Job job) => JsonSerializer.Deserialize<Notice>(job.Payload, Wire.Json)!;
}

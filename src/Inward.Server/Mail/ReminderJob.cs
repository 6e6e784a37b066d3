using System.Text.Json;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Mail;

/// <summary>Whom to remind of what. When the mail is written, each ask is looked at again.</summary>
public sealed record Reminded(Id Person, IReadOnlyList<Id> Asks);

/// <summary>Sends one reminder, of one ask or of several: never to anybody but the one whose turn it is.</summary>
public sealed class ReminderJob(Store store, Post post, OwnAddress address, TimeProvider clock) : IJobKind
{
    public const string Name = "reminder";

    public string Kind => Name;

    public async Task Outside(Job job, CancellationToken stop)
    {
        if (!post.IsOpen)
            return;
        var now = clock.GetUtcNow();
        var news = await store.Read(session => StillDue(session, job, now));
        if (news.Count == 0)
            return;
        var letter = await store.Write(store.System(job.Workspace), unit => Task.FromResult(
            news.Count == 1 ? AskLetter.Write(unit, news[0], job.Id, address) : ReminderLetter.Write(news, job.Id, address)));
        await post.Send(letter, stop);
    }

    private static async Task<List<AskNews>> StillDue(Session session, Job job, DateTimeOffset now)
    {
        var reminded = JsonSerializer.Deserialize<Reminded>(job.Payload, Wire.Json)!;
        var due = new List<AskNews>();
        if (await Recipient.Of(session, job.Workspace, reminded.Person, now) is not { } to)
            return due;
        foreach (var ask in reminded.Asks)
        {
            if (await AskNews.Reminding(session, to, ask, now) is { } news)
                due.Add(news);
        }
        return due;
    }
}

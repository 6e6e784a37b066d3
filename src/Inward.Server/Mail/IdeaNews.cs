using Inward.House;
using Inward.Ideas;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Ideas;
using Inward.Server.Storage;

namespace Inward.Server.Mail;

/// <summary>An idea waits for somebody, or was answered: whoever it concerns gets a mail.</summary>
public static class IdeaNews
{
    private static readonly TimeSpan Wait = UndoWindow.Length + TimeSpan.FromSeconds(1);

    public static bool Tells(string happened) => happened is "idea.shared" or "idea.answered" or "idea.escalated" or "idea.merged" or "idea.came-true";

    /// <summary>Call it in the unit of the change; whoever made it hears nothing.</summary>
    public static void TellOfIdea(this Unit unit, Idea idea, string happened, Id happening, IEnumerable<Id> people)
    {
        if (unit.Act.Door == "import")
            return;
        foreach (var person in people.Distinct().Where(person => person != unit.Act.Who))
            unit.DoLater("notice", idea.Id, new Notice(person, null, happened, happening, ForTheTurn: false), unit.Now + Wait);
    }

    /// <summary>Nothing to whoever may not see it, and nothing of what is not so any more.</summary>
    public static async Task<Func<Unit, Letter>?> Of(Session session, Recipient to, Job job, Notice notice, OwnAddress address)
    {
        var (me, t) = (to.Me, to.T);
        if (await session.Idea(me, job.OnId!.Value) is not { } idea)
            return null;
        var names = await session.Names(me.Workspace, [idea.Author, idea.Answering.Who, .. idea.Answers.Select(answer => answer.By), .. idea.PassedOnBy is { } by ? [by] : Array.Empty<Id>()]);
        string Name(Id? person) => person is { } one ? names.GetValueOrDefault($"{one}", t["somebody"]) : t["somebody"];
        if (Headline(idea, me, notice.Happened, Name, t) is not { } headline)
            return null;
        var settings = address.To("/settings");
        var letter = new Letter(job.Id, idea.Id, to.Address, t.Code, headline)
        {
            Headline = headline,
            Quotes = [(idea.Text, Name(idea.Author))],
            Facts = [.. Facts(idea, me, notice.Happened, t)],
            Page = (t["Look at it"], address.To($"/ideas/{idea.Id}")),
            Foot = [t["You get this because the idea is yours, waits for you, or you said that you want it too."], t["Nobody reads replies to this mail. To get no more of them: {0}", settings]],
            Unsubscribe = settings,
        };
        return _ => letter;
    }

    private static string? Headline(Idea idea, Me me, string happened, Func<Id?, string> name, Tongue t) => happened switch
    {
        "idea.shared" when idea.IsOpen && idea.IsAnsweredBy(me.Person) => t["{0} had an idea that waits for your answer", name(idea.Author)],
        "idea.shared" when idea.Author == me.Person && idea.PassedOnBy is not null => t["{0} passed an idea of yours on", name(idea.PassedOnBy)],
        "idea.answered" when idea.Last is { } last => last.Kind switch
        {
            AnswerKind.Adopted => t["{0} adopts an idea that you want", name(last.By)],
            AnswerKind.Declined => t["{0} declines an idea that you want, and says why", name(last.By)],
            _ => t["{0} says “not now” to an idea that you want", name(last.By)],
        },
        "idea.escalated" when idea.IsOpen && idea.Escalated is not null => idea.Author == me.Person ? t["Nobody answered your idea in time"] : t["An idea was not answered in time"],
        "idea.merged" when idea.Merged is not null => t["Your idea went into another one that is the same"],
        "idea.came-true" => t["Your idea came true"],
        _ => null,
    };

    private static IEnumerable<(string, IReadOnlyList<string>)> Facts(Idea idea, Me me, string happened, Tongue t)
    {
        if (happened == "idea.answered" && idea.Last is { Reason.Length: > 0 } last)
            yield return (t["Why"], [last.Reason]);
        if (happened == "idea.answered" && idea.Last?.Until is { } until)
            yield return (t["Not before"], [t.Date(until)]);
        if (happened is "idea.shared" or "idea.escalated" && idea.IsAnsweredBy(me.Person))
            yield return (t["Answer by"], [t.Date(idea.DueOn)]);
    }
}

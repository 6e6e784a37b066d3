using Inward.House;
using Inward.Server.Asks;
using Inward.Server.Customers;
using Inward.Server.Storage;

namespace Inward.Server.Mail;

/// <summary>A letter about an ask, in the receiver's language, with one link for each move that needs no words.</summary>
public static class AskLetter
{
    public static Letter Write(Unit unit, AskNews news, Id name, OwnAddress address)
    {
        var (to, ask, t) = (news.To, news.Ask, news.To.T);
        var headline = Headline(news);
        var settings = address.To("/settings");
        return new Letter(name, ask.Id, to.Address, t.Code, news.Reminder ?? $"{headline}: {VerbatimTable.Opening(Shown(ask).What)}")
        {
            Headline = headline,
            Quotes = [.. Quotes(news)],
            Facts = [.. Facts(news)],
            Invitation = t.Count(news.Moves.Count, "This opens a page with one button; nothing happens before you press it:", "Each of these opens a page with one button; nothing happens before you press it:"),
            Buttons = [.. news.Moves.Select(move => (QuickMoves.Label(move, ask, t), address.To($"/answer?code={MailLink.Make(unit, ask.Id, ask.Version, move, to.Me.Person)}")))],
            Page = (news.IsTurn ? t["Answer in words: other terms, a question, an obstacle or a no"] : t["Open the ask"], address.To($"/asks/{ask.Id}")),
            Foot =
            [
                news.IsTurn ? t["You get this because it is your turn."] : t["You get this because you take part in this ask."],
                t["Nobody reads replies to this mail. To get no more of them: {0}", settings],
            ],
            Unsubscribe = settings,
        };
    }

    private static string Headline(AskNews news)
    {
        var (ask, t) = (news.Ask, news.To.T);
        var requester = ask.Names.GetValueOrDefault(ask.Requester.ToString(), t["somebody"]);
        return news.Reminder ?? (news.Happened != "ask.asked" ? news.Line?.Step ?? ""
            : ask.Turn is { Kind: "team" } team ? t["{0} asks {1}", requester, team.Name] : t["{0} asks you", requester]);
    }

    private static IEnumerable<(string Words, string By)> Quotes(AskNews news)
    {
        if (news.Line is { Words: { } words } line)
            yield return (words, line.Name);
        else if (news.Line is null && news.Ask.Question is { } question)
            yield return (question.Text, news.Ask.Names.GetValueOrDefault(question.By.ToString(), ""));
        if (news.Customer is { } customer)
            yield return (customer.Words, customer.By);
    }

    private static IEnumerable<(string Label, IReadOnlyList<string> Values)> Facts(AskNews news)
    {
        var (ask, t) = (news.Ask, news.To.T);
        var shown = Shown(ask);
        yield return (t["What"], [shown.What]);
        if (news.IsTurn)
        {
            yield return (t["Why"], [ask.Reason]);
            yield return (t["What it changes"], [ask.Effect]);
            yield return (t["It counts as done when"], shown.Conditions);
        }
        if (ask.State is "blocked" || news.Happened == "ask.obstacle-raised")
            yield return (t["In the way"], [.. ask.Obstacles.Where(o => o.IsOpen).Select(o => o.What)]);
        if (ask.State is "requested" or "blocked" && ask.AnswerBy is { } answer)
            yield return (t["Answer by"], [t.Date(answer)]);
        if ((shown.InForce ? ask.Promise?.By ?? shown.By : shown.By) is { } by)
            yield return (shown.InForce && ask.Promise is not null ? t["Promised by"] : t["Needed by"], [t.Date(by)]);
    }

    /// <summary>The terms on the table: those offered, else those in force.</summary>
    private static TermsOut Shown(AskOut ask) => QuickMoves.Offered(ask) ?? ask.Terms.First(t => t.InForce);
}

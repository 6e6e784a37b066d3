using Inward.House;

namespace Inward.Server.Mail;

/// <summary>Several asks that wait for one person, in one mail.</summary>
public static class ReminderLetter
{
    public static Letter Write(IReadOnlyList<AskNews> news, Id name, OwnAddress address)
    {
        var to = news[0].To;
        var t = to.T;
        var settings = address.To("/settings");
        var headline = t.Count(news.Count, "One ask waits for you", "{0} asks wait for you");
        return new Letter(name, to.Me.Person, to.Address, t.Code, headline)
        {
            Headline = headline,
            Facts = [.. news.Select(n => (n.Reminder!, (IReadOnlyList<string>)[address.To($"/asks/{n.Ask.Id}").AbsoluteUri]))],
            Page = (t["All of them on one page"], address.To("/")),
            Foot = [t["You get this because it is your turn."], t["Nobody reads replies to this mail. To get no more of them: {0}", settings]],
            Unsubscribe = settings,
        };
    }
}

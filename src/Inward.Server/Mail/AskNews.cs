using Inward.House;
using Inward.Server.Asks;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Mail;

/// <summary>What a letter about an ask says: who said what, and what its reader can do now.</summary>
/// <param name="Line">The happening it tells of; null in a reminder.</param>
/// <param name="Reminder">What a reminder says; null in a notice.</param>
/// <param name="Moves">The moves a link can carry, when it is the reader's turn.</param>
public sealed record AskNews(Recipient To, AskOut Ask, string Happened, TalkLine? Line, CustomersWords? Customer, IReadOnlyList<string> Moves, bool IsTurn, string? Reminder = null)
{
    /// <summary>Null when there is no news any more: taken back, overtaken, or nothing that this person may see.</summary>
    public static async Task<AskNews?> Of(Session session, Recipient to, Id id, Notice notice, DateTimeOffset now)
    {
        if (await Read(session, to, id, notice.Happened, now) is not { } news || (notice.ForTheTurn && !news.IsTurn))
            return null;
        var happenings = news.Ask.Happenings;
        var told = happenings.FirstOrDefault(h => h.Id == notice.Happening);
        // A move can only be undone while nothing followed: so an undone one is followed by its undoing.
        if (told is null || happenings.SkipWhile(h => h != told).ElementAtOrDefault(1)?.Kind == "ask.undone")
            return null;
        return news with { Line = AskTalk.Line(news.Ask, told, to.T) };
    }

    /// <summary>What this person should still be reminded of; null when it is not their turn any more, or not their working time.</summary>
    public static async Task<AskNews?> Reminding(Session session, Recipient to, Id id, DateTimeOffset now)
    {
        if (await session.Ask(to.Me, id) is not { Turn: { } turn } ask || await Read(session, to, id, "reminder", now) is not { IsTurn: true } news)
            return null;
        var waited = await Waited.One(session, to.Me.Workspace, turn, now);
        return Inward.Asks.Reminder.Due(ask, waited.Calendar, now, null) is not { } due ? null
            : news with { Reminder = to.T[(due with { What = VerbatimTable.Opening(due.What) }).Sentence] };
    }

    private static async Task<AskNews?> Read(Session session, Recipient to, Id id, string happened, DateTimeOffset now)
    {
        if (await session.Ask(to.Me, id) is not { } ask)
            return null;
        var whole = await WholeAsk.Of(session, to.Me, ask, now);
        var today = (await session.CalendarOf(to.Me.Workspace, ask.Performer)).Today(now);
        return new AskNews(to, whole, happened, null, await CustomersWords.Of(session, to.Me.Workspace, whole.Verbatim),
            [.. QuickMoves.For(whole, to.Me, today)], QuickMoves.IsTurnOf(whole, to.Me));
    }
}

using Inward.House;
using Inward.Server.Asks;
using Inward.Server.House.Words;

namespace Inward.Server.Today;

/// <summary>A list of the day in its reader's words: the page shows it, and the brief by mail says the same.</summary>
/// <param name="More">Where all of them stand, when there are more.</param>
/// <param name="Button">What one does with a row, and where: an anchor on the ask's page, or "thank".</param>
public sealed record DayList(string Id, string Icon, string Title, IReadOnlyList<AskRow> Rows, string? More, Func<AskRow, string> Says, string Button, string Anchor)
{
    public static IReadOnlyList<DayList> Of(MyDay day, Id me, Tongue t) =>
    [
        new("to-answer", "asks", t["To answer"], day.ToAnswer, day.MoreToAnswer ? "/asks?turn=me" : null, r => Answer(r, me, t), t["Answer"], "#moves"),
        new("owed", "flag", t["Owed by you"], day.Owed, day.MoreOwed ? "/asks?turn=me&state=promised" : null, r => t["You promised {0}", r.RequesterName], t["Deliver"], "#moves"),
        new("waiting", "clock", t["Waiting for"], day.Waiting, day.MoreWaiting ? "/asks?role=requester" : null, r => Waits(r, t), t["Look"], ""),
        new("to-tell", "quote", t["Customer not told"], day.ToTell, null, r => t["{0} delivered; {1} does not know yet", r.PerformerName, r.CustomerName ?? t["the customer"]], t["Tell"], "#moves"),
        new("to-thank", "heart", t["To thank"], day.ToThank, day.ToThank.Count > 0 ? "/thanks/due" : null, r => t["{0} did this for you", r.PerformerName], t["Thank"], "thank"),
    ];

    public string Address(AskRow row) => Anchor == "thank" ? $"/thanks/new?ask={row.Id}" : $"/asks/{row.Id}{Anchor}";

    /// <summary>The day that counts in this list, and what it is: by when to answer, or when it is due.</summary>
    public (string Word, DateOnly Day)? By(AskRow row) => Id is not ("to-answer" or "owed" or "waiting") ? null
        : row.State == "requested" && row.AnswerBy is { } answer ? ("answer by", answer)
        : row.Due is { } due ? ("due", due) : null;

    private static string Answer(AskRow r, Id me, Tongue t) => r.State switch
    {
        "requested" when r.Requester == me => t["{0} asked you back", r.PerformerName],
        "requested" when r.TurnTeam is not null => t["{0} asks your team", r.RequesterName],
        "countered" => t["{0} offers other terms", r.PerformerName],
        "renegotiating" => t["New terms are on the table"],
        "delivered" or "unconfirmed" => t["{0} delivered; is it what you asked?", r.PerformerName],
        "blocked" => t["You can remove what is in the way"],
        _ => t["{0} asks you", r.RequesterName],
    };

    private static string Waits(AskRow r, Tongue t) => r.State switch
    {
        "promised" => t["{0} promised it", r.PerformerName],
        "requested" => t["{0} has not answered yet", r.PerformerName ?? r.TeamName],
        _ => t["It is {0}'s turn.", r.TurnName ?? r.TeamName],
    };
}

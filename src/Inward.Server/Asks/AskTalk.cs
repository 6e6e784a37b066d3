using System.Globalization;
using System.Text.Json;
using Inward.House;
using Inward.Server.House.Words;

namespace Inward.Server.Asks;

/// <summary>One line of the negotiation as a conversation: somebody's words, or a step that was taken.</summary>
/// <param name="Colour">A class of the design system: ok, due, bad, thx, turnof or none.</param>
public sealed record TalkLine(Id? Who, string Name, DateTimeOffset At, string Icon, string Colour, string Step, string? Words, IReadOnlyList<string> More);

/// <summary>Tells the history of an ask, happening by happening.</summary>
public static class AskTalk
{
    public static IEnumerable<TalkLine> Tell(AskOut ask, Tongue t) =>
        ask.Happenings.Select(h => Line(ask, h, t)).OfType<TalkLine>();

    /// <summary>One happening; null where there is nothing to tell.</summary>
    public static TalkLine? Line(AskOut ask, HappeningOut h, Tongue t) =>
        Line(h.Who is { } who ? ask.Names.GetValueOrDefault(who.ToString(), t["somebody"]) : "Inward", h, t);

    /// <param name="name">Whose doing it was.</param>
    public static TalkLine? Line(string name, HappeningOut h, Tongue t)
    {
        JsonElement? read = null;
        string? Said(string field) => (read ??= h.Details?.Read()) is { ValueKind: JsonValueKind.Object } details && details.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        // As it was said then: "by Thursday", whenever it is read.
        var then = DateOnly.FromDateTime(h.At.UtcDateTime);
        string Day(string field) => DateOnly.TryParseExact(Said(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Spoken.Day(day, then, t) : "";
        (string Icon, string Colour, string Step, string? Words)? told = h.Kind switch
        {
            "import.applied" => ("upload", "", t["{0} brought this in from a file", name], null),
            "ask.asked" => ("asks", "turnof", t["{0} asked", name], null),
            "ask.taken" => ("check", "", t["{0} took it for the team", name], null),
            "ask.released" => ("undo", "", t["{0} gave it back to the team", name], null),
            "ask.promised" => ("flag", "ok", t["{0} promised it by {1}", name, Day("by")], Said("firstStep")),
            "ask.countered" => ("swap", "due", t["{0} offered other terms: by {1}", name, Day("by")], Said("note")),
            "ask.questioned" => ("question", "", t["{0} asked back", name], Said("text")),
            "ask.answered" => ("talk", "", t["{0} answered", name], Said("text")),
            "ask.obstacle-raised" => ("obstacle", "bad", t["{0} named an obstacle", name], Said("what")),
            "ask.obstacle-cleared" => ("check", "ok", t["{0} cleared an obstacle", name], null),
            "ask.concern-listed" => ("info", "", t["{0} sees what could get in the way", name], Said("text")),
            "ask.remarked" => ("talk", "", t["{0} wrote", name], Said("text")),
            "ask.declined" => ("no", "bad", t["{0} declined", name], Said("reason")),
            "ask.delegated" => ("people", "", t["{0} asked somebody to help", name], Said("what")),
            "ask.agreed" => ("check", "ok", t["{0} agreed", name], null),
            "ask.old-promise-kept" => ("undo", "", t["{0} kept to the old promise", name], null),
            "ask.renegotiation-opened" => ("swap", "due", t["{0} asked for new terms: by {1}", name, Day("by")], Said("note")),
            "ask.delivered" => ("box", "ok", t["{0} delivered", name], Said("note")),
            "ask.delivery-retracted" => ("undo", "", t["{0} retracted the delivery", name], null),
            "ask.accepted" => ("check", "ok", t["{0} accepted it", name], null),
            "ask.delivery-rejected" => ("no", "bad", t["{0} sent it back: {1}", name, Said("condition")], Said("note")),
            "ask.revoked" => ("undo", "bad", t["{0} took the promise back", name], Said("reason")),
            "ask.withdrawn" => ("close", "", t["{0} withdrew the ask", name], Said("reason")),
            "ask.customer-told" => ("quote", "cust", t["{0} told the customer", name], Said("words")),
            "ask.undone" => ("undo", "", t["{0} took the last move back", name], null),
            "ask.quiet" => ("clock", "due", t["Nobody has confirmed the delivery for ten working days"], null),
            "ask.complaint-named" => ("quote", "bad", t["{0} sees it behind a complaint of the customer", name], null),
            "ask.complaint-dropped" => ("quote", "", t["{0} sees it behind the complaint no longer", name], null),
            "ask.purchase-named" => ("heart", "cust", t["{0} says that the customer came back for it", name], null),
            "ask.purchase-dropped" => ("undo", "", t["{0} says no longer that the customer came back for it", name], null),
            "ask.left" => ("people", "", t["A colleague left, and the ask moved on"], null),
            _ => null,
        };
        return told is { } line ? new TalkLine(h.Who, name, h.At, line.Icon, line.Colour, line.Step, line.Words, h.Door == "link" ? [t["by link"]] : []) : null;
    }
}

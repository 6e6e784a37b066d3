using System.Text.Json.Serialization;
using Inward.House;

namespace Inward.Ideas;

/// <summary>What somebody hopes for from others.</summary>
public enum HelpKind
{
    Ideas,
    Knowledge,
    Resources,
    Actions,
}

/// <summary>A card that everybody reads: what is wanted, who answers what comes in, and until when.</summary>
public sealed record HelpWanted(Id Workspace, Id Id, Id Author, string Text, IReadOnlyList<HelpKind> Kinds, Id Answerer, DateOnly Until, DateTimeOffset At)
{
    private const int MostMonths = 12;

    public About? About { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    [JsonIgnore]
    public int Version { get; init; } = 1;

    public static HelpWanted Of(Id workspace, Id id, Id author, string? text, IReadOnlyList<HelpKind>? kinds, Id? answerer, DateOnly? until, About? about, DateOnly today, DateTimeOffset now)
    {
        var wrong = new List<Wrong>();
        House.Text.Check(wrong, "text", text, Idea.LongestText, "Say what you need, so that somebody can help.");
        if (until is not { } day)
            wrong.Add(new Wrong("until", "Say until which day ideas are welcome."));
        else if (day < today || day > today.AddMonths(MostMonths))
            wrong.Add(new Wrong("until", new Sentence("Choose a day from today on, within {0} months.", MostMonths)));
        return wrong.Count > 0 ? throw Rule.Invalid(wrong)
            : new HelpWanted(workspace, id, author, text!.Trim(), kinds is { Count: > 0 } ? [.. kinds.Distinct().Order()] : [HelpKind.Ideas], answerer ?? author, until!.Value, now) { About = about };
    }

    public bool TakesIdeas(DateOnly today) => ClosedAt is null && Until >= today;

    public void CheckTakesIdeas(DateOnly today)
    {
        if (!TakesIdeas(today))
            throw Rule.NotNow("Ideas were welcome here until then; the card is closed. Share yours without it.");
    }

    public HelpWanted Close(Id by, DateTimeOffset now)
    {
        if (by != Author && by != Answerer)
            throw Rule.NotYours("Only whoever posted it, or answers it, closes a card.");
        return ClosedAt is null ? this with { ClosedAt = now } : throw Rule.NotNow("This card is closed already.");
    }
}

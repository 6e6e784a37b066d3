using Inward.Asks.Moves;
using Inward.House;

namespace Inward.Asks;

/// <summary>One move on many asks at once. Each obeys its own rules: what one refuses does not hold up the others.</summary>
/// <param name="Text">Said once for all: the reason, the note or the message.</param>
/// <param name="By">Until when all are promised; each by its own day when left out.</param>
public sealed record BulkChange(Id Workspace, Id Id, Id Person, string Move, string? Text, DateOnly? By, DateTimeOffset MadeAt)
{
    public const int Most = 5_000;

    /// <summary>How long it can be taken back, where nothing followed.</summary>
    public static readonly TimeSpan UndoFor = TimeSpan.FromMinutes(30);

    /// <summary>The moves that make sense for many: none that is about one ask's own terms.</summary>
    public static readonly IReadOnlyList<string> Moves = ["promise", "taking", "release", "delivery", "acceptance", "withdrawal", "decline", "remarks"];

    public DateTimeOffset? UndoneAt { get; init; }

    public DateTimeOffset UndoUntil => MadeAt + UndoFor;

    public bool CanBeUndone(DateTimeOffset now) => UndoneAt is null && now >= MadeAt && now <= UndoUntil;

    public BulkChange Checked()
    {
        var wrong = new List<Wrong>();
        if (!Moves.Contains(Move))
            wrong.Add(new Wrong("move", new Sentence("“{0}” is none of {1}.", Move, string.Join(", ", Moves))));
        House.Text.Check(wrong, "text", Text, required: Move is "decline" or "remarks" ? new Sentence("Write it once, for all of them.") : null);
        return wrong.Count == 0 ? this with { Text = string.IsNullOrWhiteSpace(Text) ? null : Text.Trim() } : throw Rule.Invalid(wrong);
    }

    /// <param name="found">How many asks there are now.</param>
    /// <param name="expected">How many somebody has looked at; null when nobody has.</param>
    public static void CheckNumber(int found, int? expected)
    {
        if (found == 0)
            throw Rule.Invalid("filter", "There is no ask to change. Choose some, or another filter.");
        if (found > Most)
            throw Rule.Invalid("filter", new Sentence("These are more than {0} asks. Narrow the filter and change them in parts.", Most));
        if (expected is { } seen && seen != found)
            throw Rule.Invalid("expect", new Sentence("There are {0} asks now, where you saw {1}. Look once more before you go on.", found, seen));
    }

    public BulkChange Undone(DateTimeOffset now) => CanBeUndone(now) ? this with { UndoneAt = now }
        : throw Rule.NotNow(UndoneAt is null ? "It is too late to take this back: that is possible for thirty minutes." : "This was taken back already.");

    /// <summary>The move as this ask gets it.</summary>
    public Move On(Ask ask) => Move switch
    {
        "promise" => new Promising(By ?? ask.Terms.By),
        "taking" => new Taking(),
        "release" => new Releasing(),
        "delivery" => new Delivering(Text),
        "acceptance" => new Accepting(),
        "withdrawal" => new Withdrawing(Text),
        "decline" => new Declining(Text),
        _ => new Remarking(Text),
    };
}

using System.Text.Json.Serialization;
using Inward.House;

namespace Inward.Asks;

/// <summary>Taking a move back, within ten seconds, if nothing followed: a slip is no decision.</summary>
public sealed partial record Ask
{
    internal bool CanUndo(Circumstances c) =>
        Last is { Before: { } before } last && last.By == c.Me && c.Now - last.At <= c.UndoFor && last.At <= c.Now
        // The chain may have moved on meanwhile: who came to perform above or below does not get this one back.
        && !(before.Performer is { } performer && c.InTheChain(performer));

    /// <summary>Restores state, turn and terms of before. What was undone stays on record: undone terms are marked, a sent ask is a draft again.</summary>
    internal Ask Undo(Circumstances c)
    {
        if (Last is not { } last || last.By != c.Mover)
            throw Rule.NotYours("Only whoever made the last move can take it back.");
        if (!CanUndo(c))
            throw Rule.NotNow("It is too late to take this back: that is possible for ten seconds, if nothing followed.", Manners.PossibleFor(this, c));
        var before = last.Before!;
        var undone = AllTerms.Skip(before.AllTerms.Count).Select(t => t with { Undone = true });
        return before with { AllTerms = [.. before.AllTerms, .. undone] };
    }

    /// <summary>One change later: counted, and remembered so that it can be taken back.</summary>
    private Ask Next(Ask after, string move, Circumstances c, bool undoable = true) => after with
    {
        Version = Version + 1,
        Formerly = move != "undoing" && Performer is { } was && was != after.Performer ? [.. after.Formerly.Append(was).Distinct()] : after.Formerly,
        Last = new LastMove(move, c.Me, c.Now, undoable ? this with { Last = null } : null),
    };
}

/// <param name="Before">The ask as it was, without its own past; null when it cannot be taken back. Kept apart, for as long as somebody may want it.</param>
public sealed record LastMove(string Move, Id? By, DateTimeOffset At, [property: JsonIgnore] Ask? Before);

/// <summary>What a move made: the ask after it, and the child when it was delegated.</summary>
public sealed record Moved(Ask Ask, Ask? Child = null);

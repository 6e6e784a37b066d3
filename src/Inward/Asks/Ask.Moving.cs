using Inward.Asks.Moves;
using Inward.House;

namespace Inward.Asks;

public sealed partial record Ask
{
    /// <summary>The one way an ask moves, whichever door the move came through.</summary>
    public Moved Do(Move move, Circumstances c)
    {
        if (State == AskState.Draft && c.Me != Requester)
            throw Rule.NotVisible();
        var moved = move.Make(this, c);
        // A second ask that a move made stays when the move is taken back: undo or withdraw that one instead.
        var undoable = move is not Undoing && moved.Child is null;
        return moved with { Ask = Next(moved.Ask, move.Name, c, undoable) };
    }
}

using Inward.Asks.Moves;

namespace Inward.Asks;

public sealed partial record Ask
{
    /// <summary>The one way an ask moves, whichever door the move came through.</summary>
    public Moved Do(Move move, Circumstances c)
    {
        var moved = move.Make(this, c);
        // What was sent on to somebody cannot be taken back by a slip of the finger; withdraw that ask instead.
        var undoable = move is not (Undoing or Delegating);
        return moved with { Ask = Next(moved.Ask, move.Name, c, undoable) };
    }
}

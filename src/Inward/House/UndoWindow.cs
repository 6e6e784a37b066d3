namespace Inward.House;

/// <summary>A slip can be taken back, in every room for the same time.</summary>
public static class UndoWindow
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(10);
}

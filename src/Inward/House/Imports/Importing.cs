namespace Inward.House.Imports;

/// <summary>Who may bring files in. They make and change many records at once, so it is an administrator's work.</summary>
public static class Importing
{
    /// <summary>The largest file that a page or a program may send; the command line reads larger ones from disk.</summary>
    public const int LargestUpload = 64 * 1024 * 1024;

    public static void Allow(bool administrator)
    {
        if (!administrator)
            throw Rule.NotYours("Only an administrator can import files.");
    }
}

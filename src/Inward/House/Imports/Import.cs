namespace Inward.House.Imports;

/// <summary>Planned, until somebody says so; applied; and undone, if they think better of it.</summary>
public enum ImportState
{
    Planned,
    Applied,
    Undone,
}

/// <summary>
/// A file that is brought in: first it is said what it would do, then it is written, and as long as anybody likes it can be taken
/// back. What it says is kept as sentences, so that everyone reads it in their own language.
/// </summary>
public sealed record Import(Id Workspace, Id Id, ImportKind Kind, string File, DateTimeOffset At)
{
    /// <summary>The most bytes that a page or a program may send; the command line reads larger files from disk.</summary>
    public const int LargestUpload = 64 * 1024 * 1024;

    /// <summary>How much of what was noticed is kept; nobody reads a thousand lines, and a file may cause a million.</summary>
    public const int MostNoticed = 1_000;

    /// <summary>Who brought it in; null for an operator.</summary>
    public Id? By { get; init; }

    public DateTimeOffset? AppliedAt { get; init; }
    public DateTimeOffset? UndoneAt { get; init; }

    /// <summary>What it does, in a few sentences.</summary>
    public IReadOnlyList<Sentence> Said { get; init; } = [];

    /// <summary>What is worth knowing before it is written; once it was taken back, what stayed.</summary>
    public IReadOnlyList<Noticed> Noticed { get; init; } = [];

    /// <summary>Some rows were left out, and are kept in a file with their reasons.</summary>
    public bool HasErrors { get; init; }

    public int Version { get; init; } = 1;

    public ImportState State => UndoneAt is not null ? ImportState.Undone : AppliedAt is not null ? ImportState.Applied : ImportState.Planned;

    /// <summary>Imports make and change many records at once, so they are an administrator's work.</summary>
    public static void CheckKeeper(bool administrator)
    {
        if (!administrator)
            throw Rule.NotYours("Only an administrator can import files.");
    }

    /// <summary>Asks are their parties' own, whoever administers: what a file of them says is shown to whoever brought it in.</summary>
    public bool IsShownTo(Id person) => Kind != ImportKind.Asks || By is null || By == person;

    public void CheckPlanned()
    {
        if (State != ImportState.Planned)
            throw Rule.NotNow("This import has been written already.");
    }

    /// <summary>Looked at anew, by another choice of columns or just before it is written.</summary>
    public Import Understood(IReadOnlyList<Sentence> said, IReadOnlyList<Noticed> noticed)
    {
        CheckPlanned();
        return this with { Said = said, Noticed = Kept(noticed), HasErrors = Kind != ImportKind.Mails && noticed.Any(one => one.Weight == Weight.LeftOut), Version = Version + 1 };
    }

    public Import Applied(DateTimeOffset now) => this with { AppliedAt = now };

    /// <param name="stayed">What could not be taken back, each with its reason.</param>
    public Import Undone(IReadOnlyList<Noticed> stayed, DateTimeOffset now)
    {
        if (State != ImportState.Applied)
            throw Rule.NotNow("There is nothing to take back: this import is not written, or taken back already.");
        return this with { UndoneAt = now, Noticed = Kept(stayed), Version = Version + 1 };
    }

    /// <summary>First what is true of the whole file, then what was left out, then the rest; the longest list is cut and says so.</summary>
    private static IReadOnlyList<Noticed> Kept(IReadOnlyList<Noticed> noticed)
    {
        var ordered = noticed.OrderBy(one => one.Row > 0).ThenByDescending(one => one.Weight).ThenBy(one => one.File, StringComparer.Ordinal).ThenBy(one => one.Row).ToList();
        return ordered.Count <= MostNoticed ? ordered :
        [
            .. ordered.Take(MostNoticed), new Noticed(Weight.Told, "", 0, new Sentence("And {0} more lines like these.", ordered.Count - MostNoticed)),
        ];
    }
}

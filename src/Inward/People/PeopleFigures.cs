using Inward.House.Imports;

namespace Inward.People;

/// <summary>The counts of a people file, for the preview and to check against other people's counts of the same file.</summary>
public sealed record PeopleFigures
{
    internal PeopleFigures(int rows, IReadOnlyList<PersonRow> read, Posts posts, int people, int leftOut)
    {
        (Rows, LeftOut, People) = (rows, leftOut, people);
        Named = read.Count(row => row.Holder == Holder.Named);
        Unnamed = read.Count(row => row.Holder == Holder.Unnamed);
        Vacant = read.Count(row => row.Holder == Holder.Vacant);
        Abolished = read.Count(row => row.Holder == Holder.Abolished);
        RepeatedPosts = posts.Repeated.Count();
        Posts = posts.Lines.Count;
    }

    /// <summary>Rows that passed the map's filters.</summary>
    public int Rows { get; }

    /// <summary>Rows that could not be understood, of all tables.</summary>
    public int LeftOut { get; }

    public int People { get; }

    /// <summary>Places in the reporting lines: posts where the file names posts, else people.</summary>
    public int Posts { get; }

    /// <summary>Posts that more than one row tells of.</summary>
    public int RepeatedPosts { get; }

    public int Named { get; }

    public int Unnamed { get; }

    public int Vacant { get; }

    public int Abolished { get; }
}

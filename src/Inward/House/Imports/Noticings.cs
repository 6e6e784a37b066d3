namespace Inward.House.Imports;

/// <summary>Whether a row still counts.</summary>
public enum Weight
{
    /// <summary>Worth knowing; the row was understood.</summary>
    Told,

    /// <summary>The row was not understood and changes nothing. It goes to the file of error rows.</summary>
    LeftOut,
}

/// <summary>Something noticed in an imported file. Row 0 speaks of the whole file.</summary>
public sealed record Noticed(Weight Weight, string File, int Row, Sentence Sentence)
{
    public override string ToString() =>
        File.Length == 0 ? Sentence.ToString() : Row == 0 ? $"{File}: {Sentence}" : $"{File}, row {Row}: {Sentence}";
}

/// <summary>Collects what an import notices, in the order it was noticed and each thing once.</summary>
/// <param name="most">How many are kept; of a stream without end the rest is only counted.</param>
public sealed class Noticings(int most = int.MaxValue)
{
    private const int LongestQuote = 200;

    private readonly List<Noticed> all = [];
    private readonly HashSet<string> said = new(StringComparer.Ordinal);

    public IReadOnlyList<Noticed> All => all;

    /// <summary>What was noticed beyond the most that is kept.</summary>
    public long More { get; private set; }

    public IEnumerable<Noticed> LeftOut => all.Where(noticed => noticed.Weight == Weight.LeftOut);

    public void Tell(Sentence sentence) => Tell("", 0, sentence);

    public void Tell(string file, int row, Sentence sentence) => Add(new Noticed(Weight.Told, file, row, sentence));

    public void LeaveOut(string file, int row, Sentence why) => Add(new Noticed(Weight.LeftOut, file, row, why));

    // A file that others look into is read more than once.
    private void Add(Noticed noticed)
    {
        if (all.Count >= most)
        {
            More++;
            return;
        }
        noticed = noticed with { Sentence = Clipped(noticed.Sentence) };
        if (said.Add(noticed.ToString()))
            all.Add(noticed);
    }

    // A cell of a megabyte in each of a thousand rows must not be quoted whole.
    private static Sentence Clipped(Sentence sentence) => sentence with
    {
        Gaps = Array.ConvertAll(sentence.Gaps, gap => gap switch
        {
            string { Length: > LongestQuote } words => string.Concat(words.AsSpan(0, char.IsHighSurrogate(words[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote), "…"),
            Sentence inner => Clipped(inner),
            _ => gap,
        }),
    };
}

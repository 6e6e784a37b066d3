namespace Inward.House.Imports;

/// <summary>A row of an imported file, to point at.</summary>
public readonly record struct RowAt(string File, int Number)
{
    public override string ToString() => $"{File}, row {Number}";
}

/// <summary>What an import does to a record.</summary>
public enum Became
{
    Created,
    Updated,
    Unchanged,
}

/// <summary>
/// One record before and after an import, and the rows that say so. Both images are kept with the import, for its undo.
/// Raising the version is the door's work.
/// </summary>
public sealed record Change<T>(T? Before, T After, IReadOnlyList<RowAt> Rows) where T : class
{
    public Became Became => Before is null ? Became.Created : ReferenceEquals(Before, After) ? Became.Unchanged : Became.Updated;
}

/// <summary>One fact of a record that an import may write: how to read it, how to put it back, whether two say the same.</summary>
public sealed record Fact<T>(string Name, Func<T, object?> Of, Func<T, T, T> PutBack)
{
    public bool Differs(T one, T other) => !Equals(Of(one), Of(other));
}

/// <summary>A kind of record that imports create and update, by the facts that they may write.</summary>
public sealed record Importable<T>(string Name, Func<T, Id> Id, IReadOnlyList<Fact<T>> Facts) where T : class
{
    /// <summary>A change, which is none where every fact is as it was.</summary>
    public Change<T> Changed(T? before, T after, IReadOnlyList<RowAt> rows) =>
        new(before, before is not null && !Facts.Any(fact => fact.Differs(before, after)) ? before : after, rows);

    /// <summary>
    /// The record as the rules allow it: a fact they refuse is put back to what it was and told; where that does not help
    /// the row is left out and there is no record.
    /// </summary>
    public T? Sound(T start, T after, Func<T, T> check, RowAt row, Noticings noticed)
    {
        try
        {
            return check(after);
        }
        catch (BrokenRule broken)
        {
            foreach (var wrong in broken.Fields)
            {
                if (Facts.FirstOrDefault(fact => fact.Name == wrong.Name) is not { } fact || !fact.Differs(after, start))
                {
                    noticed.LeaveOut(row.File, row.Number, wrong.Sentence);
                    return null;
                }
                noticed.Tell(row.File, row.Number, new Sentence("{0}: {1} It is left out.", FieldWords.Of(wrong.Name), wrong.Sentence));
                after = fact.PutBack(after, start);
            }
            return check(after);
        }
    }

    /// <summary>The facts that a change writes, for the preview: the name of the fact, before and after.</summary>
    public IEnumerable<(string Fact, object? Before, object? After)> Written(Change<T> change) =>
        from fact in Facts
        let before = change.Before is null ? null : fact.Of(change.Before)
        let after = fact.Of(change.After)
        where !Equals(before, after)
        select (fact.Name, before, after);
}

public static class Changes
{
    public static int CountOf<T>(this IReadOnlyList<Change<T>> changes, Became became) where T : class =>
        changes.Count(change => change.Became == became);
}

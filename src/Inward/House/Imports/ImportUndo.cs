namespace Inward.House.Imports;

/// <summary>What undoing an import does to one kind of record. Raising the version is the door's work.</summary>
public sealed record Undone<T>(IReadOnlyList<T> PutBack, IReadOnlyList<T> Removed);

/// <summary>
/// Takes an import back, fact by fact: what the import wrote and nobody has touched since returns to what it was, what
/// was changed since stays and is named. Nothing that others have come to need is removed.
/// </summary>
public sealed class ImportUndo<T>(Importable<T> kind, Func<T, string> shown, Noticings noticed) where T : class
{
    /// <summary>The records that the import created and nobody has changed since: they may go, if nothing needs them.</summary>
    public IReadOnlyList<T> Removable(IEnumerable<Change<T>> changes, Func<Id, T?> now)
    {
        var removable = new List<T>();
        foreach (var change in changes.Where(change => change.Became == Became.Created))
        {
            if (now(kind.Id(change.After)) is not { } there)
                continue;
            var since = kind.Facts.Where(fact => fact.Differs(there, change.After)).Select(fact => FieldWords.Of(fact.Name)).ToList();
            if (since.Count > 0)
                noticed.Tell(new Sentence("{0} was changed since the import ({1}) and stays.", shown(there), Sentence.Listed(since)));
            else
                removable.Add(there);
        }
        return removable;
    }

    /// <summary>The records that the import updated, with what it wrote put back.</summary>
    public IReadOnlyList<T> PutBack(IEnumerable<Change<T>> changes, Func<Id, T?> now)
    {
        var restored = new List<T>();
        foreach (var change in changes.Where(change => change.Became == Became.Updated))
        {
            if (now(kind.Id(change.After)) is not { } there)
                noticed.Tell(new Sentence("{0} is no longer here; there is nothing to put back.", shown(change.After)));
            else if (Restored(change.Before!, change.After, there) is { } before && !ReferenceEquals(before, there))
                restored.Add(before);
        }
        return restored;
    }

    private T Restored(T before, T after, T there)
    {
        var start = there;
        foreach (var fact in kind.Facts.Where(fact => fact.Differs(before, after)))
        {
            if (fact.Differs(start, after))
                noticed.Tell(new Sentence("{0}: {1} was changed since the import and stays.", shown(start), FieldWords.Of(fact.Name)));
            else
                there = fact.PutBack(there, before);
        }
        return there;
    }
}

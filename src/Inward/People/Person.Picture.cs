using Inward.House;

namespace Inward.People;

/// <summary>Who may show or remove a person's picture.</summary>
public sealed partial record Person
{
    public void CheckShows(Id by)
    {
        if (by != Id)
            throw Rule.NotYours(new Sentence("Only {0} chooses this picture.", Name));
    }

    /// <summary>The person, or an administrator where it must not stand.</summary>
    public void CheckRemovesPicture(Id by, bool administrator)
    {
        if (by != Id && !administrator)
            throw Rule.NotYours(new Sentence("Only {0} or an administrator removes this picture.", Name));
    }
}

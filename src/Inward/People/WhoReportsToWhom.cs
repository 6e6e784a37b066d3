using Inward.House;
using Inward.House.Imports;

namespace Inward.People;

/// <summary>
/// Gives each imported person one manager: the holder of the next held post above their first one. Circles are left out
/// and named; nothing the tree of people is drawn from ever ends in one.
/// </summary>
internal sealed class WhoReportsToWhom(PlannedPeople people, Posts posts, Roster roster, Noticings noticed)
{
    private const int MostNames = 12;

    // No company leaves more posts vacant one above the other; a file made to look so must not keep us walking.
    private const int MostVacant = 100;

    public void Plan()
    {
        TellCircles();
        var inCircle = posts.Lines.Loops.SelectMany(loop => loop).ToHashSet(StringComparer.Ordinal);
        foreach (var person in people.All.ToList())
        {
            if (people.Of(person) is { } planned && Above(person, inCircle) is var (said, manager) && said)
                people.ReportsTo(person, manager == planned.Id ? null : manager);
        }
        BreakCircles();
    }

    /// <summary>Names on one line, and how many more there are.</summary>
    public static string Listed(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? $" … (+{names.Count - MostNames})" : "");

    private (bool Said, Id? Manager) Above(FoundPerson person, HashSet<string> inCircle)
    {
        var named = posts.NamedBy(person.Node);
        if (!named.Said || named.Unknown is not null)
            return (false, null);
        var vacant = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { person.Node };
        for (var at = person.Node; !inCircle.Contains(at) && posts.Lines.TryManagerOf(at, out at) && seen.Add(at) && seen.Count <= MostVacant;)
        {
            if (posts.OutsideAt(at) is { } outside)
                return (true, outside.Id);
            if (posts.HolderOf(at) is { } holder && holder != person && people.Of(holder) is { } manager)
            {
                TellVacant(person, vacant, holder);
                return (true, manager.Id);
            }
            if (posts.HolderOf(at) is null)
                vacant.Add(at);
        }
        return (true, null);
    }

    private void TellVacant(FoundPerson person, List<string> vacant, FoundPerson holder)
    {
        if (vacant.Count > 0)
            noticed.Tell(person.FirstRow.File, person.FirstRow.Number, new Sentence(
                "Nobody is named for {0}, above {1}; so {2}, next above, stands as the manager.", Listed(vacant), person.Shown, holder.Shown));
    }

    private void TellCircles()
    {
        foreach (var loop in posts.Lines.Loops)
            noticed.Tell(loop.Count == 1
                ? new Sentence("{0} reports to themself: taken as a top.", posts.Shown(loop[0]))
                : new Sentence("These report to each other in a circle: {0}. Their lines are left out until one is corrected.", Listed([.. loop.Select(posts.Shown)])));
        var tops = posts.Lines.Tops;
        if (tops.Count > 1 && tops.Count < posts.Lines.Count)
            noticed.Tell(new Sentence("The reporting lines have {0} tops: {1}.", tops.Count, Listed([.. tops.Select(posts.Shown)])));
    }

    /// <summary>Lines of posts without a circle can still make one of people, where one person holds two posts or Inward knows the rest.</summary>
    private void BreakCircles()
    {
        var planned = people.All.Where(person => people.Of(person) is not null).ToDictionary(person => people.Of(person)!.Id);
        var managers = roster.People.Where(person => person.Manager is not null).ToDictionary(person => person.Id, person => person.Manager!.Value);
        foreach (var (id, person) in planned)
        {
            managers.Remove(id);
            if (people.Of(person)!.Manager is { } manager)
                managers[id] = manager;
        }
        foreach (var loop in new ReportingLines<Id>(roster.People.Select(person => person.Id).Concat(planned.Keys), managers).Loops)
        {
            var circle = loop.Where(planned.ContainsKey).Select(id => planned[id]).ToList();
            noticed.Tell(new Sentence("These people would report to each other in a circle: {0}. Their lines are left out.",
                Listed([.. circle.Select(person => person.Shown)])));
            circle.ForEach(person => people.ReportsTo(person, null));
        }
    }
}

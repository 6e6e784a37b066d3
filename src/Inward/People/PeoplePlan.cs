using Inward.House;
using Inward.House.Imports;

namespace Inward.People;

/// <summary>
/// What importing a people file would do, before anything is written: every person, team and stay before and after, the
/// reporting lines as the file tells them (<see cref="Lines"/>) and as they would be stored (<see cref="Tree"/>, without
/// circles), and all that was noticed. The same plan is the preview and the import.
/// </summary>
public sealed record PeoplePlan(
    IReadOnlyList<Change<Person>> People, IReadOnlyList<Change<Team>> Teams, IReadOnlyList<Change<Membership>> Memberships,
    ReportingLines<string> Lines, PeopleFigures Figures, IReadOnlyList<Noticed> Noticed)
{
    /// <param name="rows">As the map reads them; read once.</param>
    /// <param name="today">In the workspace's zone: decides which stays are current and what two-digit years mean.</param>
    public static PeoplePlan For(IEnumerable<MappedRow> rows, ImportMap map, Roster roster, DateOnly today, DateTimeOffset now, Noticings noticed)
    {
        MappedRow[] mapped = [.. rows];
        var days = new DayColumns(mapped, PersonRow.Days, map.Dates, today, noticed);
        var read = mapped.Select(row => PersonRow.Of(row, days, map.KeepUnnamed, noticed)).OfType<PersonRow>().ToList();
        var found = new FoundPeople(noticed);
        var held = Held(read, found, map.KeepUnnamed, noticed);
        var known = new KnownPeople(roster.People);
        var posts = new Posts(held, found, known, noticed);
        TellRepeated(posts, noticed);
        var fields = new FieldColumns(roster.Fields, map, mapped, today, noticed);
        var people = new PlannedPeople(found, roster, known, fields, now, noticed);
        new WhoReportsToWhom(people, posts, roster, noticed).Plan();
        var teams = new PlannedTeams(roster, fields, now);
        var stays = new PlannedStays(roster, people, teams, today, now, noticed).Plan();
        var changes = people.Changes();
        var figures = new PeopleFigures(mapped.Length, read, posts, changes.Count, noticed.LeftOut.Count());
        TellSilence(roster, changes, noticed);
        return new PeoplePlan(changes, teams.Changes(), stays, posts.Lines, figures, noticed.All);
    }

    /// <summary>The people of the file by id, as they would report to each other and to those outside the file.</summary>
    public ReportingLines<Id> Tree { get; } = new(
        People.Select(change => change.After.Id).Concat(People.Select(change => change.After.Manager).OfType<Id>()),
        People.Where(change => change.After.Manager is not null).ToDictionary(change => change.After.Id, change => change.After.Manager!.Value));

    /// <summary>The plan in a few sentences, for the top of the preview.</summary>
    public IEnumerable<Sentence> InWords()
    {
        yield return new Sentence("Rows read: {0}; left out: {1}.", Figures.Rows, Figures.LeftOut);
        yield return new Sentence("People: {0} new, {1} changed, {2} as they are.", People.CountOf(Became.Created), People.CountOf(Became.Updated), People.CountOf(Became.Unchanged));
        yield return new Sentence("Teams: {0} new, {1} changed. Memberships: {2} new, {3} changed.", Teams.CountOf(Became.Created), Teams.CountOf(Became.Updated), Memberships.CountOf(Became.Created), Memberships.CountOf(Became.Updated));
        if (Figures.Vacant + Figures.Abolished + Figures.Unnamed > 0)
            yield return new Sentence("Rows without a named holder: {0} vacant, {1} abolished, {2} not named.", Figures.Vacant, Figures.Abolished, Figures.Unnamed);
        yield return new Sentence("Reporting lines in the file: tops {0}, people who report to themself {1}, circles {2}, unknown managers {3}. As imported: tops {4}, levels {5}.",
            Lines.Tops.Count, Lines.Loops.Count(loop => loop.Count == 1), Lines.Loops.Count(loop => loop.Count > 1), Lines.Orphans.Count, Tree.Tops.Count, Tree.Depth);
    }

    /// <summary>The rows that still stand, each with its holder; abolished posts and contradicting rows are gone.</summary>
    private static List<(PersonRow Row, FoundPerson? Holder)> Held(List<PersonRow> rows, FoundPeople found, bool keepUnnamed, Noticings noticed)
    {
        var held = new List<(PersonRow, FoundPerson?)>();
        foreach (var row in rows)
        {
            if (row.Holder == Holder.Named || (row.Holder == Holder.Unnamed && keepUnnamed))
            {
                if (found.Add(row) is { } person)
                    held.Add((row, person));
                continue;
            }
            noticed.Tell(row.At.File, row.At.Number, row.Holder switch
            {
                Holder.Vacant => new Sentence("{0} is vacant. Nobody is imported for it.", row.Post),
                Holder.Abolished => new Sentence("{0} is abolished. It is passed over.", row.Post),
                _ => new Sentence("Whoever holds {0} is not named. Nobody is imported for it.", row.Post),
            });
            if (row.Holder != Holder.Abolished)
                held.Add((row, null));
        }
        return held;
    }

    private static void TellRepeated(Posts posts, Noticings noticed)
    {
        foreach (var (post, rows) in posts.Repeated)
            noticed.Tell(rows[^1].At.File, rows[^1].At.Number, new Sentence("The post {0} stands in rows {1}. The first tells whom it reports to.",
                post, string.Join(", ", rows.Select(row => row.At.Number))));
    }

    // A file is seldom the whole company: a partial one must not read as a lay-off.
    private static void TellSilence(Roster roster, IReadOnlyList<Change<Person>> changes, Noticings noticed)
    {
        var told = changes.Where(change => change.Before is not null).Select(change => change.Before!.Id).ToHashSet();
        var silent = roster.People.Count(person => !told.Contains(person.Id) && person.LeftOn is null);
        if (silent > 0)
            noticed.Tell(new Sentence("People in Inward who are not in this file: {0}. They stay as they are.", silent));
    }
}

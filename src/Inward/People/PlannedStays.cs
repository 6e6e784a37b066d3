using Inward.House;
using Inward.House.Imports;

namespace Inward.People;

/// <summary>
/// Plans who is in which team and when. A row with days tells history and ends nothing else; a row without days tells of
/// today, so whoever was in one other team has moved. Nobody leaves a team because a file is silent about them.
/// </summary>
internal sealed class PlannedStays(Roster roster, PlannedPeople people, PlannedTeams teams, DateOnly today, DateTimeOffset now, Noticings noticed)
{
    private const int MostPosts = 6;

    private readonly ILookup<Id, Membership> earlier = roster.Memberships.ToLookup(stay => stay.Person);
    private readonly List<Change<Membership>> changes = [];

    public IReadOnlyList<Change<Membership>> Plan()
    {
        foreach (var found in people.All)
            PlanStaysOf(found, people.Of(found)!);
        return changes;
    }

    private void PlanStaysOf(FoundPerson found, Person person)
    {
        var matched = new HashSet<Id>();
        var told = new List<(Membership Stay, PersonRow Row)>();
        foreach (var row in found.Rows.Where(row => row.Team.Count > 0))
        {
            if (TeamOf(row) is not { } team)
                continue;
            var before = Known(person, team, row, matched);
            var after = before ?? new Membership(roster.Workspace, Id.New(now), person.Id, team.Id, row.From, row.To, row.Lead);
            after = after with { From = row.From ?? after.From, To = row.To ?? (row.From is null ? after.To : null) };
            if (told.Exists(one => SaysTheSame(one.Stay, after)))
                continue;
            if (earlier[person.Id].FirstOrDefault(stay => SaysTheSame(stay, after)) is { } known)
                (before, after) = (known, known);
            matched.Add(after.Id);
            told.Add((after, row));
            changes.Add(PeopleFacts.Membership.Changed(before, after, [row.At]));
        }
        TellTwoPosts(found, told.ConvertAll(one => one.Stay));
        if (told is [var (stay, only)] && only.From is null && only.To is null && !earlier[person.Id].Any(known => matched.Contains(known.Id)))
            Move(found, stay, only, [.. earlier[person.Id].Where(known => known.Covers(today))]);
    }

    private Team? TeamOf(PersonRow row)
    {
        try
        {
            return teams.Of(row);
        }
        catch (BrokenRule broken)
        {
            noticed.Tell(row.At.File, row.At.Number, new Sentence("{0}: {1} It is left out.", FieldWords.Of("team"), broken.Sentence));
            return null;
        }
    }

    private static bool SaysTheSame(Membership one, Membership other) => one with { Id = other.Id } == other;

    /// <summary>The stay that this row tells of once more: the one that began that day, or an open one if either is undated.</summary>
    private Membership? Known(Person person, Team team, PersonRow row, HashSet<Id> matched)
    {
        var stays = earlier[person.Id].Where(stay => stay.Team == team.Id && stay.Lead == row.Lead && !matched.Contains(stay.Id)).ToList();
        return stays.Find(stay => stay.From == row.From)
            ?? stays.Find(stay => (stay.From is null || row.From is null) && (stay.To is null || stay.Covers(today)) && !(row.To < stay.From || stay.To < row.From));
    }

    private void TellTwoPosts(FoundPerson found, List<Membership> stays)
    {
        var posts = found.Posts.ToList();
        var current = stays.Where(stay => stay.Covers(today)).Select(stay => stay.Team).Distinct().Count();
        var told = posts.Count > MostPosts
                ? new Sentence("{0} holds {1} posts: {2}. So many are seldom one person; perhaps the word stands for nobody.", found.Shown, posts.Count, WhoReportsToWhom.Listed(posts))
            : posts.Count > 1
                ? new Sentence("{0} holds {1} posts: {2}. The first tells title and manager.", found.Shown, posts.Count, WhoReportsToWhom.Listed(posts))
            : current > 1
                ? new Sentence("{0} is in {1} teams at once.", found.Shown, current)
            : null;
        if (told is not null)
            noticed.Tell(found.FirstRow.File, found.FirstRow.Number, told);
    }

    private void Move(FoundPerson found, Membership stay, PersonRow row, List<Membership> current)
    {
        if (current is not [{ Lead: false, To: null } before])
            return;
        var last = before.From >= today ? before.From.Value : today.AddDays(-1);
        changes.Add(PeopleFacts.Membership.Changed(before, before with { To = last }, [row.At]));
        var at = changes.FindIndex(change => ReferenceEquals(change.After, stay));
        changes[at] = changes[at] with { After = stay with { From = today } };
        noticed.Tell(row.At.File, row.At.Number, new Sentence("{0} has moved: the stay in {1} ends on {2}.",
            found.Shown, roster.Teams.First(team => team.Id == before.Team).Name, last));
    }
}

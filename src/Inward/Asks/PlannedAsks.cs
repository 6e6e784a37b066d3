using Inward.House;
using Inward.House.Imports;
using Inward.People;

namespace Inward.Asks;

/// <summary>Asks row by row, or leaves the row out with every sentence that the form would say.</summary>
internal sealed class PlannedAsks(Roster roster, IEnumerable<AskedBefore> known, Circumstances circumstances, Noticings noticed)
{
    private readonly KnownPeople people = new(roster.People);
    private readonly Dictionary<Id, Person> byId = roster.People.ToDictionary(person => person.Id);
    private readonly TeamTree teams = new(roster.Teams);
    private readonly ILookup<Id, Membership> stays = roster.Memberships.ToLookup(stay => stay.Team);
    private readonly HashSet<AskedBefore> before = [.. known];
    private readonly Dictionary<AskedBefore, int> rows = [];
    private readonly List<Change<Ask>> changes = [];

    public IReadOnlyList<Change<Ask>> Changes => changes;

    public int AskedAlready { get; private set; }

    public void Add(MappedRow row, DateOnly? answerBy, DateOnly? neededBy)
    {
        var wrong = new List<Wrong>();
        var requester = Requester(row["requesterEmail"].Squeezed(), wrong);
        var performer = Performer(row["performerEmail"].Squeezed(), wrong);
        var team = Team(row["team"].Squeezed(), wrong);
        var asking = new Asking(
            row["what"], performer, team, row["reason"].OrNull(), row["effect"].OrNull(), row["conditions"].Split([';', '\n', '\r']), answerBy, neededBy);
        var ask = Told(asking, requester ?? default, wrong);
        if (ask is null || wrong.Count > 0)
        {
            foreach (var sentence in wrong.Select(one => one.Sentence))
                noticed.LeaveOut(row.File, row.Number, sentence);
            return;
        }
        if (performer is not null && team is not null)
            noticed.Tell(row.File, row.Number, "It names a colleague and a team. The colleague is asked.");
        Keep(ask, new RowAt(row.File, row.Number));
    }

    private Ask? Told(Asking asking, Id requester, List<Wrong> wrong)
    {
        try
        {
            var receiver = Receiver(asking, requester);
            return Ask.Told(roster.Workspace, Id.New(circumstances.Now), requester, asking, circumstances with { Receiver = receiver });
        }
        catch (BrokenRule broken)
        {
            // A name that nobody has was said already; that nobody is asked then would only be an echo.
            wrong.AddRange(broken.Fields.Where(field => field.Name != "performer" || !wrong.Exists(said => said.Name == "performer")));
            return null;
        }
    }

    private void Keep(Ask ask, RowAt row)
    {
        var asked = new AskedBefore(ask.Requester, ask.Team ?? ask.Performer!.Value, ask.Terms.What, ask.AnswerBy);
        if (rows.TryGetValue(asked, out var first))
        {
            noticed.Tell(row.File, row.Number, new Sentence("It says the same as row {0} and changes nothing.", first));
            return;
        }
        rows.Add(asked, row.Number);
        if (before.Contains(asked))
            AskedAlready++;
        else
            changes.Add(new Change<Ask>(null, ask, [row]));
    }

    private Id? Requester(string words, List<Wrong> wrong)
    {
        if (words.Length == 0)
            wrong.Add(new Wrong("requester", "Say who asks."));
        var requester = Named(words, "requester", wrong);
        if (requester?.HasLeft(circumstances.Today) == true)
            wrong.Add(new Wrong("requester", new Sentence("{0} no longer works here and cannot ask.", requester.Name)));
        return requester?.Id;
    }

    private Id? Performer(string words, List<Wrong> wrong) => Named(words, "performer", wrong)?.Id;

    private Person? Named(string words, string field, List<Wrong> wrong)
    {
        var meant = words.Length == 0 ? [] : people.Meant(words);
        return words.Length == 0 || Only(meant, words, person => person.Email is null ? person.Name : $"{person.Name} ({person.Email})", field, wrong) ? meant.FirstOrDefault() : null;
    }

    private Id? Team(string words, List<Wrong> wrong)
    {
        var called = words.Length == 0 ? [] : teams.Called(words);
        return words.Length == 0 || Only(called, words, team => teams.PathOf(team.Id), "performer", wrong) ? called.FirstOrDefault()?.Id : null;
    }

    private static bool Only<T>(IReadOnlyList<T> meant, string words, Func<T, string> shown, string field, List<Wrong> wrong)
    {
        if (meant.Count == 0)
            wrong.Add(new Wrong(field, new Sentence("Nobody here is called “{0}”.", words)));
        else if (meant.Count > 1)
            wrong.Add(new Wrong(field, new Sentence("Several fit “{0}”: {1}. Write the whole name or the e-mail address.", words, string.Join(", ", meant.Take(6).Select(shown)))));
        return meant.Count == 1;
    }

    // Nobody stands in for an absent colleague: it was asked of them then.
    private Receiver Receiver(Asking asking, Id requester) => asking.Performer is { } performer
        ? new Receiver(performer, null) { HasLeft = byId[performer].HasLeft(circumstances.Today) }
        : new Receiver(null, asking.Team)
        {
            HasMembers = asking.Team is { } team && stays[team].Any(stay => stay.Person != requester && stay.Covers(circumstances.Today)
                && byId.TryGetValue(stay.Person, out var member) && !member.HasLeft(circumstances.Today)),
        };
}

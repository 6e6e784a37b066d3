using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;

namespace Inward.Tests.Asks;

/// <summary>One change of one ask, with what the world was when it happened.</summary>
internal sealed record Step(World World, Ask Before, Ask After, Move? Move, Circumstances By)
{
    /// <summary>The ask as it was before the move that an undo takes back.</summary>
    public Ask? Undone { get; init; }

    public override string ToString() => $"{Move?.Name ?? "left or silent"} by {Cast.NameOf(By.Me)} on {By.Now:u}: {Before.State} → {After.State}";
}

/// <summary>A small company that asks, answers, delegates, slips, goes quiet and leaves at random, by a seed.</summary>
internal sealed class World(int seed)
{
    private static readonly Id[] People = [Cast.Marta, Cast.Wanda, Cast.Piotr, Cast.Noor, Cast.Bernd, Cast.Rolf, Cast.Number(17), Cast.Number(18), Cast.Number(19)];

    // Mornings before the clocks change where some of them live, in spring and in autumn, and the eve of a leap day.
    private static readonly string[] Mornings = ["2026-03-06T14:00Z", "2026-03-27T09:00Z", "2026-04-22T09:00Z", "2026-10-23T09:00Z", "2026-10-30T14:00Z", "2028-02-27T23:00Z", "2026-12-30T20:00Z"];
    private static readonly string[] Zones = ["Europe/Berlin", "America/Havana", "Africa/Cairo", "Asia/Beirut", "Pacific/Kiritimati", "Pacific/Pago_Pago"];

    private readonly Random random = new(seed);
    private readonly Dictionary<Id, Stack<Ask>> past = [];
    private int ids = 1000;

    public DateTimeOffset Now { get; private set; } = DateTimeOffset.Parse(Mornings[seed % Mornings.Length], System.Globalization.CultureInfo.InvariantCulture);
    public Dictionary<Id, Ask> Asks { get; init; } = [];
    public HashSet<Id> Left { get; init; } = [];
    public IEnumerable<Id> Present => People.Except(Left);

    public bool IsIn(Id person, Id? team) => !Left.Contains(person) && (team == Cast.Warehouse ? Array.IndexOf(People, person) is 1 or 2 or 6 or 7 : team == Cast.Finance && Array.IndexOf(People, person) is 3 or 4 or 8);

    public Circumstances Around(Ask ask, Id? me, DateTimeOffset? at = null) => new(me, at ?? Now)
    {
        Calendar = WorkingCalendar.Usual(Zones[ask.Performer is { } p ? Math.Max(0, Array.IndexOf(People, p)) % Zones.Length : 0]),
        InAskedTeam = me is { } person && IsIn(person, ask.Team),
        PerformersAbove = [.. Above(ask).Select(a => a.Performer).OfType<Id>()],
        PerformersBelow = [.. Below(ask).Where(a => a.IsOpen).Select(a => a.Performer).OfType<Id>()],
        PerformerHasLeft = ask.Performer is { } performer && Left.Contains(performer),
        PerformersTeam = TeamFor(ask),
    };

    public IEnumerable<Ask> Above(Ask ask) => ask.Parent is { } id && Asks.TryGetValue(id, out var parent) ? Above(parent).Prepend(parent) : [];

    public IEnumerable<Ask> Below(Ask ask) => Asks.Values.Where(a => a.Parent == ask.Id && a.State != AskState.Draft).SelectMany(a => Below(a).Prepend(a));

    /// <summary>Walks so many steps, and tells of each change.</summary>
    public IEnumerable<Step> Walk(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            Now += random.Next(20) switch { 0 => TimeSpan.FromDays(random.Next(1, 16)), 1 => TimeSpan.FromHours(random.Next(1, 30)), _ => TimeSpan.FromSeconds(random.Next(0, 12)) };
            foreach (var step in random.Next(60) == 0 ? SomebodyLeaves() : Silence().Concat(random.Next(12) == 0 || Asks.Count < 2 ? New() : Someone()))
                yield return step;
        }
    }

    private IEnumerable<Step> Someone()
    {
        var ask = Pick(Asks.Values.OrderByDescending(a => a.MadeAt).Take(6));
        var me = Pick(random.Next(4) == 0 ? Present : ask.Parties.Except(Left).DefaultIfEmpty(Present.First()));
        var c = Around(ask, me);
        if (ask.State == AskState.Draft && me == ask.Requester && random.Next(2) == 0)
            Asks[ask.Id] = ask = ask.Redraft(Words(ask), c);
        var possible = Manners.PossibleFor(ask, c);
        var name = possible.Count > 0 && random.Next(5) > 0 ? Pick(possible) : Pick(Move.All.Keys);
        // Most asks live longer than chance would let them.
        if (name is "withdrawal" or "decline" or "revocation" or "remarks" or "concerns" or "delegation" && possible.Count > 0 && random.Next(4) > 0)
            name = Pick(possible);
        return Try(ask, Arguments.For(name, ask, c, random, [.. Present]), c);
    }

    /// <summary>Makes the move if the rules allow it; a second ask that it makes joins the world.</summary>
    public IEnumerable<Step> Try(Ask ask, Move move, Circumstances c)
    {
        c = c with { Receiver = ReceiverOf(ask, move) };
        Moved moved;
        try
        {
            moved = ask.Do(move, c);
        }
        catch (BrokenRule)
        {
            return [];
        }
        return Happened(ask, moved, move, c);
    }

    private List<Step> Happened(Ask before, Moved moved, Move? move, Circumstances c)
    {
        if (moved.Ask == before)
            return [];
        Asks[before.Id] = moved.Ask;
        if (!past.TryGetValue(before.Id, out var earlier))
            past[before.Id] = earlier = new Stack<Ask>();
        var undone = move is Undoing && earlier.Count > 0 ? earlier.Peek() : null;
        earlier.Push(before);
        if (moved.Child is { } child)
            (Asks[child.Id], past[child.Id]) = (child, new Stack<Ask>(child.Last is { Before: { } draft } ? [draft] : []));
        return [new Step(this, before, moved.Ask, move, c) { Undone = undone }];
    }

    private IEnumerable<Step> New()
    {
        var draft = Ask.Draft(Cast.Osterfenn, NextId(), Pick(Present), Scene.Crate with { What = "A crate" }, Now);
        Asks[draft.Id] = draft = draft.Redraft(Words(draft), Around(draft, draft.Requester));
        return Try(draft, new Sending(), Around(draft, draft.Requester));
    }

    private Asking Words(Ask draft)
    {
        var today = Around(draft, null).Today;
        var words = Scene.Crate with { AnswerBy = today.AddDays(random.Next(0, 4)), NeededBy = today.AddDays(random.Next(4, 20)) };
        return random.Next(3) == 0 ? words with { Performer = null, Team = Pick([Cast.Warehouse, Cast.Finance]) } : words with { Performer = Pick(Present) };
    }

    private IEnumerable<Step> Silence()
    {
        foreach (var ask in Asks.Values.Where(a => a.State == AskState.Delivered && a.QuietAfter(Around(a, null).Calendar) <= Now).ToList())
        {
            var c = Around(ask, null);
            foreach (var step in Happened(ask, new Moved(ask.GoneQuiet(c)), null, c))
                yield return step;
        }
    }

    private IEnumerable<Step> SomebodyLeaves()
    {
        var who = Pick(Present);
        if (Left.Count >= 3)
            return [];
        Left.Add(who);
        // Told when all is done: in between, asks wait for one who has left.
        var steps = new List<Step>();
        foreach (var id in Asks.Keys.ToList())
        {
            Func<Ask, Circumstances, Moved>[] rules =
            [
                (ask, c) => ask.Performer == who ? ask.PerformerLeft(c.PerformersTeam, NextId(), c with { Receiver = ask.Team is { } team ? TeamReceiver(ask, team) : null }) : new Moved(ask),
                (ask, c) => ask.Requester == who ? new Moved(ask.RequesterLeft(Pick(Present), c)) : new Moved(ask),
                (ask, c) => new Moved(ask.ObstacleOwnerLeft(who, c)),
            ];
            random.Shuffle(rules);
            // An obstacle of the asker passes to the asker: so whoever orders these rules, no one who left keeps one.
            foreach (var rule in rules.Append((ask, c) => new Moved(ask.ObstacleOwnerLeft(who, c))))
            {
                var c = Around(Asks[id], null);
                steps.AddRange(Happened(Asks[id], rule(Asks[id], c), null, c));
            }
        }
        foreach (var ask in Asks.Values.Where(a => a.State == AskState.Requested && a.Performer is null && !HasTaker(a, a.Team!.Value)).ToList())
        {
            var c = Around(ask, null);
            steps.AddRange(Happened(ask, new Moved(ask.TeamEmptied(c)), null, c));
        }
        return steps;
    }

    private Receiver? ReceiverOf(Ask ask, Move move) => move switch
    {
        Sending => ask.Performer is { } p ? PersonReceiver(p) : ask.Team is { } t ? TeamReceiver(ask, t) : null,
        Delegating { Performer: { } p } => PersonReceiver(p),
        Delegating { Team: { } t } => TeamReceiver(new Ask(ask.Workspace, default, ask.Performer ?? ask.Requester) { Parent = ask.Id }, t),
        _ => null,
    };

    private Receiver PersonReceiver(Id person) => new(person, null) { HasLeft = Left.Contains(person), Deputy = random.Next(4) == 0 ? Pick(Present) : null };

    private Receiver TeamReceiver(Ask ask, Id team) => new(null, team) { HasMembers = HasTaker(ask, team) };

    private bool HasTaker(Ask ask, Id team)
    {
        var chain = Above(ask).Concat(Below(ask)).Select(a => a.Performer).ToHashSet();
        return Present.Any(p => IsIn(p, team) && p != ask.Requester && !chain.Contains(p));
    }

    private Id? TeamFor(Ask ask) => new Id[] { Cast.Warehouse, Cast.Finance }.Where(team => HasTaker(ask, team)).Select(team => (Id?)team).FirstOrDefault();

    private Id NextId() => Cast.Number(ids++);

    private T Pick<T>(IEnumerable<T> from) => from.ElementAt(random.Next(from.Count()));
}

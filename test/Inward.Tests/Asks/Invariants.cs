using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;
using static Inward.Asks.AskState;

namespace Inward.Tests.Asks;

/// <summary>What must hold after every step, each as a question to one step: nothing to say, or a complaint.</summary>
internal static class Invariants
{
    public static readonly IReadOnlyDictionary<string, Func<Step, string?>> All = new Dictionary<string, Func<Step, string?>>
    {
        ["every open ask has exactly one turn"] = OneTurn,
        ["every open ask can reach accepted"] = s => CanBeAccepted(s.World, s.World.Asks.GetValueOrDefault(s.After.Id, s.After)) ? null : "No way leads from here to accepted.",
        ["only the performer promises"] = OnlyThePerformerPromises,
        ["silence never means yes"] = SilenceIsNoYes,
        ["no obstacle outlives the delivery"] = s => s.After.OpenObstacles.Any() && s.After.State is not (Blocked or Promised or Countered or AskState.Renegotiating) ? "An obstacle is still open." : null,
        ["terms are versioned and never overwritten"] = TermsAreKept,
        ["the old promise stands while renegotiating"] = TheOldPromiseStands,
        ["the first promised day never changes"] = s => s.Before.Promise is { } was && s.After.Promise is { } now && was.FirstBy != now.FirstBy ? $"It was {was.FirstBy}, it is {now.FirstBy}." : null,
        ["the version grows by one"] = s => s.After.Version == s.Before.Version + 1 ? null : $"From {s.Before.Version} to {s.After.Version}.",
        ["undo restores what was"] = UndoRestores,
        ["a retry is refused or harmless"] = s => RetryIsHarmless(s, s.World.Try),
        ["nobody performs above and below"] = NobodyPerformsTwice,
        ["nobody asks themself"] = s => s.After.State != AskState.Draft && s.After.Requester == s.After.Performer ? "The asker is the performer." : null,
        ["an ask survives its writing down"] = s => Survives(s, Written.AndRead),
        ["what is offered is accepted and nothing else"] = s => OfferedIsAccepted(s, Manners.PossibleFor),
        ["who took part keeps sight"] = KeepsSight,
    };

    private static string? OneTurn(Step s)
    {
        try
        {
            if (s.After.IsOpen != s.After.Turn is not null)
                return "It is open without a turn, or has a turn without being open.";
        }
        catch (InvalidOperationException)
        {
            return "Nobody has the turn.";
        }
        var (ask, offer) = (s.After, s.After.Offer);
        Id? person = ask.State switch
        {
            Requested => ask.Questions.Any(q => q.IsOpen) ? ask.Requester : ask.Performer,
            Blocked => ask.Obstacles.Where(o => o.IsOpen).MinBy(o => o.N)!.Owner,
            Countered or Delivered or Unconfirmed => ask.Requester,
            Promised => ask.Performer,
            AskState.Renegotiating => offer!.By == ask.Performer ? ask.Requester : ask.Performer,
            _ => null,
        };
        var expected = !ask.IsOpen ? (Turn?)null : person is { } id ? new Turn(TurnKind.Person, id) : new Turn(TurnKind.Team, ask.Team!.Value);
        return ask.Turn != expected ? $"It is the turn of {ask.Turn}, not {expected}." : s.World.Left.Contains(s.World.Asks.GetValueOrDefault(ask.Id, ask).Turn?.Id ?? default) ? "It waits for somebody who left." : null;
    }

    /// <summary>Searches forward over legal moves with sensible arguments, breadth first.</summary>
    public static bool CanBeAccepted(World world, Ask from)
    {
        if (!from.IsOpen)
            return true;
        var (seen, queue) = (new HashSet<object>(), new Queue<Ask>([from]));
        string[] leading = ["taking", "promise", "counter", "answer", "obstacles/{n}/clearance", "agreement", "keeping", "delivery", "acceptance"];
        while (queue.TryDequeue(out var ask))
        {
            foreach (var me in world.Present)
            {
                var c = world.Around(ask, me);
                foreach (var name in Manners.PossibleFor(ask, c).Intersect(leading))
                {
                    if (Quietly(() => ask.Do(Arguments.Sensible(name, ask, c, me), c).Ask) is not { } next)
                        continue;
                    if (next.State == Accepted)
                        return true;
                    if (seen.Add((next.State, next.Turn, next.Performer, next.OpenObstacles.Count(), next.OfferedTerms?.By >= c.Today, next.Terms.By >= c.Today)))
                        queue.Enqueue(next);
                }
            }
        }
        return false;
    }

    private static string? OnlyThePerformerPromises(Step s)
    {
        if (s.After.Promise is not { } promise || s.Move is Undoing || promise.By == s.Before.Promise?.By && s.Before.Promise is not null)
            return null;
        var performer = s.Before.Performer;
        var consented = s.Move is Promising or Agreeing && s.By.Me == performer || s.Move is Agreeing && s.Before.Offer?.By == performer && s.Before.OfferedTerms!.ProposedBy == performer;
        return performer is not null && consented && s.After.Performer == performer ? null : $"{Cast.NameOf(s.By.Me)} promised for {Cast.NameOf(performer)}.";
    }

    private static string? SilenceIsNoYes(Step s) =>
        s.By.Me is null && (s.After.Acceptance != s.Before.Acceptance || s.After.Promise is not null && s.After.Promise != s.Before.Promise) ? "Nobody said yes." : null;

    private static string? TermsAreKept(Step s)
    {
        var (was, now) = (s.Before.AllTerms, s.After.AllTerms);
        if (now.Count < was.Count || !now.Select(t => t.Version).SequenceEqual(Enumerable.Range(1, now.Count)))
            return "A version is missing.";
        if (was.Zip(now).Any(pair => pair.First != pair.Second with { Undone = pair.First.Undone } || pair.First.Undone && !pair.Second.Undone))
            return "A version was overwritten.";
        return s.After.Terms.Undone || s.After.OfferedTerms?.Undone == true ? "Terms that were undone are in force or on the table." : null;
    }

    private static string? TheOldPromiseStands(Step s)
    {
        if (s.After.State != AskState.Renegotiating)
            return null;
        var stands = s.After.Promise!.By == s.After.Due && s.After.OfferedTerms!.Version != s.After.TermsVersion;
        var same = s.Before.Promise is null || s.Move is Undoing || s.After.Promise == s.Before.Promise && s.After.TermsVersion == s.Before.TermsVersion;
        return stands && same ? null : "The old promise has changed.";
    }

    private static string? UndoRestores(Step s)
    {
        if (s.Move is not Undoing)
            return null;
        var was = s.Undone!;
        if ((was.State, was.Turn, was.TermsVersion, was.Terms, was.Promise, was.Performer) != (s.After.State, s.After.Turn, s.After.TermsVersion, s.After.Terms, s.After.Promise, s.After.Performer))
            return "It is not as it was.";
        return s.After.AllTerms.Count == s.Before.AllTerms.Count && s.After.AllTerms.Skip(was.AllTerms.Count).All(t => t.Undone) ? null : "The undone version is gone or not marked.";
    }

    public static string? RetryIsHarmless(Step s, Func<Ask, Move, Circumstances, IEnumerable<Step>> tryAgain)
    {
        if (s.Move is null)
            return null;
        var world = new World(0) { Asks = new(s.World.Asks), Left = s.World.Left };
        var again = world.Around(s.After, s.By.Me, s.By.Now);
        var after = (tryAgain == s.World.Try ? world.Try(s.After, s.Move, again) : tryAgain(s.After, s.Move, again)).SingleOrDefault()?.After ?? s.After;
        return (after.State, after.Turn, after.TermsVersion, after.Promise, after.Performer) == (s.After.State, s.After.Turn, s.After.TermsVersion, s.After.Promise, s.After.Performer)
            ? null : $"Once more it led to {after.State}.";
    }

    private static string? NobodyPerformsTwice(Step s) =>
        s.After.IsOpen && s.After.Performer is { } performer && s.World.Above(s.After).Concat(s.World.Below(s.After).Where(a => a.IsOpen)).Any(a => a.Performer == performer)
            ? $"{Cast.NameOf(performer)} performs above and below." : null;

    public static string? Survives(Step s, Func<Ask, Ask> writeAndRead)
    {
        var read = writeAndRead(s.After);
        var same = (read.State, read.Turn, read.Version, read.TermsVersion, read.Promise?.By) == (s.After.State, s.After.Turn, s.After.Version, s.After.TermsVersion, s.After.Promise?.By)
            && read.Parties.SequenceEqual(s.After.Parties)
            && s.World.Present.All(me => Manners.PossibleFor(read, s.World.Around(read, me)).SequenceEqual(Manners.PossibleFor(s.After, s.World.Around(s.After, me))));
        return same && Written.Down(read) == Written.Down(s.After) ? null : "It reads differently than it was written.";
    }

    public static string? OfferedIsAccepted(Step s, Func<Ask, Circumstances, IReadOnlyList<string>> offers)
    {
        // Two of them each time: all would take most of the test's time.
        var everybody = s.World.Present.ToList();
        foreach (var me in new[] { everybody[s.After.Version % everybody.Count], s.After.Parties.ElementAt(s.After.Version % s.After.Parties.Count()) })
        {
            var c = s.World.Around(s.After, me);
            var offered = offers(s.After, c);
            foreach (var name in Move.All.Keys)
            {
                var why = Refusal(() => s.After.Do(Arguments.Sensible(name, s.After, c, Cast.Number(77)), c));
                if (offered.Contains(name) == why is Broken.NotYours or Broken.NotNow or Broken.NotVisible)
                    return $"{name} by {Cast.NameOf(me)}: {(why is null ? "not offered, yet allowed" : $"offered, yet {why}")}.";
            }
        }
        return null;
    }

    private static string? KeepsSight(Step s) =>
        s.Move is Undoing || s.Before.State == AskState.Draft || !s.Before.Parties.Except(s.After.Parties).Any() ? null : "Somebody who took part sees it no more.";

    private static Ask? Quietly(Func<Ask> move)
    {
        try
        {
            return move();
        }
        catch (BrokenRule)
        {
            return null;
        }
    }

    private static Broken? Refusal(Func<Moved> move)
    {
        try
        {
            move();
            return null;
        }
        catch (BrokenRule broken)
        {
            return broken.Why;
        }
    }
}

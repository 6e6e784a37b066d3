using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;

namespace Inward.Tests.Asks;

/// <summary>What people fill in: sensible for the state, and one time in ten nonsense, when there is chance in it.</summary>
internal static class Arguments
{
    /// <summary>Arguments that the rules can accept, as far as any are.</summary>
    public static Move Sensible(string name, Ask ask, Circumstances c, Id helper)
    {
        var (today, by) = (c.Today, ask.Terms.By is { } needed && needed >= c.Today ? needed : c.Today.AddDays(3));
        return name switch
        {
            "promise" => new Promising(by),
            "counter" => new Countering(today.AddDays(5)),
            "renegotiation" => new Renegotiating(today.AddDays(6)),
            "question" => new Questioning("Which door?"),
            "answer" => new Answering("The big one."),
            "obstacles" => new RaisingObstacle("No lorry.", helper),
            "obstacles/{n}/clearance" => new ClearingObstacle(ask.OpenObstacles.FirstOrDefault(o => c.Me is not { } me || o.Owner == me || me == ask.Requester || me == ask.Performer)?.N ?? 1),
            "concerns" => new RaisingConcern("Rain."),
            "remarks" => new Remarking("Hm."),
            "decline" => new Declining("No lorry."),
            "revocation" => new Revoking("No lorry."),
            "rejection" => new Rejecting(ask.Terms.Conditions.Count > 0 ? ask.Terms.Conditions[0] : "It is there."),
            "telling" => new TellingCustomer("It left.", "phone"),
            "delegation" => new Delegating(helper, AnswerBy: today, NeededBy: today.AddDays(2)),
            _ => (Move)Activator.CreateInstance(Move.All[name], [.. Move.All[name].GetConstructors()[0].GetParameters().Select(p => p.HasDefaultValue ? p.DefaultValue : null)])!,
        };
    }

    public static Move For(string name, Ask ask, Circumstances c, Random random, Id[] people)
    {
        var move = Sensible(name, ask, c, people[random.Next(people.Length)]);
        var day = c.Today.AddDays(random.Next(0, 15));
        if (random.Next(10) == 0)
        {
            return move switch
            {
                Promising => new Promising(c.Today.AddDays(-1)),
                Countering => new Countering(null),
                ClearingObstacle => new ClearingObstacle(7),
                Rejecting => new Rejecting("Whatever"),
                Declining => new Declining(" "),
                _ => move,
            };
        }
        return move switch
        {
            Promising when random.Next(2) == 0 => new Promising(day, "Measure it"),
            Countering => new Countering(day, random.Next(2) == 0 ? "Half a load" : null, random.Next(3) == 0 ? ["Ned has a photo"] : null, "Like this I can."),
            Renegotiating => new Renegotiating(day, Conditions: random.Next(3) == 0 ? ["Ned has a photo"] : null, Note: "The ferry moved."),
            Delegating when random.Next(3) == 0 => new Delegating(Team: Cast.Warehouse, AnswerBy: c.Today, NeededBy: c.Today.AddDays(3)),
            Delegating { Performer: { } p } when random.Next(3) == 0 => new Delegating(p),
            _ => move,
        };
    }
}

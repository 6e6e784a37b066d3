using System.Globalization;
using Inward.Asks.Moves;
using Inward.Server.Asks;
using Inward.Server.House;
using Inward.Server.House.Words;

namespace Inward.Server.Mail;

/// <summary>The moves that need no words: a mail carries one link for each. Whatever needs words opens the ask itself.</summary>
public static class QuickMoves
{
    /// <summary>What somebody may do with one button when it is their turn.</summary>
    public static IEnumerable<string> For(AskOut ask, Me me, DateOnly today)
    {
        if (!IsTurnOf(ask, me))
            return [];
        string[] quick =
        [
            "taking",
            .. ask.NeededBy >= today ? ["promise"] : Array.Empty<string>(),
            .. Offered(ask)?.By >= today ? ["agreement"] : Array.Empty<string>(),
            "keeping", "delivery", "acceptance",
        ];
        return [.. quick.Where(ask.Possible.Contains), .. MyObstacle(ask, me) is { } n ? [string.Create(CultureInfo.InvariantCulture, $"obstacles/{n}/clearance")] : Array.Empty<string>()];
    }

    public static bool IsTurnOf(AskOut ask, Me me) => ask.Turn is { } turn && (turn.Id == me.Person || (me.Teams.Contains(turn.Id) && ask.Requester != me.Person));

    /// <summary>The terms somebody would say yes to, when others than those in force are on the table.</summary>
    public static TermsOut? Offered(AskOut ask) => ask.Offer is { } offer ? ask.Terms.First(t => t.Version == offer.Version) : null;

    public static string Label(string move, AskOut ask, Tongue t) => move switch
    {
        "taking" => t["Take it"],
        "promise" => t["Promise it by {0}", t.Date(ask.NeededBy!.Value)],
        "agreement" => t["Agree: by {0}", t.Date(Offered(ask)!.By!.Value)],
        "keeping" => t["Keep the old promise"],
        "delivery" => t["It is delivered"],
        "acceptance" => t["Accept: this is what I asked for"],
        _ => t["Out of the way"],
    };

    /// <summary>The move that a link stands for; the ask is the one it was made for, so its terms are those that were read.</summary>
    public static Move Read(string move, AskOut ask) => move switch
    {
        "taking" => new Taking(),
        "promise" => new Promising(ask.NeededBy),
        "agreement" => new Agreeing(),
        "keeping" => new KeepingOldPromise(),
        "delivery" => new Delivering(),
        "acceptance" => new Accepting(),
        _ => new ClearingObstacle(int.Parse(move.Split('/')[1], CultureInfo.InvariantCulture)),
    };

    private static int? MyObstacle(AskOut ask, Me me) =>
        ask.State == "blocked" ? ask.Obstacles.FirstOrDefault(o => o.IsOpen && o.Owner == me.Person)?.N : null;
}

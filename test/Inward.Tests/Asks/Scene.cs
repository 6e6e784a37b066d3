using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;

namespace Inward.Tests.Asks;

/// <summary>Who plays: Marta sells, Wanda leads the warehouse with Piotr, Noor keeps the books, Bernd and Rolf stand by.</summary>
internal static class Cast
{
    public static readonly Id Osterfenn = Number(1), Marta = Number(11), Wanda = Number(12), Piotr = Number(13), Noor = Number(14), Bernd = Number(15), Rolf = Number(16);
    public static readonly Id Warehouse = Number(21), Finance = Number(22), Crate = Number(31);

    public static Id Number(int n) => new(new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));

    public static string NameOf(Id? person) => person switch
    {
        null => "nobody",
        { } id when id == Marta => "Marta",
        { } id when id == Wanda => "Wanda",
        { } id when id == Piotr => "Piotr",
        { } id when id == Noor => "Noor",
        { } id when id == Bernd => "Bernd",
        { } id when id == Rolf => "Rolf",
        { } id => id.ToString(),
    };
}

/// <summary>Asks brought to where a test begins, through the moves that lead there.</summary>
internal static class Scene
{
    /// <summary>A Monday morning.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 16, 10, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly Today = new(2026, 11, 16), AnswerBy = new(2026, 11, 18), NeededBy = new(2026, 11, 27);

    public static readonly Asking Crate = new(
        "Load Tidewrack's Heron", Cast.Wanda, Reason: "The lane is used until ten.", Effect: "Imogen keeps the peace with her neighbours.",
        Conditions: ["It enters the lane after ten", "The crate opens from the side"], AnswerBy: AnswerBy, NeededBy: NeededBy);

    public static readonly Asking CrateForTeam = Crate with { Performer = null, Team = Cast.Warehouse };

    /// <summary>What the door would load: Wanda and Piotr are the warehouse.</summary>
    public static Circumstances By(Id? me, DateTimeOffset? now = null) => new(me, now ?? Monday) { InAskedTeam = me == Cast.Wanda || me == Cast.Piotr };

    public static Ask Draft(Asking? asking = null) => Ask.Draft(Cast.Osterfenn, Cast.Crate, Cast.Marta, asking ?? Crate, Monday);

    public static Ask Asked(Asking? asking = null, Receiver? receiver = null)
    {
        var draft = Draft(asking);
        return draft.Do(new Sending(), By(Cast.Marta) with { Receiver = receiver ?? new Receiver(draft.Performer, draft.Team) }).Ask;
    }

    public static Ask Taken() => Asked(CrateForTeam).By(Cast.Wanda, new Taking());

    public static Ask Questioned() => Asked().By(Cast.Wanda, new Questioning("Is there a forklift?"));

    public static Ask Blocked(Ask? from = null) => (from ?? Asked()).By(Cast.Wanda, new RaisingObstacle("The invoice is open.", Cast.Noor, Cause: LateCause.Waiting));

    public static Ask Countered(Ask? from = null) => (from ?? Asked()).By(Cast.Wanda, new Countering(new DateOnly(2026, 12, 1), Note: "Two days later I can mean it."));

    public static Ask Promised(Ask? from = null) => (from ?? Asked()).By(Cast.Wanda, new Promising(new DateOnly(2026, 11, 26), "Piotr builds the crate"));

    public static Ask Renegotiating(Id by) => Promised().By(by, new Renegotiating(new DateOnly(2026, 12, 3), Note: "The ferry moved.", LateCause: LateCause.Waiting));

    public static Ask Delivered(Ask? from = null) => (from ?? Promised()).By(Cast.Wanda, new Delivering("Left with the evening ferry."));

    public static Ask Unconfirmed() => Delivered().GoneQuiet(By(null, Monday.AddDays(20)));

    public static Ask Accepted() => Delivered().By(Cast.Marta, new Accepting());

    public static Ask Declined() => Asked().By(Cast.Wanda, new Declining("We have no crates left."));

    public static Ask Revoked() => Promised().By(Cast.Wanda, new Revoking("The press broke."));

    public static Ask Withdrawn() => Asked().By(Cast.Marta, new Withdrawing("The customer collects it."));

    public static Ask By(this Ask ask, Id me, Move move, DateTimeOffset? now = null) => ask.Do(move, By(me, now)).Ask;

    public static BrokenRule Refuses(this Ask ask, Id? me, Move move, DateTimeOffset? now = null) => Should.Throw<BrokenRule>(() => ask.Do(move, By(me, now)));

    public static BrokenRule Refuses(this Ask ask, Move move, Circumstances c) => Should.Throw<BrokenRule>(() => ask.Do(move, c));
}

using Inward.House;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Inward.Thanks;

namespace Inward.Server.Thanks;

/// <summary>What a colleague and I did for each other: mine alone, counted anew each time and kept nowhere.</summary>
public static class BetweenTwo
{
    public static async Task<GiveAndTake> Ask(Session session, Me me, Id other, DateTimeOffset now)
    {
        await CheckColleague(session, me, other);
        return (await session.One<Counts>($"select ({Did("@Person", "@other")}) as given, ({Did("@other", "@Person")}) as taken",
            new { me.Workspace, me.Person, other, since = now.AddDays(-GiveAndTake.Days) }))!.GiveAndTake();
    }

    /// <summary>What is between two is asked of a colleague, not of a team and not of oneself.</summary>
    public static async Task CheckColleague(Session session, Me me, Id other)
    {
        var isPerson = await session.Count("select count(*) from person where workspace = @Workspace and id = @other", new { me.Workspace, other }) > 0;
        if (other == me.Person || (!isPerson && await session.Team(me.Workspace, other) is not null))
            throw Rule.Invalid("id", "This is about you and a colleague.");
        if (!isPerson)
            throw Rule.NotVisible();
    }

    private static string Did(string performer, string requester) => $"""
        select count(*) from ask where workspace = @Workspace and is_open = 0 and requester = {requester} and performer = {performer} and accepted_at >= @since
        """;

    private sealed record Counts(long Given, long Taken)
    {
        public GiveAndTake GiveAndTake() => new((int)Given, (int)Taken);
    }
}

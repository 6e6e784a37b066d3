using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>A browser in which a person is signed in. It ends 30 days after it began, or when it was not used for 14.</summary>
public sealed record SignedIn(byte[] Hash, DateTimeOffset MadeAt, DateOnly UsedDay, DateTimeOffset EndsAt, string Agent)
{
    /// <summary>Names it to its owner; what opens it is the secret that this is the hash of.</summary>
    public string Key => Convert.ToHexStringLower(Hash);

    public static byte[] HashOf(string? key) => key is { Length: 64 } && key.All(char.IsAsciiHexDigit) ? Convert.FromHexString(key) : throw Rule.NotVisible();
}

public static class SessionTable
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);
    public const int MostIdleDays = 14;

    /// <summary>Opens a session and gives its secret, which only the cookie keeps.</summary>
    public static string OpenSession(this Unit unit, Account account, string agent)
    {
        var secret = Keys.NewSecret("iws", account.Workspace);
        unit.Write("""
            insert into session (workspace, hash, person, made_at, used_day, ends_at, agent, stamp)
            values (@Workspace, @hash, @Person, @Now, @day, @ends, @agent, @Stamp)
            """,
            new { account.Workspace, hash = Keys.Hash(secret), account.Person, unit.Now, day = Day(unit.Now), ends = unit.Now + Longest, agent = Short(agent), account.Stamp });
        unit.Append("session.opened", account.Id, new { agent = Short(agent) });
        return secret;
    }

    /// <summary>The sessions of a person that have not ended, newest first.</summary>
    public static Task<List<SignedIn>> Sessions(this Session session, Id workspace, Id person, DateTimeOffset now) =>
        session.All<SignedIn>("""
            select hash, made_at, used_day, ends_at, agent from session
            where workspace = @workspace and person = @person and ends_at > @now and used_day >= @since order by made_at desc
            """, new { workspace, person, now, since = IdleSince(now) });

    public static void EndSession(this Unit unit, Id person, byte[] hash) =>
        unit.Write("delete from session where workspace = @Workspace and person = @person and hash = @hash", new { unit.Workspace, person, hash });

    public static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    public static DateOnly IdleSince(DateTimeOffset now) => Day(now).AddDays(-MostIdleDays);

    private static string Short(string agent) => agent.Length > 200 ? agent[..200] : agent;
}

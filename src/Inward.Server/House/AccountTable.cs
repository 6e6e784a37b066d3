using System.Security.Cryptography;
using Inward.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Identity;

namespace Inward.Server.House;

/// <summary>How a person signs in: the hash of a password (Identity's), a stamp that ends every session when it changes.</summary>
public sealed record Account(Id Workspace, Id Person, string? PasswordHash, string Stamp, int Failures, DateTimeOffset? LockedUntil);

public static class AccountTable
{
    private static readonly PasswordHasher<Account> Hasher = new();

    public static readonly TimeSpan SessionEnds = TimeSpan.FromDays(30);

    public static void SetPassword(this Unit unit, Id person, string password)
    {
        if (password.Length is < 12 or > 200)
            throw Rule.Invalid("password", "A password has at least 12 characters; a few words make a good one.");
        var hash = Hasher.HashPassword(null!, password);
        var stamp = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        unit.Write("""
            insert into account (workspace, person, password_hash, stamp) values (@Workspace, @person, @hash, @stamp)
            on conflict (workspace, person) do update set password_hash = excluded.password_hash, stamp = excluded.stamp, failures = 0, locked_until = null
            """, new { unit.Workspace, person, hash, stamp });
    }

    public static Task<List<Account>> Accounts(this Session session, string name) =>
        session.All<Account>("""
            select a.workspace, a.person, a.password_hash, a.stamp, a.failures, a.locked_until from workspace w
            join person p on p.workspace = w.id and (p.email_key = @key or p.user_key = @key)
            join account a on a.workspace = p.workspace and a.person = p.id
            """, new { key = Inward.People.Person.Key(name) });

    public static bool Fits(this Account account, string password) =>
        account.PasswordHash is { } hash && Hasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed;

    /// <summary>Opens a session and gives its secret, which only the cookie keeps.</summary>
    public static string OpenSession(this Unit unit, Account account, string agent)
    {
        var secret = Keys.NewSecret("iws");
        unit.Write("""
            insert into session (workspace, hash, person, made_at, used_day, ends_at, agent, stamp)
            values (@Workspace, @hash, @Person, @Now, @day, @ends, @agent, @Stamp)
            """,
            new { account.Workspace, hash = Keys.Hash(secret), account.Person, unit.Now, day = DateOnly.FromDateTime(unit.Now.UtcDateTime), ends = unit.Now + SessionEnds, agent = agent.Length > 200 ? agent[..200] : agent, account.Stamp });
        unit.Append("session.opened", account.Person, new { });
        return secret;
    }
}

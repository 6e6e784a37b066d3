using System.Security.Cryptography;
using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>How a person signs in: the hash of a password and a stamp; when it changes, every session ends.</summary>
/// <param name="Id">What happens to the account is told on this id, which only the person sees.</param>
public sealed record Account(Id Workspace, Id Person, Id Id, string Company, string Name, string? PasswordHash, string Stamp);

public static class AccountTable
{
    private const string Columns = "a.workspace, a.person, a.id, w.name as company, p.name, a.password_hash, a.stamp";
    private const string Joined = "account a join workspace w on w.id = a.workspace join person p on p.workspace = a.workspace and p.id = a.person";

    /// <summary>Whoever in any company has this e-mail address or user name, or had it before two entries became one.</summary>
    public static Task<List<Account>> Accounts(this Session session, string name) =>
        session.All<Account>($"""
            select {Columns} from workspace w join person n on n.workspace = w.id and (n.email_key = @key or n.user_key = @key)
            join person p on p.workspace = n.workspace and p.id = coalesce(n.merged_into, n.id)
            join account a on a.workspace = p.workspace and a.person = p.id order by w.name
            """, new { key = Inward.People.Person.Key(name) });

    public static Task<Account?> Account(this Session session, Id workspace, Id person) =>
        session.One<Account>($"select {Columns} from {Joined} where a.workspace = @workspace and a.person = @person", new { workspace, person });

    /// <summary>The account of a person, made now if they never had one. Tokens and invitations may come before any password.</summary>
    public static async Task<Account> OpenAccount(this Unit unit, Id person)
    {
        if (await unit.Account(unit.Workspace, person) is { } known)
            return known;
        var id = Id.New(unit.Now);
        unit.Write("insert into account (workspace, person, id, stamp) values (@Workspace, @person, @id, @stamp)",
            new { unit.Workspace, person, id, stamp = NewStamp() });
        unit.ShowTo(id, [new Reader(person)]);
        return (await unit.Account(unit.Workspace, person))!;
    }

    /// <summary>Checks, hashes and keeps a first password; later ones are hashed before the unit (<see cref="KeepPassword"/>).</summary>
    public static async Task SetPassword(this Unit unit, Id person, string password, params IReadOnlyList<string?> known)
    {
        await unit.OpenAccount(person);
        unit.KeepPassword(person, Passwords.Hash("password", password, known));
    }

    /// <summary>Keeps the hash of a new password and ends every session of the person.</summary>
    public static void KeepPassword(this Unit unit, Id person, string hash)
    {
        unit.Write("update account set password_hash = @hash, failures = 0, locked_until = null where workspace = @Workspace and person = @person",
            new { unit.Workspace, person, hash }, 1);
        unit.EndSessions(person);
    }

    /// <summary>The same password under a stronger hash.</summary>
    public static void Rehash(this Unit unit, Account account, string hash) =>
        unit.Write("update account set password_hash = @hash where workspace = @Workspace and person = @Person and password_hash = @PasswordHash",
            new { account.Workspace, account.Person, account.PasswordHash, hash });

    public static void EndSessions(this Unit unit, Id person)
    {
        unit.Write("update account set stamp = @stamp where workspace = @Workspace and person = @person", new { unit.Workspace, person, stamp = NewStamp() });
        unit.Write("delete from session where workspace = @Workspace and person = @person", new { unit.Workspace, person });
    }

    private static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}

using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>
/// Counts tries to sign in. A browser that signed in before counts its own; all others share the account's count. So
/// strangers who guess lock out strangers, never the person at their own desk (OWASP, device cookies).
/// </summary>
public static class LockoutTable
{
    /// <summary>Counts one more try, before its password is looked at.</summary>
    /// <param name="device">The hash of the browser's device cookie; empty when it has none.</param>
    public static async Task<Try> CountTry(this Unit unit, Account account, byte[] device)
    {
        var args = new { account.Workspace, account.Person, device };
        var known = await unit.One<Row>($"select failures, locked_until from device where workspace = @Workspace and person = @Person and hash = @device{unit.ForUpdate}", args);
        var row = known ?? await unit.One<Row>($"select failures, locked_until from account where workspace = @Workspace and person = @Person{unit.ForUpdate}", args);
        var before = new Lockout(row!.Failures, row.LockedUntil);
        if (before.Tried(unit.Now) is not { } after)
            return new Try(account, before, Allowed: false, known is not null);
        var (table, which) = known is null ? ("account", "") : ("device", " and hash = @device");
        unit.Write($"update {table} set failures = @Failures, locked_until = @Until where workspace = @Workspace and person = @Person{which}",
            new { account.Workspace, account.Person, device, after.Failures, after.Until });
        return new Try(account, after, Allowed: true, known is not null);
    }

    /// <summary>The right password: this browser is known from now on, and what it failed is forgotten.</summary>
    public static void ForgetTries(this Unit unit, Try right, byte[] device)
    {
        var args = new { right.Account.Workspace, right.Account.Person, device, day = SessionTable.Day(unit.Now) };
        if (!right.OnKnownDevice)
            unit.Write("update account set failures = 0, locked_until = null where workspace = @Workspace and person = @Person", args);
        if (device.Length == 0)
            return;
        unit.Write("""
            insert into device (workspace, person, hash, used_day) values (@Workspace, @Person, @device, @day)
            on conflict (workspace, person, hash) do update set used_day = excluded.used_day, failures = 0, locked_until = null
            """, args);
    }

    private sealed record Row(int Failures, DateTimeOffset? LockedUntil);
}

/// <summary>One try to sign in to one account.</summary>
public sealed record Try(Account Account, Lockout Lockout, bool Allowed, bool OnKnownDevice);

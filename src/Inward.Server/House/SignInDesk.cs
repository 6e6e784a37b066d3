using System.Collections.Concurrent;
using Inward.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Identity;

namespace Inward.Server.House;

/// <summary>
/// Where a name and a password become a session. Who is unknown waits, and is locked out, just like who is known: neither the
/// reply nor the time it takes tells which names have an account.
/// </summary>
public sealed class SignInDesk(Store store, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Lockout> strangers = new(StringComparer.Ordinal);

    /// <param name="device">The secret in the browser's device cookie, if it has one.</param>
    public async Task<Verdict> Try(string name, string password, string? device)
    {
        var now = clock.GetUtcNow();
        var tries = name.Length is > 0 and <= 254 ? await Count(name, device, now) : [];
        if (tries.Count == 0)
            return await TryAsStranger(name, password, now);
        return await Weigh(tries, password);
    }

    /// <summary>Asks for the password once more, before something that needs it; a wrong one counts like a try to sign in.</summary>
    public async Task<Verdict> AskAgain(Account account, string password, string? device)
    {
        var one = await store.Write(store.System(account.Workspace), unit => unit.CountTry(account, HashOf(device)));
        var verdict = await Weigh([one], password);
        if (verdict.Right.Count == 1)
        {
            await store.Write(store.System(account.Workspace), unit =>
            {
                unit.ForgetTries(one, HashOf(device));
                return Task.CompletedTask;
            });
        }
        return verdict;
    }

    /// <summary>Opens a session for an account whose password was right, and knows this browser from now on.</summary>
    /// <param name="before">The session this browser had until now: it ends.</param>
    public Task<string> Enter(Try right, string device, string? before, string agent, string? request) =>
        store.Write(new Act(right.Account.Workspace, right.Account.Person, clock.GetUtcNow(), "page", request), async unit =>
        {
            // Between the password and now it may have been changed or its person have left.
            if (await unit.Account(unit.Workspace, right.Account.Person) is not { } account
                || account.Stamp != right.Account.Stamp || await Keys.Of(unit, account.Workspace, account.Person, unit.Now) is null)
            {
                throw NoFit();
            }
            unit.ForgetTries(right, Keys.Hash(device));
            if (before is not null)
                unit.EndSession(account.Person, Keys.Hash(before));
            return unit.OpenSession(account, agent);
        });

    public static BrokenRule NoFit() => Rule.Invalid("name", "That name and password do not fit together.");

    private Task<List<Try>> Count(string name, string? device, DateTimeOffset now) => store.Write(store.System(default), async unit =>
    {
        var tries = new List<Try>();
        foreach (var account in await unit.Accounts(name))
        {
            if (await Keys.Of(unit, account.Workspace, account.Person, now) is not null)
                tries.Add(await unit.CountTry(account, HashOf(device)));
        }
        return tries;
    });

    private async Task<Verdict> Weigh(List<Try> tries, string password)
    {
        var allowed = tries.Where(t => t.Allowed).ToList();
        if (allowed.Count == 0)
            return new Verdict([], tries.Max(t => t.Lockout.Until));
        var right = new List<Try>();
        foreach (var one in allowed)
        {
            var verdict = await Passwords.Verify(one.Account.PasswordHash, password);
            if (verdict == PasswordVerificationResult.Failed)
                continue;
            right.Add(one);
            if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
                await Strengthen(one.Account, Passwords.Hash(password));
        }
        foreach (var full in allowed.Except(right).Where(t => t.Lockout.IsFull))
            await Tell(full);
        return new Verdict(right, null);
    }

    private async Task<Verdict> TryAsStranger(string name, string password, DateTimeOffset now)
    {
        if (strangers.Count > 10_000)
            strangers.Clear();
        var key = Inward.People.Person.Key(name);
        var before = strangers.GetValueOrDefault(key);
        if (before.Tried(now) is not { } after)
            return new Verdict([], before.Until);
        strangers[key] = after;
        await Passwords.Verify(null, password);
        return new Verdict([], null);
    }

    private static byte[] HashOf(string? device) => device is null ? [] : Keys.Hash(device);

    private Task Strengthen(Account account, string hash) => store.Write(store.System(account.Workspace), unit =>
    {
        unit.Rehash(account, hash);
        return Task.CompletedTask;
    });

    private Task Tell(Try full) => store.Write(store.System(full.Account.Workspace), unit =>
    {
        unit.Append("session.refused", full.Account.Id, new { tries = Lockout.Most, knownDevice = full.OnKnownDevice });
        return Task.CompletedTask;
    });
}

/// <summary>What became of a name and a password.</summary>
/// <param name="Right">The accounts they open: none, one, or one in each of several companies.</param>
/// <param name="LockedUntil">When the next try may be made, if there may be none now.</param>
public sealed record Verdict(IReadOnlyList<Try> Right, DateTimeOffset? LockedUntil);

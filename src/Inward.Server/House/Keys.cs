using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>
/// Secrets that open a door: session cookies, API tokens, invitations. Only their SHA-256 is kept. Whoever a secret stands
/// for is remembered for half a minute, and forgotten at once when people, teams or secrets change.
/// </summary>
public sealed class Keys
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, (Me? Me, DateTimeOffset Until)> known = new(StringComparer.Ordinal);
    private readonly Store store;
    private readonly TimeProvider clock;

    public Keys(Store store, Bell bell, TimeProvider clock)
    {
        this.store = store;
        this.clock = clock;
        bell.Rang += ring =>
        {
            if (ring.Room is "person" or "team" or "session" or "token" or "workspace" or "import")
                known.Clear();
        };
        bell.Missed += known.Clear;
    }

    public static string NewSecret(string kind) => $"{kind}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}";

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Whom this session or token stands for; null when it is unknown, ended or its person has left.</summary>
    public async ValueTask<Me?> Owner(string secret)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue(secret, out var entry) && entry.Until > now)
            return entry.Me;
        var me = secret.Length > 100 ? null : await store.Read(session => Find(session, secret, now));
        if (known.Count > 20_000)
            known.Clear();
        known[secret] = (me, now + Remembered);
        return me;
    }

    public static async Task<Me?> Of(Session session, Id workspace, Id person, DateTimeOffset now, FrozenSet<string>? scopes = null)
    {
        var row = await session.One<PersonRow>("""
            select p.name, coalesce(p.title, '') as title, coalesce(p.language, w.language) as language, coalesce(p.zone, w.zone) as zone,
              p.administrator, p.left_on, w.name as company
            from person p join workspace w on w.id = p.workspace where p.workspace = @workspace and p.id = @person
            """, new { workspace, person });
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (row is null || (row.LeftOn is { } left && left <= today))
            return null;
        var teams = await session.All<TeamRow>("""
            select team, lead from membership where workspace = @workspace and person = @person
              and (from_day is null or from_day <= @today) and (to_day is null or to_day >= @today)
            """, new { workspace, person, today });
        var leads = teams.Where(t => t.Lead).Select(t => t.Team).Distinct().ToList();
        var led = leads.Count == 0 ? [] : await session.All<Id>("""
            select distinct person from membership where workspace = @workspace and team in @leads
              and (from_day is null or from_day <= @today) and (to_day is null or to_day >= @today)
            """, new { workspace, leads, today });
        return new Me(workspace, person, row.Name, row.Title, row.Language, row.Zone, row.Administrator,
            [.. teams.Select(t => t.Team).Distinct()], leads, led, scopes, row.Company);
    }

    private static async Task<Me?> Find(Session session, string secret, DateTimeOffset now)
    {
        var hash = Hash(secret);
        if (secret.StartsWith("iws_", StringComparison.Ordinal))
        {
            var found = await session.One<OwnerRow>("""
                select s.workspace, s.person, '' as scopes from session s
                join account a on a.workspace = s.workspace and a.person = s.person and a.stamp = s.stamp
                where s.hash = @hash and s.ends_at > @now
                """, new { hash, now });
            return found is null ? null : await Of(session, found.Workspace, found.Person, now);
        }
        var token = await session.One<OwnerRow>(
            "select workspace, person, scopes from token where hash = @hash and revoked_at is null and (ends_at is null or ends_at > @now)",
            new { hash, now });
        return token is null ? null : await Of(session, token.Workspace, token.Person, now,
            token.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal));
    }

    private sealed record PersonRow(string Name, string Title, string Language, string Zone, bool Administrator, DateOnly? LeftOn, string Company);

    private sealed record TeamRow(Id Team, bool Lead);

    private sealed record OwnerRow(Id Workspace, Id Person, string Scopes);
}

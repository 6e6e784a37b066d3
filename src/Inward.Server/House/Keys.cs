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
            if (ring.IsAboutWho)
                known.Clear();
        };
        bell.Missed += known.Clear;
    }

    public static string NewSecret(string kind) => $"{kind}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}";

    /// <summary>A secret that names its workspace, so that its hash is looked for there alone.</summary>
    public static string NewSecret(string kind, Id workspace) =>
        $"{kind}_{workspace.Value:N}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}";

    public static Id? WorkspaceOf(string? secret) =>
        secret is { Length: 84 } && secret[3] == '_' && Guid.TryParseExact(secret.AsSpan(4, 32), "N", out var workspace) ? new Id(workspace) : null;

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Whom this session or token stands for; null when it is unknown, ended or its person has left.</summary>
    public async ValueTask<Me?> Owner(string secret)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue(secret, out var entry) && entry.Until > now)
            return entry.Me;
        var me = WorkspaceOf(secret) is { } workspace ? await Find(workspace, secret, now) : null;
        if (known.Count > 20_000)
            known.Clear();
        known[secret] = (me, now + Remembered);
        return me;
    }

    public static async Task<Me?> Of(Session session, Id workspace, Id person, DateTimeOffset now, FrozenSet<string>? scopes = null, Id? token = null)
    {
        var row = await session.One<PersonRow>("""
            select p.name, coalesce(p.title, '') as title, coalesce(p.language, w.language) as language, coalesce(p.zone, w.zone) as zone,
              p.administrator, p.left_on, w.name as company
            from person p join workspace w on w.id = p.workspace where p.workspace = @workspace and p.id = @person
            """, new { workspace, person });
        if (row is null)
            return null;
        // Their own day: in Auckland somebody has left while it is still yesterday in UTC.
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(row.Zone)).DateTime);
        if (row.LeftOn is { } left && left <= today)
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
            [.. teams.Select(t => t.Team).Distinct()], leads, led, scopes, row.Company)
        { Token = token };
    }

    private async Task<Me?> Find(Id workspace, string secret, DateTimeOffset now)
    {
        var hash = Hash(secret);
        var kind = secret[..4];
        var (me, usedDay) = await store.Read(session => kind switch
        {
            "iws_" => OfSession(session, workspace, hash, now),
            "iwt_" => OfToken(session, workspace, hash, now),
            _ => Task.FromResult<(Me?, DateOnly?)>(default),
        });
        if (me is not null && usedDay != SessionTable.Day(now))
            await MarkUsed(me, kind == "iws_" ? "session" : "token", hash, now);
        return me;
    }

    private static async Task<(Me? Me, DateOnly? UsedDay)> OfSession(Session session, Id workspace, byte[] hash, DateTimeOffset now)
    {
        var found = await session.One<SessionRow>("""
            select s.person, s.used_day from session s
            join account a on a.workspace = s.workspace and a.person = s.person and a.stamp = s.stamp
            where s.workspace = @workspace and s.hash = @hash and s.ends_at > @now and s.used_day >= @since
            """, new { workspace, hash, now, since = SessionTable.IdleSince(now) });
        return found is null ? default : (await Of(session, workspace, found.Person, now), found.UsedDay);
    }

    private static async Task<(Me? Me, DateOnly? UsedDay)> OfToken(Session session, Id workspace, byte[] hash, DateTimeOffset now)
    {
        var found = await session.One<TokenRow>("""
            select person, scopes, used_day, id from token
            where workspace = @workspace and hash = @hash and revoked_at is null and (ends_at is null or ends_at > @now)
            """, new { workspace, hash, now });
        return found is null ? default : (await Of(session, workspace, found.Person, now,
            found.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal), found.Id), found.UsedDay);
    }

    // Once a day, and only the day: enough to end what is idle, too little to watch anybody.
    private async Task MarkUsed(Me me, string table, byte[] hash, DateTimeOffset now)
    {
        try
        {
            await store.Write(new Act(me.Workspace, me.Person, now, "system"), unit =>
            {
                unit.Write($"update {table} set used_day = @day where workspace = @Workspace and hash = @hash", new { me.Workspace, hash, day = SessionTable.Day(now) });
                return Task.CompletedTask;
            });
        }
        catch (StoreRefused)
        {
            // A full disk refuses changes; reading goes on, and the next use marks the day.
        }
    }

    private sealed record PersonRow(string Name, string Title, string Language, string Zone, bool Administrator, DateOnly? LeftOn, string Company);

    private sealed record TeamRow(Id Team, bool Lead);

    private sealed record SessionRow(Id Person, DateOnly UsedDay);

    private sealed record TokenRow(Id Person, string Scopes, DateOnly? UsedDay, Id Id);
}

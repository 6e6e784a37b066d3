using System.Collections.Concurrent;
using Inward.House;
using Inward.Server.House;

namespace Inward.Server.Storage;

/// <summary>
/// Names and zones of people and teams, and each company's calendar: nearly every page shows some of them, so they are
/// remembered until one of them changes. Who they are, not what they may: that is never asked here.
/// </summary>
public sealed class WhoIsWho
{
    private const int Most = 200_000;
    private readonly ConcurrentDictionary<(Id Workspace, Id Who), Known> known = new();
    private readonly ConcurrentDictionary<Id, WorkingCalendar> calendars = new();
    private readonly ConcurrentDictionary<Id, IReadOnlyDictionary<Id, string>> photos = new();
    private int changes;

    public WhoIsWho(Bell bell)
    {
        bell.Rang += ring =>
        {
            if (ring.IsAboutWho && ring.Room is not ("session" or "password" or "token"))
                Forget();
        };
        bell.Missed += Forget;
    }

    private sealed record Known(Id Id, string Name, string? Zone);

    /// <summary>Names by id, as text; whoever is not there has none.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> Names(Session session, Id workspace, IEnumerable<Id> ids)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        List<Id>? unknown = null;
        foreach (var id in ids.Distinct())
        {
            if (known.TryGetValue((workspace, id), out var who))
                names[id.ToString()] = who.Name;
            else
                (unknown ??= []).Add(id);
        }
        foreach (var who in unknown is null ? [] : await Ask(session, workspace, unknown))
            names[who.Id.ToString()] = who.Name;
        return names;
    }

    /// <summary>When this person works; without one, when the company does.</summary>
    internal async Task<WorkingCalendar> Calendar(Session session, Id workspace, Id? person)
    {
        if (!calendars.TryGetValue(workspace, out var calendar))
        {
            var seen = changes;
            var row = await session.One<Company>("select calendar, zone from workspace where id = @workspace", new { workspace }) ?? throw Rule.NotVisible();
            calendar = CalendarTable.Read(row.Calendar, row.Zone);
            if (seen == changes)
                calendars[workspace] = calendar;
        }
        if (person is not { } id)
            return calendar;
        var who = known.TryGetValue((workspace, id), out var there) ? there : (await Ask(session, workspace, [id])).FirstOrDefault();
        return who?.Zone is { } zone ? calendar with { Zone = zone } : calendar;
    }

    /// <summary>Which colleagues and teams show a picture, and under what address, as far as it is remembered.</summary>
    internal IReadOnlyDictionary<Id, string>? PhotosKnown(Id workspace) => photos.GetValueOrDefault(workspace);

    internal async Task<IReadOnlyDictionary<Id, string>> Photos(Session session, Id workspace)
    {
        var seen = changes;
        IReadOnlyDictionary<Id, string> found = (await session.All<Shown>("""
            select 'people' as room, person as id, hash from person_photo where workspace = @workspace
            union all select 'teams', team, hash from team_photo where workspace = @workspace
            """, new { workspace })).ToDictionary(photo => photo.Id, photo => $"/{photo.Room}/{photo.Id}/photo/{photo.Hash}");
        if (seen == changes)
            photos[workspace] = found;
        return found;
    }

    // What is read while something changes may be how it was.
    private async Task<List<Known>> Ask(Session session, Id workspace, List<Id> unknown)
    {
        var seen = changes;
        var found = await session.All<Known>("""
            select id, name, zone from person where workspace = @workspace and id in @unknown
            union all select id, name, null from team where workspace = @workspace and id in @unknown
            """, new { workspace, unknown });
        if (known.Count > Most)
            known.Clear();
        foreach (var who in found)
            known[(workspace, who.Id)] = who;
        if (seen != changes)
            Forget();
        return found;
    }

    /// <summary>Also when a change failed: what it read of its own never came to pass.</summary>
    internal void Forget()
    {
        Interlocked.Increment(ref changes);
        known.Clear();
        calendars.Clear();
        photos.Clear();
    }

    private sealed record Shown(string Room, Id Id, string Hash);

    private sealed record Company(string Calendar, string Zone);
}

public static class Knowing
{
    /// <summary>The names of people and teams, by id.</summary>
    public static Task<IReadOnlyDictionary<string, string>> Names(this Session session, Id workspace, IEnumerable<Id> ids) => session.Who.Names(session, workspace, ids);

    /// <summary>When people work: the workspace's calendar, in each person's own zone.</summary>
    public static Task<WorkingCalendar> CalendarOf(this Session session, Id workspace, Id? person) => session.Who.Calendar(session, workspace, person);
}

using System.Text.Json;
using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>Somebody who may be asked, and why: the words of theirs that fit.</summary>
/// <param name="Receiver">What a form writes into the field of a receiver.</param>
/// <param name="Away">The absence of today.</param>
public sealed record HelperShown(Id Id, bool IsTeam, string Name, string? Title, IReadOnlyList<string> Words, Absence? Away, string Receiver);

/// <param name="TooCommon">Words that stand with so many that they tell nothing.</param>
public sealed record HelpersShown(IReadOnlyList<HelperShown> Items, IReadOnlyList<string> TooCommon)
{
    public static readonly HelpersShown None = new([], []);
}

/// <summary>Who to go to for something wanted: one question to the index of words, and the rest is told from people's own words.</summary>
public static class WhoMayHelp
{
    // Beyond so many a word is too common anyway.
    private const int MostRead = 400;
    private const int LongestBeginning = 5;

    public static async Task<HelpersShown> Ask(Session session, Me me, string? wanted, DateOnly today)
    {
        if (Search.AnyBeginning(session.Engine, WhoToGoTo.Beginnings(wanted).Select(b => b.Length > LongestBeginning ? b[..LongestBeginning] : b)) is not { } words)
            return HelpersShown.None;
        var rows = (await session.All<Row>($"""
            select p.id, 0 as is_team, p.name, p.title, p.email, p.own_words, p.absences from person p
            where p.workspace = @Workspace and p.id <> @Person and (p.left_on is null or p.left_on > @today) and p.id in ({Search.Matching(session.Engine)} and s.kind = 'person' limit {MostRead})
            union all
            select t.id, 1 as is_team, t.name, null as title, null as email, t.own_words, '[]' as absences from team t
            where t.workspace = @Workspace and t.id in ({Search.Matching(session.Engine)} and s.kind = 'team' limit {MostRead})
            """, new { me.Workspace, me.Person, today, words })).ToDictionary(r => r.Id);
        var found = WhoToGoTo.Of(wanted, rows.Values.Select(r => r.Helper()));
        return new HelpersShown([.. found.Helpers.Select(f => rows[f.Helper.Id].Shown(f.Words, today))], found.TooCommon);
    }

    private sealed record Row(Id Id, int IsTeam, string Name, string? Title, string? Email, string OwnWords, string Absences)
    {
        // What they need from others is no offer.
        public Helper Helper()
        {
            var words = JsonSerializer.Deserialize<OwnWords>(OwnWords, Wire.Json)!;
            return new Helper(Id, IsTeam == 1, Name, [.. new[] { IsTeam == 1 ? Name : Title, words.DoAndWhy?.Words, words.Strengths?.Words }.OfType<string>()]);
        }

        public HelperShown Shown(IReadOnlyList<string> fitting, DateOnly today) => new(Id, IsTeam == 1, Name, Title, fitting, PersonTable.AbsenceOn(Absences, today), Email ?? Name);
    }
}

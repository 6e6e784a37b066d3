using Inward.House;
using Inward.Ideas;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;

namespace Inward.Server.Ideas;

/// <summary>An idea that waits for my answer, or one of mine (or that I want too) that was answered lately.</summary>
/// <param name="Name">Who had it; where it was answered, who answered.</param>
public sealed record IdeaToday(Idea Idea, Id Who, string Name, bool WaitsForMe, DateOnly Today)
{
    public string Address => $"/ideas/{Idea.Id}";

    public string Says(Tongue t) => WaitsForMe
        ? Idea.Escalated is null ? t["{0} had this idea", Name] : t["{0} had this idea, and nobody answered in time", Name]
        : Idea.Last!.Kind switch
        {
            AnswerKind.Adopted => t["{0} adopts it", Name],
            AnswerKind.Declined => t["{0} declines it: {1}", Name, Idea.Last.Reason],
            _ => t["{0} says not now, until {1}: {2}", Name, t.Date(Idea.Last.Until!.Value), Idea.Last.Reason],
        };

    /// <summary>What waits for me first, by its day; then the news. One question.</summary>
    public static async Task<IReadOnlyList<IdeaToday>> Ask(Session session, Me me, DateOnly today, DateTimeOffset since)
    {
        var rows = await session.All<Row>($"""
            select x.document, x.version, x.author as who, p.name, 1 as waits, x.due_on from idea x join person p on p.workspace = @Workspace and p.id = x.author
            where x.workspace = @Workspace and x.state = 'waiting' and (x.answerer = @Person or x.escalated_to = @Person) and (x.not_before is null or x.not_before <= @today)
            union all select x.document, x.version, x.answered_by as who, p.name, 0 as waits, x.due_on from idea x join person p on p.workspace = @Workspace and p.id = x.answered_by
            where x.workspace = @Workspace and x.answered_at >= @since and x.merged_into is null and x.answered_by <> @Person and {Me.MaySee("x.id")}
              and (x.author = @Person or exists (select 1 from idea_want w join idea i on i.workspace = @Workspace and i.id = w.idea and (i.id = x.id or i.root = x.id) where w.workspace = @Workspace and w.person = @Person)
                or exists (select 1 from idea i where i.workspace = @Workspace and i.root = x.id and i.author = @Person))
            order by waits desc, due_on limit 40
            """, new { me.Workspace, me.Person, me.Sees, me.Led, today, since });
        return [.. rows.Select(row => new IdeaToday(IdeaTable.Read(row.Document, row.Version), row.Who, row.Name, row.Waits, today))];
    }

    private sealed record Row(string Document, int Version, Id Who, string Name, bool Waits);
}

using System.Text.Json;
using Inward.House;
using Inward.Ideas;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Ideas;

/// <summary>A comment beside an idea.</summary>
public sealed record IdeaComment(Id Id, Id Idea, Id Author, string Text, DateTimeOffset At);

/// <summary>Where ideas are kept. Everybody sees them; a private one its author and whoever answers it.</summary>
public static class IdeaTable
{
    /// <summary>The idea, if I may see it.</summary>
    public static async Task<Idea?> Idea(this Session session, Me me, Id id) => (await session.One<Stored>(
        $"select x.document, x.version from idea x where x.workspace = @Workspace and x.id = @id and {Me.MaySee("x.id")}", new { me.Workspace, id, me.Sees, me.Led }))?.Idea();

    /// <summary>The idea, held until the unit ends.</summary>
    public static async Task<Idea> IdeaToMove(this Unit unit, Me me, Id id, int? version)
    {
        var idea = (await unit.One<Stored>($"select x.document, x.version from idea x where x.workspace = @Workspace and x.id = @id and {Me.MaySee("x.id")}{unit.ForUpdate}",
            new { me.Workspace, id, me.Sees, me.Led }))?.Idea() ?? throw Rule.NotVisible();
        Rule.Fresh(version, idea.Version);
        return idea;
    }

    /// <summary>The idea as Inward itself reads it: for jobs and leavers.</summary>
    public static async Task<Idea?> IdeaUnseen(this Session session, Id workspace, Id id) =>
        (await session.One<Stored>("select document, version from idea where workspace = @workspace and id = @id", new { workspace, id }))?.Idea();

    /// <summary>The one that stays, of ideas that went into each other.</summary>
    public static async Task<Id> RootOf(this Session session, Id workspace, Id idea) =>
        await session.One<Id?>("select root from idea where workspace = @workspace and id = @idea and root is not null", new { workspace, idea }) ?? idea;

    /// <summary>The idea and all that went into it, itself first.</summary>
    public static async Task<List<Idea>> WithMerged(this Session session, Id workspace, Id root) => [.. (await session.All<Stored>(
        "select document, version from idea where workspace = @workspace and (id = @root or root = @root) order by case when id = @root then 0 else 1 end, id", new { workspace, root })).Select(stored => stored.Idea())];

    public static void Save(this Unit unit, Idea idea, bool isNew)
    {
        var open = idea.State(DateOnly.MaxValue);
        var row = new
        {
            idea.Workspace, idea.Id, idea.Author, answerer = idea.Answering.Who, escalatedTo = idea.Escalated?.To, idea.Private, aboutKind = idea.About?.Kind, about = idea.About?.Id, idea.Card, state = open, idea.DueOn,
            notBefore = idea.Last?.Until, answeredAt = idea.Last?.At, answeredBy = idea.Last?.By, mergedInto = idea.Merged?.Into, document = JsonSerializer.Serialize(idea, Wire.Json), idea.Version,
        };
        unit.Write(isNew
            ? """
              insert into idea (workspace, id, author, answerer, escalated_to, is_private, about_kind, about, card, state, due_on, not_before, answered_at, answered_by, merged_into, document, version)
              values (@Workspace, @Id, @Author, @answerer, @escalatedTo, @Private, @aboutKind, @about, @Card, @state, @DueOn, @notBefore, @answeredAt, @answeredBy, @mergedInto, @document, @Version)
              """
            : """
              update idea set answerer = @answerer, escalated_to = @escalatedTo, is_private = @Private, state = @state, due_on = @DueOn, not_before = @notBefore, answered_at = @answeredAt, answered_by = @answeredBy,
                merged_into = @mergedInto, document = @document, version = version + 1 where workspace = @Workspace and id = @Id and version = @Version
              """, row, 1);
        unit.ShowTo(idea.Id, idea.Private
            ? [new Reader(idea.Author), new Reader(idea.Answering.Who)]
            : [new Reader(idea.Workspace)]);
        if (open == IdeaState.Withdrawn)
            unit.Forget(idea.Id);
        else if (!idea.Private)
            unit.MakeFindable(idea.Id, "idea", Customers.VerbatimTable.Opening(idea.Text, 120), idea.Text);
    }

    /// <summary>Whoever reads the idea hears that more stands there now.</summary>
    public static void Touch(this Unit unit, Id idea) => unit.Write("update idea set version = version + 1 where workspace = @Workspace and id = @idea", new { unit.Workspace, idea });

    /// <summary>The idea and all that went into it lead to the one it goes into.</summary>
    public static void LeadTo(this Unit unit, Id idea, Id root) =>
        unit.Write("update idea set root = @root where workspace = @Workspace and (id = @idea or root = @idea)", new { unit.Workspace, idea, root });

    /// <summary>It stands for itself again, with what had gone into it.</summary>
    public static void LeadAlone(this Unit unit, Id idea) => unit.Write("""
        update idea set root = case when id = @idea then null else @idea end where workspace = @Workspace and id in (
          with recursive tree (id) as (
            select id from idea where workspace = @Workspace and id = @idea union select i.id from idea i join tree t on i.merged_into = t.id where i.workspace = @Workspace)
          select id from tree)
        """, new { unit.Workspace, idea });

    /// <summary>Who wants these ideas too, the first to say so first; whoever had the same idea is among them.</summary>
    public static Task<List<Id>> Wanting(this Session session, Id workspace, Id root) => session.All<Id>("""
        select v.person from (
          select w.person, w.at from idea_want w join idea i on i.workspace = @workspace and i.id = w.idea and (i.id = @root or i.root = @root) where w.workspace = @workspace
          union all select i.author as person, 0 as at from idea i where i.workspace = @workspace and i.root = @root) v
        where v.person <> (select author from idea where workspace = @workspace and id = @root) group by v.person order by min(v.at), v.person
        """, new { workspace, root });

    public static Task<List<IdeaComment>> Comments(this Session session, Id workspace, Id root) => session.All<IdeaComment>("""
        select c.id, c.idea, c.author, c.text, c.at from idea_comment c join idea i on i.workspace = @workspace and i.id = c.idea and (i.id = @root or i.root = @root)
        where c.workspace = @workspace order by c.at, c.id
        """, new { workspace, root });

    /// <summary>Ideas that were lines of a talk.</summary>
    public static async Task<List<Idea>> IdeasOfTalk(this Session session, Id workspace, Id talk) => [.. (await session.All<Stored>(
        "select document, version from idea where workspace = @workspace and about = @talk and about_kind = 'talk' and state <> 'withdrawn' order by id", new { workspace, talk })).Select(stored => stored.Idea())];

    public static Idea Read(string document, int version) => JsonSerializer.Deserialize<Idea>(document, Wire.Json)! with { Version = version };

    private sealed record Stored(string Document, int Version)
    {
        public Idea Idea() => Read(Document, Version);
    }
}

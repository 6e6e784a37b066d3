using Inward.Asks;
using Inward.House;
using Inward.Ideas;
using Inward.Server.Asks;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Ideas;

/// <summary>An idea with all that belongs to it: what went into it, who wants it too, what was said, and the line from it to its result.</summary>
/// <param name="Same">Ideas that went into this one.</param>
/// <param name="Root">The one it went into, at the end of that way.</param>
/// <param name="Lines">Asks that carry it out and that I may see.</param>
/// <param name="Unseen">How many more there are.</param>
public sealed record IdeaSeen(
    Idea Idea, IReadOnlyList<Idea> Same, Named? Root, AboutSeen? About, HelpWanted? Card, IReadOnlyList<Id> Wanting, IReadOnlyList<IdeaComment> Comments, IReadOnlyList<IdeaLine> Lines, int Unseen,
    IReadOnlyDictionary<string, string> Names, DateOnly Today)
{
    public IdeaState State => Idea.State(Today);

    public static async Task<IdeaSeen> Of(Session session, Me me, Id id, DateOnly today)
    {
        var idea = await session.Idea(me, id) ?? throw Rule.NotVisible();
        var root = idea.Merged is null ? null : (await session.IdeaUnseen(me.Workspace, await session.RootOf(me.Workspace, id)))!;
        var same = (await session.WithMerged(me.Workspace, id)).Skip(1).ToList();
        var about = idea.About is null ? null : (await session.AboutsOf(me, [idea.About])).Values.FirstOrDefault();
        var card = idea.Card is { } on ? await session.HelpWanted(me.Workspace, on) : null;
        var (wanting, comments) = (await session.Wanting(me.Workspace, id), await session.Comments(me.Workspace, id));
        var (lines, unseen) = await LinesOf(session, me, id);
        var names = await session.Names(me.Workspace, [.. People(idea), .. same.Select(one => one.Author), .. wanting, .. comments.Select(one => one.Author), .. lines.SelectMany(line => new[] { line.Requester, line.Performer, line.Team }.OfType<Id>()),
            .. card is null ? [] : new[] { card.Author, card.Answerer }]);
        return new IdeaSeen(idea, same, root is null ? null : new Named(root.Id, Customers.VerbatimTable.Opening(root.Text, 120)), about, card, wanting, comments, lines, unseen, names, today);
    }

    public string Name(Id? id) => id is { } one ? Names.GetValueOrDefault($"{one}", "") : "";

    public Named Called(Id id) => new(id, Name(id));

    /// <summary>What I may do with it now, by the names of the sub-resources.</summary>
    public IReadOnlyList<string> PossibleFor(Id me) => [.. Possible(me)];

    private IEnumerable<string> Possible(Id me)
    {
        var answers = Idea.IsAnsweredBy(me);
        if (Idea.IsOpen && answers)
            foreach (var move in new[] { "adoption", "declining", "putting-off" })
                yield return move;
        if (Idea.IsOpen && me != Idea.Author)
            yield return "wanting";
        if (Idea.IsOpen && !Idea.Private && (answers || me == Idea.Author))
            yield return "merging";
        if (Idea.Merged is { } merged && (answers || me == Idea.Author || me == merged.By))
            yield return "parting";
        if (Idea.IsOpen && me == Idea.Author)
            yield return "withdrawal";
        if (Idea.Private && Idea.Withdrawn is null && me == Idea.Author)
            yield return "opening";
        yield return "comments";
    }

    internal static IEnumerable<Id> People(Idea idea) => new[] { idea.Author, idea.Answering.Who, idea.Answering.For, idea.PassedOnBy, idea.Escalated?.To, idea.Merged?.By }.OfType<Id>().Concat(idea.Answers.Select(answer => answer.By));

    private static async Task<(IReadOnlyList<IdeaLine> Lines, int Unseen)> LinesOf(Session session, Me me, Id id)
    {
        var rows = await session.All<Row>($"""
            select x.facts, case when {Me.MaySee("x.id")} then 1 else 0 end as seen from ask x
            where x.workspace = @Workspace and x.idea in (select i.id from idea i where i.workspace = @Workspace and (i.id = @id or i.root = @id)) and (x.state <> 'draft' or x.requester = @Person) order by x.id
            """, new { me.Workspace, id, me.Person, me.Sees, me.Led });
        return ([.. rows.Where(row => row.Seen).Select(row => IdeaLine.Of(AskTable.Whole(row.Facts)!))], rows.Count(row => !row.Seen));
    }

    private sealed record Row(string Facts, bool Seen);
}

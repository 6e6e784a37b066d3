using Inward.House;
using Inward.Ideas;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Ideas;

/// <summary>Which ideas.</summary>
/// <param name="Show">answer (they wait for mine), mine (I had them or want them too), waiting, later, adopted or declined; all that stand for themselves when left out.</param>
/// <param name="About">About this record.</param>
/// <param name="Card">Under this card of help wanted.</param>
public sealed record IdeaFilter(string? Show = null, Id? About = null, Id? Card = null, string? Q = null)
{
    public static readonly IReadOnlyList<string> Shows = ["answer", "mine", "waiting", "later", "adopted", "declined"];

    public static IdeaFilter Typed(string? show, string? about, string? wanted, string? q) => new(
        string.IsNullOrEmpty(show) ? null : Shows.Contains(show) ? show : throw Rule.Invalid("show", new Sentence("“{0}” is none of {1}.", show, string.Join(", ", Shows))),
        Query.Id("about", about), Query.Id("wanted", wanted), string.IsNullOrWhiteSpace(q) ? null : q);
}

/// <param name="Wanting">By how many others it is wanted too.</param>
public sealed record IdeaRow(Idea Idea, string AuthorName, string AnswererName, long Wanting, AboutSeen? About, DateOnly Today)
{
    public IdeaState State => Idea.State(Today);
}

/// <summary>Ideas that I may see, the newest first; those that went into another are told there. At most five questions.</summary>
public static class IdeaList
{
    public static async Task<(List<IdeaRow> Rows, string? Next)> Ask(Session session, Me me, IdeaFilter filter, DateOnly today, string? after, int size = 50)
    {
        var place = Cursor.Id(string.IsNullOrEmpty(after) ? null : after);
        var words = filter.Q is null ? null : Search.Words(session.Engine, filter.Q);
        var stored = await session.All<Row>($"""
            select x.id, x.document, x.version, a.name as author_name, w.name as answerer_name from idea x
            join person a on a.workspace = x.workspace and a.id = x.author join person w on w.workspace = x.workspace and w.id = x.answerer
            where x.workspace = @Workspace and {Me.MaySee("x.id")} and {Shown(filter.Show)}
              {(place is null ? "" : "and x.id < @place")} {(filter.About is null ? "" : "and x.about = @About")} {(filter.Card is null ? "" : "and x.card = @Card")}
              {(words is null ? filter.Q is null ? "" : "and 1 = 0" : $"and (x.id in ({Search.Matching(session.Engine)}) or (x.is_private = 1 and lower(x.document) like @part escape '!'))")}
            order by x.id desc limit @most
            """, new { me.Workspace, me.Sees, me.Led, me.Person, today, place, filter.About, filter.Card, words, part = Cursor.Anywhere(filter.Q ?? ""), most = size + 1 });
        var (page, next) = Cursor.Cut(stored, size, last => last.Id.ToString());
        var ideas = page.ConvertAll(row => IdeaTable.Read(row.Document, row.Version));
        var (wanting, abouts) = (await Wanting(session, me.Workspace, [.. page.Select(row => row.Id)]), await session.AboutsOf(me, ideas.Select(idea => idea.About)));
        return ([.. page.Zip(ideas, (row, idea) => new IdeaRow(idea, row.AuthorName, row.AnswererName, wanting.GetValueOrDefault(row.Id), idea.About is { } about ? abouts.GetValueOrDefault(about.Id) : null, today))], next);
    }

    private const string Waits = "x.state = 'waiting' and (x.not_before is null or x.not_before <= @today)";

    private static string Shown(string? show) => show switch
    {
        "answer" => $"{Waits} and (x.answerer = @Person or x.escalated_to = @Person)",
        "mine" => "(x.author = @Person or exists (select 1 from idea_want v where v.workspace = x.workspace and v.idea = x.id and v.person = @Person))",
        "waiting" => Waits,
        "later" => "x.state = 'waiting' and x.not_before > @today",
        "adopted" or "declined" => $"x.state = '{show}'",
        _ => "x.state in ('waiting', 'adopted', 'declined')",
    };

    private static async Task<Dictionary<Id, long>> Wanting(Session session, Id workspace, IReadOnlyList<Id> ideas) => ideas.Count == 0 ? [] : (await session.All<Count>("""
        select v.root, count(distinct v.person) as people from (
          select coalesce(i.root, i.id) as root, w.person from idea i join idea_want w on w.workspace = @workspace and w.idea = i.id where i.workspace = @workspace and (i.id in @ideas or i.root in @ideas)
          union all select i.root, i.author as person from idea i where i.workspace = @workspace and i.root in @ideas) v
        join idea r on r.workspace = @workspace and r.id = v.root and r.author <> v.person group by v.root
        """, new { workspace, ideas })).ToDictionary(count => count.Root, count => count.People);

    private sealed record Row(Id Id, string Document, int Version, string AuthorName, string AnswererName);

    private sealed record Count(Id Root, long People);
}

using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>A suggestion with the names of those it is about and from.</summary>
public sealed record SuggestionRow(
    Id Id, Id About, string AboutName, bool IsTeam, WordsQuestion Question, string Words, Id Author, string AuthorName, DateTimeOffset At, SuggestionState State,
    string? Reply, Id? AnsweredBy, string? AnsweredByName, DateTimeOffset? AnsweredAt, int Version)
{
    public bool IsOpen => State == SuggestionState.Open;

    /// <summary>The page it is for.</summary>
    public string Page => $"/{(IsTeam ? "teams" : "people")}/{About}";

    /// <summary>In a list of the day: what is asked of me, or what became of mine.</summary>
    public Sentence Says(Id me) => Author == me ? Outcome
        : IsTeam ? new Sentence("{0} suggests this for the page of {1}", AuthorName, AboutName) : new Sentence("{0} suggests this for your page", AuthorName);

    /// <summary>What became of it, for whoever made it.</summary>
    public Sentence Outcome => State switch
    {
        SuggestionState.Open => new Sentence("waits for {0}", AboutName),
        SuggestionState.Accepted => new Sentence("{0} accepted it", AnsweredByName ?? AboutName),
        SuggestionState.Changed => new Sentence("{0} put it in other words", AnsweredByName ?? AboutName),
        SuggestionState.Declined => new Sentence("{0} would rather not say so", AnsweredByName ?? AboutName),
        _ => "taken back",
    };
}

/// <summary>Which suggestions a list shows, of those I may see.</summary>
public sealed record SuggestionFilter(Id? About = null, Id? By = null, SuggestionState? State = null);

/// <summary>Where suggestions are kept. Their readers are who made them and whose page it is.</summary>
public static class SuggestionTable
{
    private const string Columns = "s.id, s.about, s.is_team, s.question, s.words, s.author, s.at, s.state, s.reply, s.answered_by, s.answered_at, s.version";

    public static async Task<Suggestion?> Suggestion(this Session session, Me me, Id id) =>
        (await session.One<Row>($"select {Columns} from suggestion s where s.workspace = @Workspace and s.id = @id and {Me.MaySee("s.id")}",
            new { me.Workspace, id, me.Sees, me.Led }))?.Suggestion(me.Workspace);

    public static async Task<SuggestionRow?> SuggestionShown(this Session session, Me me, Id id) =>
        (await session.All<SuggestionRow>(Shown("s.id = @id", "s.id"), new { me.Workspace, id, me.Sees, me.Led, most = 1 })).FirstOrDefault();

    /// <summary>What I may see, newest first.</summary>
    public static async Task<(List<SuggestionRow> Rows, string? Next)> Suggestions(this Session session, Me me, SuggestionFilter filter, string? after, int size)
    {
        var place = Cursor.Id(string.IsNullOrEmpty(after) ? null : after);
        var where = string.Join(" and ", new[]
        {
            "1 = 1", place is null ? null : "s.id < @place", filter.About is null ? null : "s.about = @About", filter.By is null ? null : "s.author = @By", filter.State is null ? null : "s.state = @State",
        }.OfType<string>());
        var rows = await session.All<SuggestionRow>(Shown(where, "s.id desc"), new { me.Workspace, me.Sees, me.Led, place, filter.About, filter.By, filter.State, most = size + 1 });
        return Cursor.Cut(rows, size, last => last.Id.ToString());
    }

    /// <summary>On a page: what waits there, where it is mine to answer, and what I suggested myself.</summary>
    public static Task<List<SuggestionRow>> SuggestionsFor(this Session session, Me me, Id about, int most) => session.All<SuggestionRow>(
        Shown("s.about = @about and (s.state = 'open' or s.author = @Person)", "s.id desc"), new { me.Workspace, me.Person, me.Sees, me.Led, about, most });

    /// <summary>For a day: what waits for me or a team of mine, and what was answered of mine since then.</summary>
    public static Task<List<SuggestionRow>> SuggestionsOn(this Session session, Me me, DateTimeOffset since, int most) => session.All<SuggestionRow>(
        Shown("((s.about in @mine and s.state = 'open' and s.author <> @Person) or (s.author = @Person and s.answered_at > @since and s.state <> 'withdrawn'))", "s.id desc"),
        new { me.Workspace, me.Person, me.Sees, me.Led, mine = new[] { me.Person }.Concat(me.Teams).ToList(), since, most });

    public static Task<long> OpenSuggestions(this Session session, Id workspace, Suggestion like) => session.Count(
        "select count(*) from suggestion where workspace = @workspace and about = @About and author = @By and question = @Question and state = 'open'",
        new { workspace, like.About, like.By, like.Question });

    public static void Save(this Unit unit, Suggestion told)
    {
        if (told.Version == 1)
        {
            unit.Write("""
                insert into suggestion (workspace, id, about, is_team, question, words, author, at, state, version)
                values (@Workspace, @Id, @About, @IsTeam, @Question, @Words, @By, @At, @State, @Version)
                """, told);
            unit.ShowTo(told.Id, [new Reader(told.By), new Reader(told.About)]);
            return;
        }
        unit.Write("""
            update suggestion set state = @State, reply = @Reply, answered_by = @AnsweredBy, answered_at = @AnsweredAt, version = @Version
            where workspace = @Workspace and id = @Id and version = @before
            """, new { told.Workspace, told.Id, told.State, told.Reply, told.AnsweredBy, told.AnsweredAt, told.Version, before = told.Version - 1 }, 1);
    }

    private static string Shown(string where, string order) => $"""
        select {Columns}, coalesce(p.name, t.name, '') as about_name, coalesce(w.name, '') as author_name, b.name as answered_by_name
        from (select s.* from suggestion s where s.workspace = @Workspace and {where} and {Me.MaySee("s.id")} order by {order} limit @most) s
        left join person p on p.workspace = @Workspace and p.id = s.about
        left join team t on t.workspace = @Workspace and t.id = s.about
        left join person w on w.workspace = @Workspace and w.id = s.author
        left join person b on b.workspace = @Workspace and b.id = s.answered_by
        order by {order}
        """;

    private sealed record Row(
        Id Id, Id About, bool IsTeam, WordsQuestion Question, string Words, Id Author, DateTimeOffset At, SuggestionState State, string? Reply, Id? AnsweredBy, DateTimeOffset? AnsweredAt, int Version)
    {
        public Suggestion Suggestion(Id workspace) => new(workspace, Id, About, IsTeam, Question, Words, Author, At)
        {
            State = State, Reply = Reply, AnsweredBy = AnsweredBy, AnsweredAt = AnsweredAt, Version = Version,
        };
    }
}

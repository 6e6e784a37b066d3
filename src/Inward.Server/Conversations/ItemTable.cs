using Inward.Conversations;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Conversations;

/// <summary>A line of a talk about one colleague, with whoever wrote it.</summary>
public sealed record KeptItem(
    Id Conversation, int N, ItemKind Kind, string Text, Id Person, string PersonName, Id Author, string AuthorName, DateTimeOffset At, ItemAnswer? Answer, DateTimeOffset? AnsweredAt)
{
    public string Source => $"/conversations/{Conversation}";
}

/// <summary>What I promised in a talk, with everybody I promised it to.</summary>
public sealed record PromiseInTalk(Id Conversation, int N, string Text, IReadOnlyList<Named> To, DateTimeOffset At)
{
    public static IReadOnlyList<PromiseInTalk> Of(IEnumerable<KeptItem> rows) => [.. rows.GroupBy(r => (r.Conversation, r.N))
        .Select(same => new PromiseInTalk(same.Key.Conversation, same.Key.N, same.First().Text, [.. same.Select(r => new Named(r.Person, r.PersonName))], same.First().At))];
}

/// <summary>Which items a list shows; what is not said is not asked for.</summary>
/// <param name="Person">Whom they are about.</param>
/// <param name="Author">Who logged the talk.</param>
/// <param name="Open">Only what still waits for an answer.</param>
public sealed record ItemFilter(Id? Person = null, Id? Author = null, ItemKind? Kind = null, bool Open = false);

/// <summary>Questions about what was learned in talks. Nobody finds an item of a talk they may not see.</summary>
public static class ItemTable
{
    private const string Items = """
        select i.conversation, i.n, i.kind, i.text, i.person, p.name as person_name, i.author, w.name as author_name, i.at, i.answer, i.answered_at
        from conversation_item i join person p on p.workspace = i.workspace and p.id = i.person join person w on w.workspace = i.workspace and w.id = i.author
        """;

    /// <summary>The items of talks that were found before, in the order of their lines.</summary>
    public static Task<List<KeptItem>> ItemsOf(this Session session, Id workspace, IReadOnlyList<Id> talks) => talks.Count == 0 ? Task.FromResult(new List<KeptItem>())
        : session.All<KeptItem>($"{Items} where i.workspace = @workspace and i.conversation in @talks order by i.conversation, i.n, p.name, i.person", new { workspace, talks });

    /// <summary>What I may see, newest first.</summary>
    public static async Task<(List<KeptItem> Rows, string? Next)> ItemsShown(this Session session, Me me, ItemFilter filter, string? after, int size)
    {
        var place = Cursor.Read(after, 4);
        var (at, talk, n, about) = place is null ? default : (Number(place[0]), Cursor.Id(place[1]), (int)Number(place[2]), Cursor.Id(place[3]));
        var rows = await session.All<KeptItem>($"""
            {Items} where i.workspace = @Workspace and {Me.MaySee("i.conversation")}
              {(filter.Person is null ? "" : "and i.person = @Person")} {(filter.Author is null ? "" : "and i.author = @Author")} {(filter.Kind is null ? "" : "and i.kind = @Kind")}
              {(filter.Open ? "and i.answer is null" : "")} {(place is null ? "" : "and (i.at, i.conversation, -i.n, i.person) < (@at, @talk, @n, @about)")}
            order by i.at desc, i.conversation desc, i.n, i.person desc limit @most
            """, new { me.Workspace, me.Sees, me.Led, filter.Person, filter.Author, filter.Kind, at, talk, n = -n, about, most = size + 1 });
        return Cursor.Cut(rows, size, last => Cursor.Of($"{last.At.ToUnixTimeMilliseconds()}", last.Conversation.ToString(), $"{last.N}", last.Person.ToString()));
    }

    /// <summary>What a colleague said, as I or those I talked with wrote it down.</summary>
    public static Task<List<KeptItem>> SaidBy(Session session, Me me, Id person, int most) => session.All<KeptItem>($"""
        {Items} where i.workspace = @Workspace and i.person = @person and i.kind <> 'promise' and {Me.MaySee("i.conversation")} order by i.at desc, i.conversation desc, i.n limit @most
        """, new { me.Workspace, me.Sees, me.Led, person, most });

    /// <summary>Needs of mine that others noted and that I have not answered.</summary>
    public static Task<List<KeptItem>> NeedsOfMine(Session session, Me me, int most) => session.All<KeptItem>($"""
        {Items} where i.workspace = @Workspace and i.person = @Me and i.kind = 'need' and i.answer is null and {Me.MaySee("i.conversation")} order by i.at desc, i.conversation desc, i.n limit @most
        """, new { me.Workspace, Me = me.Person, me.Sees, me.Led, most });

    /// <summary>What I promised in talks and still owe, the oldest first; a line to several people once for each.</summary>
    public static Task<List<KeptItem>> PromisesOfMine(Session session, Me me, int most) => session.All<KeptItem>($"""
        {Items} where i.workspace = @Workspace and i.author = @Me and i.kind = 'promise' and i.answer is null order by i.at, i.conversation, i.n, p.name limit @most
        """, new { me.Workspace, Me = me.Person, most });

    /// <summary>What one of us promised the other in a talk and still owes, the oldest first.</summary>
    public static Task<List<KeptItem>> PromisesBetween(Session session, Me me, Id other, int most) => session.All<KeptItem>($"""
        {Items} where i.workspace = @Workspace and i.kind = 'promise' and i.answer is null
          and ((i.author = @Me and i.person = @other) or (i.author = @other and i.person = @Me and {Me.MaySee("i.conversation")})) order by i.at, i.conversation, i.n limit @most
        """, new { me.Workspace, Me = me.Person, me.Sees, me.Led, other, most });

    private static long Number(string text) => long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number)
        ? number : throw Rule.Invalid("after", "This list has no such place. Begin it again, without `after`.");
}

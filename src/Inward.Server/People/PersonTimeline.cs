using System.Text.Json;
using Inward.House;
using Inward.Server.Asks;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>A line of the timeline on a person's page.</summary>
/// <param name="Private">Only I see it.</param>
public sealed record TimelineLine(DateTimeOffset At, string Icon, string Colour, string Step, string? About, string Href, string? Words, bool Private = false);

/// <summary>
/// What happened between a colleague and me, or before everybody: asks, thanks, talks, customers' words. Never what they do with
/// others out of my sight, and nothing that counts or compares.
/// </summary>
public static class PersonTimeline
{
    public const int PageSize = 25;

    public static async Task<(List<Happened> Rows, string? Next)> Ask(Session session, Me me, Id person, string? after)
    {
        var place = Cursor.Id(string.IsNullOrEmpty(after) ? null : after);
        var rows = await session.All<Happened>($"""
            select h.id, h.at, h.who, w.name as who_name, h.kind, h.on_id, h.door, h.payload, k.what, c.text as talk, c.is_private,
              t.text as thanks, g.name as thanked, v.words, u.name as customer
            from (select id, at, who, kind, on_id, door, payload from happening where workspace = @Workspace and on_id in (
                select x.id from ask x where x.workspace = @Workspace and (x.requester = @person or x.performer = @person) and x.state <> 'draft'
                  and (x.requester = @Me or x.performer = @Me or {Public("x.id")}) and {Me.MaySee("x.id")}
                union select x.id from thanks x where x.workspace = @Workspace and (x.giver = @person or x.receiver = @person) and {Me.MaySee("x.id")}
                union select x.conversation from conversation_person x where x.workspace = @Workspace and x.person = @person and {Me.MaySee("x.conversation")}
                union select x.id from conversation x where x.workspace = @Workspace and x.author = @person and {Me.MaySee("x.id")}
                union select x.id from verbatim x where x.workspace = @Workspace and x.kept_by = @person
                union select x.id from person x where x.workspace = @Workspace and x.id = @person)
              and (kind like 'ask.%' or kind in ('thanks.given', 'conversation.logged', 'verbatim.kept', 'person.words-written', 'person.left'))
              {(place is null ? "" : "and id < @place")} order by id desc limit {PageSize + 1}) h
            left join person w on w.workspace = @Workspace and w.id = h.who
            left join ask k on k.workspace = @Workspace and k.id = h.on_id
            left join conversation c on c.workspace = @Workspace and c.id = h.on_id
            left join thanks t on t.workspace = @Workspace and t.id = h.on_id
            left join person g on g.workspace = @Workspace and g.id = t.receiver
            left join verbatim v on v.workspace = @Workspace and v.id = h.on_id
            left join customer u on u.workspace = @Workspace and u.id = v.customer
            order by h.id desc
            """, new { me.Workspace, Me = me.Person, me.Sees, me.Led, person, place });
        return Cursor.Cut(rows, PageSize, last => last.Id.ToString());
    }

    public static IEnumerable<TimelineLine> Tell(IEnumerable<Happened> rows, Tongue t) => rows.Select(row => Line(row, t)).OfType<TimelineLine>();

    private static TimelineLine? Line(Happened h, Tongue t)
    {
        var name = h.WhoName ?? "Inward";
        return h.Kind switch
        {
            "thanks.given" => new(h.At, "heart", "thx", t["{0} thanked {1}", name, h.Thanked ?? ""], null, $"/thanks/{h.OnId}", h.Thanks),
            "conversation.logged" => new(h.At, h.IsPrivate == true ? "lock" : "talk", "", t["{0} noted a talk", name], null, $"/conversations/{h.OnId}", h.Talk, h.IsPrivate == true),
            "verbatim.kept" => new(h.At, "quote", "cust", t["{0} wrote down what {1} said", name, h.Customer ?? ""], null, $"/verbatims/{h.OnId}", h.Words is null ? null : VerbatimTable.Opening(h.Words, 160)),
            "person.words-written" => new(h.At, "pen", "", t["{0} wrote their own words", name], null, $"/people/{h.OnId}", null),
            "person.left" => new(h.At, "people", "", t["{0} noted that this colleague left", name], null, $"/people/{h.OnId}", null),
            _ => AskTalk.Line(name, new HappeningOut(h.Id, h.Kind, h.Who, h.At, h.Door, Raw.Of(h.Payload)), t) is { } line
                ? new(h.At, line.Icon, line.Colour, line.Step, h.What, $"/asks/{h.OnId}", line.Words)
                : null,
        };
    }

    private static string Public(string record) =>
        $"exists (select 1 from audience e where e.workspace = @Workspace and e.record = {record} and e.reader = @Workspace)";
}

/// <summary>What happened, with the words of the record that it happened to.</summary>
public sealed record Happened(
    Id Id, DateTimeOffset At, Id? Who, string? WhoName, string Kind, Id OnId, string Door, string? Payload, string? What, string? Talk, bool? IsPrivate,
    string? Thanks, string? Thanked, string? Words, string? Customer);

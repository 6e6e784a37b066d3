using System.Text.Json;
using Inward.House;
using Inward.Notes;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Notes;
using Inward.Server.People;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Recorded;

/// <summary>What is recorded about me, as others may see it too; and the private notes, which I can ask for.</summary>
public sealed class RecordsPage : RoomPage
{
    private IReadOnlyList<NoteRequest> requests = [];

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public IReadOnlyList<RecordRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    /// <summary>What the company's own fields say of me, retired ones too.</summary>
    public IReadOnlyList<FieldOnPage> CompanyFields { get; private set; } = [];

    public IReadOnlyList<ReleasedNote> Released { get; private set; } = [];

    /// <summary>What names me as well and is not in the list.</summary>
    public IReadOnlyList<Inward.House.Sentence> Others { get; private set; } = [];

    public NoteRequest? Open => requests.FirstOrDefault(r => r.IsOpen);

    public NoteRequest? Last => requests.Count > 0 ? requests[0] : null;

    public Task OnGetAsync(string? after) => Read(async session =>
    {
        var values = (await session.Person(Me.Workspace, Me.Person) ?? throw Rule.NotVisible()).Fields;
        CompanyFields = values.All.Count == 0 ? [] : [.. (await session.CompanyFields(Me.Workspace, FieldAbout.Person)).Where(f => values[f.Id] is not null).Select(f => new FieldOnPage(f, values[f.Id]))];
        requests = await session.NoteRequests(Me.Workspace, Me.Person);
        Released = await session.NotesReleasedTo(Me);
        Others = await RecordsAboutMe.OthersHere(session, Me);
        (Rows, Next) = await RecordsAboutMe.Ask(session, Me, string.IsNullOrEmpty(Kind) ? null : Kind, after);
        return true;
    });

    public Task<IActionResult> OnPostAskAsync() => Change(unit => NoteRequestDesk.AskFor(unit, Me), _ => "/settings/records", () => OnGetAsync(null));

    /// <summary>The kinds of entries as they are called.</summary>
    public IReadOnlyList<(string Kind, string Name)> Named =>
    [
        ("ask", T["Asks"]), ("conversation", T["Talks"]), ("item", T["What was learned"]), ("thanks", T["Thanks"]), ("suggestion", T["Suggestions"]), ("sale", T["Sales"]), ("verbatim", T["What customers said"]), ("journey", T["Journeys"]),
        ("profile", T["Your profile"]), ("membership", T["Teams"]), ("colleague", T["Colleagues"]),
    ];

    /// <summary>Whoever was taken out of a talk does not open it any more.</summary>
    public bool IsOfIt(RecordRow row) => row.SeenBy.Any(n => n.Id == Me.Person || n.Id == Me.Workspace);

    /// <summary>What an entry says, as a line.</summary>
    public string Says(RecordRow row) => row.Kind switch
    {
        "conversation" => row.Words is { Length: > 0 } words ? words : T[row.Title],
        "item" => $"{Learned(row.Title)}: {row.Words}",
        "membership" => Between(row.Words ?? "") is { Length: > 0 } days ? T["In the team {0}, {1}", row.Title, days] : T["In the team {0}", row.Title],
        "sale" => T["You own the sale {0}", row.Title],
        "colleague" => row.Words == "deputy" ? T["{0} named you as their deputy", row.Title] : T["{0} reports to you", row.Title],
        "profile" => row.Title switch
        {
            "person.added" or "person.joined" => T["You were added"],
            "person.words-written" => T["Your own words were written"],
            "person.photo-shown" => T["Your picture was put there"],
            "person.photo-removed" => T["Your picture was removed"],
            "person.away" => T["An absence was noted"],
            "person.back" => T["An absence ended"],
            "person.merged" => T["Another entry of yours was merged with this one"],
            "person.parted" => T["Two entries that had been merged were parted again"],
            "person.left" => T["It was noted that you left"],
            "person.administers" => T["You became an administrator"],
            "person.administers-no-more" => T["You are no longer an administrator"],
            _ => T["Your profile was changed: {0}", Fields(row.Words)],
        },
        _ => row.Title,
    };

    public string? Href(RecordRow row) => row.Kind switch
    {
        "ask" => $"/asks/{row.Id}",
        "conversation" or "item" => IsOfIt(row) ? $"/conversations/{row.Id}" : null,
        "thanks" => $"/thanks/{row.Id}",
        "suggestion" => IsOfIt(row) ? $"/suggestions/{row.Id}" : null,
        "sale" => $"/sales/{row.Id}",
        "verbatim" => $"/verbatims/{row.Id}",
        "journey" => $"/journeys/{row.Id}",
        "colleague" => $"/people/{row.Id}",
        _ => null,
    };

    public static string Looks(RecordRow row) => row.Kind switch
    {
        "ask" => "asks",
        "conversation" => "talk",
        "item" => "flag",
        "thanks" => "heart",
        "sale" => "customers",
        "verbatim" => "quote",
        "journey" => "board",
        "profile" => "me",
        "suggestion" => "pen",
        _ => "people",
    };

    private string Learned(string kind) => kind switch
    {
        "need" => T["You need"],
        "want" => T["You want"],
        "obstacle" => T["An obstacle you named"],
        "idea" => T["An idea of yours"],
        _ => T["Promised to you"],
    };

    // Both ends as they are kept; an open one is empty.
    private string Between(string days) => days.Split(" – ") is [var from, var to] ? (from, to) switch
    {
        ("", "") => "",
        (_, "") => T["since {0}", Day(from)],
        ("", _) => T["until {0}", Day(to)],
        _ => $"{Day(from)} – {Day(to)}",
    } : "";

    private string Day(string day) => DateOnly.TryParseExact(day, "O", out var known) ? T.Date(known) : day;

    private static string Fields(string? payload)
    {
        using var said = JsonDocument.Parse(payload ?? "{}");
        return said.RootElement.TryGetProperty("changed", out var changed) ? string.Join(", ", changed.EnumerateArray().Select(f => f.ToString())) : "";
    }
}

using Inward.House;
using Inward.Ideas;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Ideas;

/// <summary>An idea in a sentence or two; the page says who will answer it.</summary>
public sealed class NewIdeaPage : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public Id? About { get; set; }

    [BindProperty(SupportsGet = true)]
    public Id? Wanted { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Team { get; set; }

    [BindProperty]
    public string? Days { get; set; }

    [BindProperty]
    public bool Private { get; set; }

    [BindProperty]
    public string? Once { get; set; }

    public AboutSeen? Of { get; private set; }

    public HelpWanted? Card { get; private set; }

    /// <summary>Who answers, and why.</summary>
    public string Answers { get; private set; } = "";

    public IReadOnlyList<string> Teams { get; private set; } = [];

    public Task OnGetAsync()
    {
        Once = Id.New(Now).ToString();
        return Load();
    }

    public Task<IActionResult> OnPostAsync() => ChangeOnce(Once, async unit => await IdeaDesk.Share(unit, Me,
        new IdeaTold(Query.Typed(Text), About, Private, Wanted, await TeamMeant(unit), (int?)Math.Clamp(decimal.Round(Query.Number("days", Days) ?? Idea.UsualDays), 0, 1_000))), idea => $"/ideas/{idea.Id}", Load);

    private async Task<Id?> TeamMeant(Unit unit) => string.IsNullOrWhiteSpace(Team) ? null
        : await Whom.Team(unit, Me.Workspace, Team) ?? throw Rule.Invalid("team", new Sentence("No team here is called “{0}”.", Team.Trim()));

    private Task Load() => Read(async session =>
    {
        Of = About is { } about ? await session.About(Me, about) : null;
        Card = Wanted is { } card ? await session.HelpWanted(Me.Workspace, card) ?? throw Rule.NotVisible() : null;
        var answering = await IdeaDesk.Who(session, Me.Workspace, Me.Person, Of, Card, null, Now);
        var names = await session.Names(Me.Workspace, new[] { answering.Who, answering.For }.OfType<Id>());
        string Name(Id? person) => person is { } one ? names.GetValueOrDefault($"{one}", "") : "";
        Answers = IdeaWords.Because(answering, Name(answering.Who), Name(answering.For), T);
        Teams = [.. (await session.Teams(Me.Workspace)).Take(300).Select(team => team.Name)];
        return true;
    });
}

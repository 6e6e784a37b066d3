using Inward.House;
using Inward.Ideas;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Ideas;

/// <summary>What I need, who answers, and until when ideas are welcome.</summary>
public sealed class NewHelpWantedPage : RoomPage
{
    private const int UsualDays = 10;

    [BindProperty(SupportsGet = true)]
    public Id? About { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public List<string?> Kinds { get; set; } = [];

    [BindProperty]
    public string? Answerer { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    [BindProperty]
    public string? Once { get; set; }

    public AboutSeen? Of { get; private set; }

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    public Task OnGetAsync() => Read(async session =>
    {
        Once = Id.New(Now).ToString();
        Until = (await session.CalendarOf(Me.Workspace, null)).AddWorkingDays(Today, UsualDays).ToString("O");
        await Load(session);
        return true;
    });

    public Task<IActionResult> OnPostAsync() => ChangeOnce(Once, async unit => await HelpWantedDesk.Post(unit, Me,
        new HelpWantedTold(Query.Typed(Text), [.. Kinds.Select(kind => Query.Word<HelpKind>("kinds", kind)).OfType<HelpKind>()], await Whom.Colleague(unit, Me, "answerer", Answerer), Query.Day("until", Until), About)),
        card => $"/ideas/wanted/{card.Id}", () => Read(Load));

    private async Task<bool> Load(Session session)
    {
        Of = About is { } about ? await session.About(Me, about) : null;
        Colleagues = await Whom.Suggested(session, Me, Today);
        return true;
    }
}

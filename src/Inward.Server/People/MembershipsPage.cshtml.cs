using Inward.House;
using Inward.People;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.People;

/// <summary>Who is, was and will be in a team, as an administrator keeps it: one small form for each stay, one for whoever joins.</summary>
public sealed class MembershipsPage : RoomPage
{
    [BindProperty]
    public int? Version { get; set; }

    [BindProperty]
    public string? Person { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public bool Lead { get; set; }

    /// <summary>Which stay was sent; null where somebody joins.</summary>
    public Id? Sent { get; private set; }

    public Team Team { get; private set; } = null!;

    public IReadOnlyList<StayRow> Stays { get; private set; } = [];

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    public Task OnGetAsync(Id id)
    {
        From = Today.ToString("O");
        return Load(id);
    }

    public Task<IActionResult> OnPostAsync(Id id) => Change(
        async unit => await TeamDesk.Join(unit, Me, id, Version, new StayTold(await Whom.Colleague(unit, Me, "person", Person), Query.Day("from", From), Query.Day("to", To), Lead)),
        _ => $"/teams/{id}/memberships", () => Load(id));

    public Task<IActionResult> OnPostStayAsync(Id id, Id stay)
    {
        Sent = stay;
        return Change(unit => TeamDesk.Restay(unit, Me, id, stay, Version, now => now with { From = Query.Day("from", From), To = Query.Day("to", To), Lead = Lead }),
            _ => $"/teams/{id}/memberships", () => Load(id));
    }

    private Task Load(Id id) => Read(async session =>
    {
        Inward.People.Team.CheckKeeper(Me.Administrator);
        Team = await session.Team(Me.Workspace, id) ?? throw Rule.NotVisible();
        Stays = await TeamQuestions.Stays(session, Me, id);
        Colleagues = await Whom.Suggested(session, Me, Today);
        return true;
    });
}

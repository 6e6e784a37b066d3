using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.People;

/// <summary>Where those who are in a team, and administrators, fill in the company's fields of it and choose its picture.</summary>
[RequestSizeLimit(64 << 20)]
[RequestFormLimits(MultipartBodyLengthLimit = 64 << 20)]
public sealed class FillTeamPage : RoomPage
{
    [BindProperty]
    public int? Version { get; set; }

    public Team Team { get; private set; } = null!;

    public IReadOnlyList<FieldOnPage> ToFill { get; private set; } = [];

    public Conflict? Conflict { get; private set; }

    /// <summary>Who is in it chooses the picture; an administrator may only remove it.</summary>
    public bool IsMine => Me.Teams.Contains(Team.Id);

    public Task OnGetAsync(Id id) => Load(id);

    public Task<IActionResult> OnPostAsync(Id id) => Change(unit => TeamDesk.Fill(unit, Me, id, Version, FieldsTold.Sent(Request.Form)), _ => $"/teams/{id}", () => Load(id));

    public async Task<IActionResult> OnPostPhotoAsync(Id id, IFormFile? photo)
    {
        var sent = await PhotoDesk.ReadUpload(photo, HttpContext.RequestAborted);
        return await Change(unit => PhotoDesk.ShowOfTeam(unit, Me, id, null, sent), _ => $"/teams/{id}", () => Load(id));
    }

    public Task<IActionResult> OnPostNoPhotoAsync(Id id) => Change(unit => PhotoDesk.RemoveOfTeam(unit, Me, id), _ => $"/teams/{id}", () => Load(id));

    private Task Load(Id id) => Read(async session =>
    {
        Team = await session.Team(Me.Workspace, id) ?? throw Rule.NotVisible();
        Team.CheckFiller(IsMine, Me.Administrator);
        ToFill = FieldsTold.ToFill(await session.CompanyFields(Me.Workspace, FieldAbout.Team), Team.Fields, Me.Administrator, Request.HasFormContentType ? Request.Form : null, Wrong);
        if (Mistake?.Why == Broken.Stale)
            Conflict = await Conflict.Over(session, Me.Workspace, id, Team.Version, [.. ToFill.Select(f => f.Against(Team.Fields, T))]);
        Version ??= Team.Version;
        return true;
    });
}

using Inward.House;
using Inward.Passages;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Passages;

/// <summary>What a log measured: cases, stages and hand-overs with their intervals, and the flow that they make.</summary>
public sealed class EventLogPage : RoomPage
{
    /// <summary>Of all hand-overs, how much the picture shows, in percent.</summary>
    public static readonly IReadOnlyList<int> Shares = [100, 95, 80, 60];

    private const int UsualShare = 95;

    public PassagesAsked Asked { get; private set; } = null!;

    public Flow Flow { get; private set; } = null!;

    /// <summary>The journey that stands beside it first.</summary>
    public Id Journey { get; private set; }

    [BindProperty(SupportsGet = true)]
    public int? Shown { get; set; }

    public Task OnGetAsync(Id id, string? cut) => Show(id, cut);

    public Task<IActionResult> OnPostFinishAsync(Id id, int? version, string? done) =>
        Change(unit => LogDesk.Finish(unit, Me, id, version, done), _ => $"/passages/{id}", () => Show(id, null));

    private async Task Show(Id id, string? cut)
    {
        var (by, of) = cut?.Split(':', 2) is [var what, var which] ? (what, which) : ((string?)null, (string?)null);
        try
        {
            Asked = await Read(session => PassagesAsked.Ask(session, Me, id, by, of));
        }
        catch (BrokenRule mistake) when (mistake.Why == Broken.Invalid)
        {
            Mistake = mistake;
            Response.StatusCode = 422;
            Asked = await Read(session => PassagesAsked.Ask(session, Me, id, null, null));
        }
        Journey = await Read(session => session.JourneyBeside(Me.Workspace, id));
        Shown = Shown is { } share && Shares.Contains(share) ? share : UsualShare;
        Flow = Flow.Of(Asked.Figures, Shown.Value / 100.0);
    }

    public string Name(CutName cut) => cut.OfWhat.Length > 0 ? cut.OfWhat : cut.ByWhat switch
    {
        "team" => T["All other teams"],
        "product" => T["All other products"],
        _ => T["Earlier months"],
    };

    public string Heading(string by) => by switch { "team" => T["Teams"], "product" => T["Products"], _ => T["Months"] };
}

using Inward.House;
using Inward.Objectives;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Objectives;

/// <summary>The round of advice on an objective: one's own, what others said, and what became of it.</summary>
public sealed class AdvicePage : RoomPage
{
    [BindProperty]
    public IReadOnlyList<string?> People { get; set; } = [];

    [BindProperty]
    public string? AnswerBy { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Which of them is replied to.</summary>
    [BindProperty]
    public string? Advice { get; set; }

    [BindProperty]
    public string? Used { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    public AdviceSeen Seen { get; private set; } = null!;

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Id id)
    {
        await Load(id);
        return PageOr("advice", "/Objectives/_Advice.cshtml");
    }

    public Task<IActionResult> OnPostInviteAsync(Id id) => Change(
        async unit => await AdviceDesk.Invite(unit, Me, id, null, await Whom.Colleagues(unit, Me, "people", People), Query.Day("answerBy", AnswerBy)), _ => $"/objectives/{id}/advice", () => Load(id));

    public Task<IActionResult> OnPostSayAsync(Id id) => Change(unit => AdviceDesk.Say(unit, Me, id, Query.Typed(Text)), _ => $"/objectives/{id}/advice", () => Load(id));

    public Task<IActionResult> OnPostReplyAsync(Id id) => Change(
        unit => AdviceDesk.Reply(unit, Me, id, Query.Id("advice", Advice) ?? default, string.IsNullOrEmpty(Used) ? null : Query.Flag("used", Used), Query.Typed(Because)), _ => $"/objectives/{id}/advice#advice-{Advice}", () => Load(id));

    public static string Word(Level level) => level switch
    {
        Level.FrontLine => "Closest to the work",
        Level.Lead => "Leads a team",
        _ => "Leads several teams",
    };

    private Task Load(Id id) => Read(async session =>
    {
        Seen = await AdviceSeen.Of(session, Me, id, Today);
        if (Seen.MayChange)
            Colleagues = await Whom.Suggested(session, Me, Today);
        return true;
    });
}

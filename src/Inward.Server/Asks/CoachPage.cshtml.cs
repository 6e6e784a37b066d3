using Inward.Asks;
using Inward.Asks.Wording;
using Inward.House;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Asks;

/// <summary>Reads along while an ask is written: local, at once, and it never blocks.</summary>
public sealed class CoachPage : RoomPage
{
    public IReadOnlyList<Hint> Hints { get; private set; } = [];

    /// <summary>What the one who is asked has promised already; null where nobody is named yet, or where it is not shown.</summary>
    public IReadOnlyList<PromisedDay>? Promised { get; private set; }

    /// <summary>Who may help, while nobody is named yet; null otherwise.</summary>
    public HelpersShown? Helpers { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? to, string? what, string? reason, string? effect, List<string?> conditions, string? answerBy, string? neededBy)
    {
        Hints = WordingCoach.Read(new AskWords(what, reason, effect, [.. conditions.OfType<string>()], Day(answerBy), Day(neededBy)));
        (Promised, Helpers) = await Read(async session => (await PromisedBy(session, to), string.IsNullOrWhiteSpace(to) ? await WhoMayHelp.Ask(session, Me, what, Today) : null));
        if (Helpers is { Items.Count: 0, TooCommon.Count: 0 })
            Helpers = null;
        return WantsFragment("coach") ? Partial("/Asks/_Coach.cshtml", this) : Page();
    }

    private async Task<IReadOnlyList<PromisedDay>?> PromisedBy(Session session, string? to)
    {
        try
        {
            return await Whom.ColleagueOrTeam(session, Me, "to", to) switch
            {
                { Person: { } person } => await WorkPromised.ByPersonIfShown(session, Me, person, Today),
                { Team: { } team } => await WorkPromised.ByTeamIfShown(session, Me, team, Today),
                _ => null,
            };
        }
        catch (BrokenRule unknown) when (unknown.Why == Broken.Invalid)
        {
            return null;
        }
    }

    private static DateOnly? Day(string? typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", out var day) ? day : null;
}

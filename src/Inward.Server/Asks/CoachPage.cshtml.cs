using Inward.Asks.Wording;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Asks;

/// <summary>Reads along while an ask is written: local, at once, and it never blocks.</summary>
public sealed class CoachPage : RoomPage
{
    public IReadOnlyList<Hint> Hints { get; private set; } = [];

    public void OnGet()
    {
    }

    public IActionResult OnPost(string? what, string? reason, string? effect, List<string?> conditions, string? answerBy, string? neededBy)
    {
        Hints = WordingCoach.Read(new AskWords(what, reason, effect, [.. conditions.OfType<string>()], Day(answerBy), Day(neededBy)));
        return WantsFragment("coach") ? Partial("/Asks/_Coach.cshtml", Hints) : Page();
    }

    private static DateOnly? Day(string? typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", out var day) ? day : null;
}

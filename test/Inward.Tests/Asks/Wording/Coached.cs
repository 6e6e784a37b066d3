using Inward.Asks.Wording;

namespace Inward.Tests.Asks.Wording;

/// <summary>Asks for the coach to read: whole ones, so that only the wording under test is noticed.</summary>
internal static class Coached
{
    public static AskWords Ask(string? what) => new(
        what,
        Reason: "The customer cannot pay without it.",
        Effect: "They can open their branch on Saturday.",
        Conditions: ["The order number stands on the invoice."],
        AnswerBy: new DateOnly(2026, 11, 18),
        NeededBy: new DateOnly(2026, 11, 19));

    public static IReadOnlyList<Hint> Read(string? what) => WordingCoach.Read(Ask(what));

    public static Hint Only(string what, HintKind kind) => Read(what).Where(hint => hint.Kind == kind).ShouldHaveSingleItem();

    public static void Is(HintKind kind, string what) => Read(what).ShouldContain(hint => hint.Kind == kind, what);

    public static void IsNot(HintKind kind, string what) => Read(what).ShouldNotContain(hint => hint.Kind == kind, what);

    public static string At(this string text, Hint hint) => text.Substring(hint.Where!.Start, hint.Where.Length);
}

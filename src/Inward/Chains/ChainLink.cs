using Inward.House;

namespace Inward.Chains;

/// <summary>A step as its customer reads it.</summary>
/// <param name="Words">Instead of what we call it among ourselves.</param>
public sealed record ShownStep(Id Step, string Words);

/// <summary>A link as somebody wishes for it.</summary>
/// <param name="Title">What the customer reads above the steps.</param>
/// <param name="Language">en or de.</param>
public sealed record ChainLinkTold(string? Title, int? Days = null, string? Language = null, IReadOnlyList<ShownStep>? Steps = null);

/// <summary>What a customer may see of a chain: chosen steps in words for them, until a day, without signing in. Its address is told once.</summary>
public sealed record ChainLink(Id Workspace, Id Id, Id Chain, Id By, DateTimeOffset MadeAt, DateTimeOffset EndsAt)
{
    public const int MostDays = 90;
    public const int UsualDays = 30;
    public const int MostOpen = 20;
    public const int LongestWords = 200;

    public string Title { get; init; } = "";
    public string Language { get; init; } = "en";
    public IReadOnlyList<ShownStep> Steps { get; init; } = [];
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The last day on which somebody opened it; how often, and who, nobody counts.</summary>
    public DateOnly? OpenedOn { get; init; }

    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && now < EndsAt;

    public static ChainLink Made(Chain chain, Id id, ChainLinkTold told, int open, Id by, DateTimeOffset now)
    {
        if (chain.Ended is not null)
            throw Rule.NotNow("This chain has ended.");
        if (open >= MostOpen)
            throw Rule.NotNow(new Sentence("At most {0} links of a chain are open at once. Revoke one first.", MostOpen));
        var wrong = new List<Wrong>();
        Text.Check(wrong, "title", told.Title, LongestWords, required: "Say what the customer reads above the steps.");
        if (told.Days is < 1 or > MostDays)
            wrong.Add(new Wrong("days", new Sentence("A link is good for 1 to {0} days.", MostDays)));
        if (told.Language is not (null or "en" or "de"))
            wrong.Add(new Wrong("language", "A customer's page is in English (en) or German (de)."));
        var steps = (told.Steps ?? []).OfType<ShownStep>().DistinctBy(shown => shown.Step).ToList();
        if (steps.Count == 0)
            wrong.Add(new Wrong("steps", "Choose at least one step that the customer sees."));
        foreach (var shown in steps)
            Check(chain, shown, wrong);
        return wrong.Count > 0 ? throw Rule.Invalid(wrong) : new ChainLink(chain.Workspace, id, chain.Id, by, now, now.AddDays(told.Days ?? UsualDays))
        {
            Title = told.Title!.Trim(), Language = told.Language ?? "en", Steps = [.. chain.Steps.Join(steps, step => step.Id, shown => shown.Step, (_, shown) => shown with { Words = shown.Words.Trim() })],
        };
    }

    public ChainLink Revoke(DateTimeOffset now) => RevokedAt is not null ? throw Rule.NotNow("This link was revoked already.") : this with { RevokedAt = now };

    private static void Check(Chain chain, ShownStep shown, List<Wrong> wrong)
    {
        if (chain.Step(shown.Step) is not { } step)
            wrong.Add(new Wrong("steps", "This chain has no such step."));
        else
            Text.Check(wrong, "steps", shown.Words, LongestWords, required: new Sentence("Say in words for the customer what “{0}” is.", step.Step.Name));
    }
}

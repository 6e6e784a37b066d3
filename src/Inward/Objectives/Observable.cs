using Inward.House;

namespace Inward.Objectives;

/// <summary>Something that anybody can see on the day after success.</summary>
public sealed record Observable(string Text)
{
    public Seen? Seen { get; init; }

    public Observable See(string? words, string? link, Id by, DateTimeOffset now)
    {
        var wrong = new List<Wrong>();
        House.Text.Check(wrong, "words", words, Objective.LongestText, required: "Say what can be seen, so that others can look.");
        House.Text.Check(wrong, "link", link, Objective.LongestObservable);
        if (!string.IsNullOrWhiteSpace(link) && !IsAddress(link.Trim()))
            wrong.Add(new Wrong("link", "A link begins with https:// or is an address here, such as /sales."));
        return wrong.Count > 0 ? throw Rule.Invalid(wrong) : this with { Seen = new Seen(by, now, words!.Trim(), string.IsNullOrWhiteSpace(link) ? null : link.Trim()) };
    }

    /// <summary>What is said in the same words stays the same, with what was seen of it.</summary>
    internal static IReadOnlyList<Observable> Told(IReadOnlyList<Observable> before, IReadOnlyList<string?> told) =>
        [.. told.OfType<string>().Select(text => before.FirstOrDefault(one => one.Text == text) ?? new Observable(text))];

    private static bool IsAddress(string link) => (link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal) && !link.Contains('\\'))
        || (Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "https" or "http");
}

/// <summary>Who saw it, when, and what.</summary>
public sealed record Seen(Id By, DateTimeOffset At, string Words, string? Link);

using System.Text.Json.Serialization;
using Inward.House;

namespace Inward.Journeys;

public enum EvidenceKind
{
    Verbatim,
    Sale,
    Ask,

    /// <summary>An address, or where else one finds it.</summary>
    Link,
}

/// <summary>What speaks for the worth of a stage. A stage without any is assumed.</summary>
/// <param name="Record">The words, the sale or the ask; null for a link.</param>
/// <param name="Words">The link, or what the record shows.</param>
public sealed record Evidence(Id Id, EvidenceKind Kind, Id? Record, string? Words, Id By, DateTimeOffset At)
{
    public const int LongestWords = 1000;

    /// <summary>An address that a page may link to; anything else is shown as it was typed.</summary>
    [JsonIgnore]
    public string? Address => Kind == EvidenceKind.Link && Uri.TryCreate(Words, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address.AbsoluteUri : null;

    public Evidence Checked()
    {
        var wrong = new List<Wrong>();
        if (Kind != EvidenceKind.Link && Record is null)
            wrong.Add(new Wrong("record", "Say which record speaks for it."));
        Text.Check(wrong, "words", Words, LongestWords, Kind == EvidenceKind.Link ? new Sentence("Say where one finds it.") : null);
        return wrong.Count == 0 ? this with { Words = string.IsNullOrWhiteSpace(Words) ? null : Words.Trim(), Record = Kind == EvidenceKind.Link ? null : Record } : throw Rule.Invalid(wrong);
    }
}

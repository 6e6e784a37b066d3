using Inward.House;

namespace Inward.Asks;

/// <summary>What is asked, when it counts as done, and by when: one version of it. Versions are added, never overwritten.</summary>
/// <param name="Version">From 1.</param>
/// <param name="By">A day, ending in the performer's zone; null only in a draft.</param>
/// <param name="Undone">Taken back within ten seconds; kept, and marked.</param>
public sealed record Terms(int Version, string What, IReadOnlyList<string> Conditions, DateOnly? By, Id ProposedBy, DateTimeOffset At, bool Undone = false)
{
    /// <summary>What was said when they were offered.</summary>
    public string? Note { get; init; }
}

/// <summary>The performer's word. The first promised day stays beside the day in force: re-dated promises would hide lateness.</summary>
public sealed record Promise(DateOnly By, DateOnly FirstBy, string? FirstStep, DateTimeOffset At);

/// <summary>Other terms, on the table until the other one answers: a counter-offer before the promise, a renegotiation after it.</summary>
/// <param name="Version">Of the terms that are offered.</param>
public sealed record Offer(Id By, int Version, string? Note, LateCause? LateCause, DateTimeOffset At);

/// <summary>Why a date is missed or moved; asked once, at the moment it happens.</summary>
public enum LateCause
{
    Waiting,
    Information,
    Capacity,
    Material,
    Priority,
    Changed,
    Estimate,
    Absence,
}

using System.Text.Json.Serialization;
using Inward.House;

namespace Inward.Asks;

/// <summary>
/// An ask, freely promised, kept by a date, confirmed by the one who asked, and thanked with its effect told. A conversation
/// for action (Winograd and Flores 1986): facts with who and when; state and turn are told from them.
/// </summary>
public sealed partial record Ask(Id Workspace, Id Id, Id Requester)
{
    /// <summary>The one person who may promise; null while nobody of the asked team has taken it, and in a draft.</summary>
    public Id? Performer { get; init; }

    /// <summary>The asked team; null when a person was asked.</summary>
    public Id? Team { get; init; }

    /// <summary>The person it was addressed to, when their deputy received it.</summary>
    public Id? AskedOf { get; init; }

    public string Reason { get; init; } = "";
    public string Effect { get; init; } = "";

    /// <summary>The day by which the performer says yes, no or what is in the way.</summary>
    public DateOnly? AnswerBy { get; init; }

    /// <summary>Marked open: everyone in the workspace may see it.</summary>
    public bool Open { get; init; }

    public Id? Verbatim { get; init; }
    public Id? Sale { get; init; }
    public Id? Initiative { get; init; }
    public Id? Objective { get; init; }

    /// <summary>The idea of a colleague that it carries out.</summary>
    public Id? Idea { get; init; }

    /// <summary>The ask whose performer delegated this one.</summary>
    public Id? Parent { get; init; }

    public IReadOnlyList<Id> Children { get; init; } = [];

    /// <summary>The ask that this one takes up again after its performer left.</summary>
    public Id? Follows { get; init; }

    public DateTimeOffset MadeAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it came back to the drafts, because nobody was left who could perform it.</summary>
    public DateTimeOffset? ReturnedAt { get; init; }

    public IReadOnlyList<Terms> AllTerms { get; init; } = [];

    /// <summary>The version of the terms in force.</summary>
    public int TermsVersion { get; init; } = 1;

    public Promise? Promise { get; init; }
    public Offer? Offer { get; init; }
    public IReadOnlyList<Question> Questions { get; init; } = [];
    public IReadOnlyList<Obstacle> Obstacles { get; init; } = [];
    public IReadOnlyList<Concern> Concerns { get; init; } = [];
    public IReadOnlyList<Remark> Remarks { get; init; } = [];
    public IReadOnlyList<AskFile> Files { get; init; } = [];
    public Delivery? Delivery { get; init; }
    public IReadOnlyList<Rejection> Rejections { get; init; } = [];
    public Acceptance? Acceptance { get; init; }
    public Decline? Decline { get; init; }
    public Revocation? Revocation { get; init; }
    public Withdrawal? Withdrawal { get; init; }
    public Telling? Telling { get; init; }

    /// <summary>Who once performed it or owned an obstacle: they keep sight.</summary>
    public IReadOnlyList<Id> Formerly { get; init; } = [];

    /// <summary>Grows by one with every change.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The last move, while its maker may still take it back.</summary>
    public LastMove? Last { get; init; }

    [JsonIgnore]
    public AskState State => this switch
    {
        { SentAt: null } => AskState.Draft,
        { Withdrawal: not null } => AskState.Withdrawn,
        { Decline: not null } => AskState.Declined,
        { Revocation: not null } => AskState.Revoked,
        { Acceptance: not null } => AskState.Accepted,
        { Delivery.QuietSince: not null } => AskState.Unconfirmed,
        { Delivery: not null } => AskState.Delivered,
        { Promise: not null, Offer: not null } => AskState.Renegotiating,
        { Promise: not null } => AskState.Promised,
        { Offer: not null } => AskState.Countered,
        _ => OpenObstacles.Any() ? AskState.Blocked : AskState.Requested,
    };

    [JsonIgnore]
    public bool IsOpen => State is not (AskState.Draft or AskState.Accepted or AskState.Declined or AskState.Revoked or AskState.Withdrawn);

    [JsonIgnore]
    public Turn? Turn => State switch
    {
        AskState.Requested when OpenQuestion is not null => Of(Requester),
        AskState.Requested => Performer is { } performer ? Of(performer) : new Turn(TurnKind.Team, Team!.Value),
        AskState.Blocked => Of(OpenObstacles.First().Owner),
        AskState.Countered or AskState.Delivered or AskState.Unconfirmed => Of(Requester),
        AskState.Promised => Of(Performer!.Value),
        AskState.Renegotiating => Of(Offer!.By == Requester ? Performer!.Value : Requester),
        _ => null,
    };

    /// <summary>The terms in force; while an offer is open, the old ones stand.</summary>
    [JsonIgnore]
    public Terms Terms => AllTerms.First(t => t.Version == TermsVersion);

    [JsonIgnore]
    public Terms? OfferedTerms => Offer is { } offer ? AllTerms.First(t => t.Version == offer.Version) : null;

    [JsonIgnore]
    public Question? OpenQuestion => Questions.LastOrDefault(q => q.IsOpen);

    [JsonIgnore]
    public IEnumerable<Obstacle> OpenObstacles => Obstacles.Where(o => o.IsOpen);

    /// <summary>The day that matters now: the promised one, else the day it is needed.</summary>
    [JsonIgnore]
    public DateOnly? Due => Promise?.By ?? Terms.By;

    /// <summary>Everyone who takes part or once did.</summary>
    [JsonIgnore]
    public IEnumerable<Id> Parties => new[] { Requester }
        .Concat(Performer is { } performer ? [performer] : [])
        .Concat(AskedOf is { } asked ? [asked] : [])
        .Concat(Obstacles.Select(o => o.Owner)).Concat(Formerly).Distinct();

    /// <summary>No answer after its date (C9): neither promised nor declined nor countered, and the day is over.</summary>
    public bool IsWithoutDecision(DateOnly today) => State is AskState.Requested or AskState.Blocked && AnswerBy < today;

    /// <summary>Promised (or still asked for) by a day that has passed.</summary>
    public bool IsLate(DateOnly today) => IsOpen && Delivery is null && Due < today;

    private static Turn Of(Id person) => new(TurnKind.Person, person);

    private Ask With(Terms terms) => this with { AllTerms = [.. AllTerms, terms] };

    private int NextTerms => AllTerms.Count + 1;
}

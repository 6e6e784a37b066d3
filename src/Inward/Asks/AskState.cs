using Inward.House;

namespace Inward.Asks;

/// <summary>Where an ask stands: never stored, always told from its facts.</summary>
public enum AskState
{
    Draft,
    Requested,
    Countered,
    Blocked,
    Promised,
    Renegotiating,
    Delivered,
    Unconfirmed,
    Accepted,
    Declined,
    Revoked,
    Withdrawn,
}

public enum TurnKind
{
    Person,
    Team,
}

/// <summary>Whose turn it is: exactly one person, or the asked team until somebody takes the ask.</summary>
public readonly record struct Turn(TurnKind Kind, Id Id);

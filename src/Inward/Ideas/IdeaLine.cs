using Inward.Asks;
using Inward.House;

namespace Inward.Ideas;

/// <summary>An ask that was made of an idea, as the line from the idea to its result tells of it.</summary>
/// <param name="Changed">What it was for; told once it is accepted.</param>
/// <param name="Told">What the customer was told of it.</param>
public sealed record IdeaLine(Id Ask, string What, AskState State, Id Requester, Id? Performer, Id? Team, DateTimeOffset? AskedAt, DateTimeOffset? PromisedAt, DateOnly? PromisedBy, DateOnly? DeliveredOn, DateTimeOffset? AcceptedAt, string? Changed, string? Told)
{
    public static IdeaLine Of(Ask ask) => new(
        ask.Id, ask.Terms.What, ask.State, ask.Requester, ask.Performer, ask.Team, ask.SentAt, ask.Promise?.At, ask.Promise?.By, ask.Delivery?.On, ask.Acceptance?.At,
        ask.Acceptance is null ? null : ask.Effect, ask.Telling?.Words);

    /// <summary>Nothing will come of it any more.</summary>
    public bool CameToNothing => State is AskState.Declined or AskState.Revoked or AskState.Withdrawn;
}

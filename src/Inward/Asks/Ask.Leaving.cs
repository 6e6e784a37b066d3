using Inward.House;

namespace Inward.Asks;

/// <summary>What becomes of an ask when somebody leaves: nobody inherits a promise, and nothing is lost.</summary>
public sealed partial record Ask
{
    /// <summary>
    /// The performer has left. A promise ends, counted against nobody, and its terms are asked afresh; what was not promised yet
    /// goes back itself: to the asked team, else the performer's own, else to the requester's drafts.
    /// </summary>
    /// <param name="theirTeam">A team the performer was in that still has members; null when there is none.</param>
    public Moved PerformerLeft(Id? theirTeam, Id newId, Circumstances c)
    {
        if (Performer is null)
            return new Moved(this);
        switch (State)
        {
            case AskState.Promised or AskState.Renegotiating:
                var moved = AskedAfresh(theirTeam, newId, c);
                return moved with { Ask = Next(moved.Ask, "left", c, undoable: false) };
            case AskState.Requested or AskState.Blocked or AskState.Countered:
                var team = GoesTo(theirTeam, c);
                return new Moved(Next(team is null ? Returned(c.Now) : GivenBack(c.Now) with { Team = team }, "left", c, undoable: false));
            default:
                return new Moved(this);
        }
    }

    /// <summary>The last one of the asked team who could take it has left: back to the requester's drafts, or nobody would have the turn.</summary>
    public Ask TeamEmptied(Circumstances c) =>
        State == AskState.Requested && Performer is null ? Next(Returned(c.Now), "left", c, undoable: false) : this;

    /// <summary>
    /// The requester has left; somebody else now stands behind the ask, with its offer and the obstacles they owned. Nobody asks
    /// themself, so it ends if that is its performer.
    /// </summary>
    public Ask RequesterLeft(Id successor, Circumstances c)
    {
        // A draft is its author's own; one that came back is everybody's work, and goes on.
        if (!IsOpen && !(State == AskState.Draft && ReturnedAt is not null))
            return this;
        var after = successor == Performer ? Ended(c.Now) with { Withdrawal = new Withdrawal(Requester, "Left the company.", c.Now) } : this with
        {
            Requester = successor,
            Offer = Offer?.By == Requester ? Offer with { By = successor } : Offer,
            Obstacles = PassObstacles(Requester, successor),
            Formerly = [.. Formerly.Append(Requester).Distinct()],
        };
        return Next(after, "left", c, undoable: false);
    }

    /// <summary>Obstacles whose owner has left pass to the requester.</summary>
    public Ask ObstacleOwnerLeft(Id owner, Circumstances c) =>
        !OpenObstacles.Any(o => o.Owner == owner) ? this : Next(
            this with
            {
                Obstacles = PassObstacles(owner, Requester),
                Formerly = [.. Formerly.Append(owner).Distinct()],
            },
            "left", c, undoable: false);

    private IReadOnlyList<Obstacle> PassObstacles(Id from, Id to) => [.. Obstacles.Select(o => o.IsOpen && o.Owner == from ? o with { Owner = to } : o)];

    private Ask Returned(DateTimeOffset now) => GivenBack(now) with { Team = null, SentAt = null, ReturnedAt = now };

    private Id? GoesTo(Id? theirTeam, Circumstances c) =>
        Team is { } asked && !(c.Receiver is { HasMembers: false } empty && empty.Team == asked) ? asked : theirTeam;

    /// <summary>A promise of somebody who left ends; its terms are asked afresh.</summary>
    private Moved AskedAfresh(Id? theirTeam, Id newId, Circumstances c) => new(
        Ended(c.Now) with { Revocation = new Revocation(null, "Left the company.", null, Left: true, c.Now) }, Afresh(newId, GoesTo(theirTeam, c), c));

    private Ask Afresh(Id id, Id? team, Circumstances c) => new(Workspace, id, Requester)
    {
        MadeAt = c.Now,
        SentAt = team is null ? null : c.Now,
        ReturnedAt = team is null ? c.Now : null,
        Team = team,
        Reason = Reason,
        Effect = Effect,
        AnswerBy = Later(c.Today, Earlier(Terms.By, Later(AnswerBy, c.Calendar.AddWorkingDays(c.Today, 2)))),
        Open = Open,
        Verbatim = Verbatim,
        Sale = Sale,
        Initiative = Initiative,
        Objective = Objective,
        Idea = Idea,
        Parent = Parent,
        Follows = Id,
        AllTerms = [Terms with { Version = 1, ProposedBy = Requester, At = c.Now, Undone = false }],
    };
}

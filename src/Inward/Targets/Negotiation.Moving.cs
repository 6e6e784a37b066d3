using Inward.House;

namespace Inward.Targets;

/// <summary>What can be done about a number: seal a hint, propose, counter, accept, promise.</summary>
public sealed partial record Negotiation
{
    /// <summary>The leader's number, before any team has said one; it cannot be changed.</summary>
    /// <param name="salt">Random bytes, <see cref="SealedHint.SaltLength"/> of them.</param>
    public Negotiation Seal(decimal number, ReadOnlySpan<byte> salt, Negotiator who)
    {
        OnlyTheLeader(who);
        if (Hint is not null)
            throw Rule.NotNow("Your hint is sealed already, and stays as it is.");
        if (Rounds.Count > 0)
            throw Rule.NotNow("A team has proposed already: a hint comes before that or not at all.");
        if (Mine(who).Count > 0)
            throw Rule.NotYours("You are in a team that owns this target: your hint would be no secret there.");
        Check(number);
        return this with { Hint = SealedHint.Seal(number, salt, who.Me, who.Now) };
    }

    /// <summary>A team's own number, once; after that it counters.</summary>
    public Negotiation Propose(Id team, decimal number, string? reason, Negotiator who)
    {
        Speaks(team, who);
        if (HasProposed(team))
            throw Rule.NotNow("Your team has proposed already. Once all have, you can say another number.");
        return Next(RoundKind.Proposed, number, reason, team, who);
    }

    /// <summary>Another number than the one on the table, with its reason.</summary>
    /// <param name="team">Null for the leader's.</param>
    public Negotiation Counter(Id? team, decimal number, string? reason, Negotiator who)
    {
        Turn(team, who);
        if (string.IsNullOrWhiteSpace(reason))
            throw Rule.Invalid("reason", new Sentence("Say why you propose another number."));
        if (number == Standing)
            throw Rule.Invalid("number", new Sentence("This number is on the table already."));
        return Next(RoundKind.Countered, number, reason, team, who);
    }

    /// <summary>The leader takes the number that the teams said.</summary>
    public Negotiation Accept(Negotiator who)
    {
        Turn(null, who);
        if (Standing is not { } standing)
            throw Rule.NotNow("The teams have said different numbers. Say one that all can promise.");
        if (IsTheLeadersToo)
            throw Rule.NotNow("You have said yes to this number already. The teams promise it or say another.");
        return Next(RoundKind.Accepted, standing, null, null, who);
    }

    /// <summary>A team makes the number its own. Only somebody who speaks for it can: no manager, no default and no silence does.</summary>
    public Negotiation Promise(Id team, Negotiator who)
    {
        Turn(team, who);
        if (State != NegotiationState.ToPromise)
            throw Rule.NotNow("The leader has not taken this number yet.");
        if (HasPromised(team))
            throw Rule.NotNow("Your team has promised this number already.");
        return Next(RoundKind.Promised, Standing!.Value, null, team, who);
    }

    private Negotiation Next(RoundKind kind, decimal number, string? reason, Id? team, Negotiator who)
    {
        var wrong = new List<Wrong>();
        Text.Check(wrong, "reason", reason, LongestReason);
        if (wrong.Count > 0)
            throw Rule.Invalid(wrong);
        Check(number);
        return this with { Rounds = [.. Rounds, new NegotiationRound(kind, number, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), team, who.Me, who.Now)] };
    }

    private void Check(decimal number)
    {
        if (number == Baseline)
            throw Rule.Invalid("number", new Sentence("The number to reach is where it starts: there is no pace to plan."));
        if (Math.Abs(number) > TargetTerms.Largest)
            throw Rule.Invalid("number", new Sentence("This number is too large to be counted."));
    }

    private void Turn(Id? team, Negotiator who)
    {
        if (team is { } one)
            Speaks(one, who);
        else
            OnlyTheLeader(who);
        if (!AllProposed)
            throw Rule.NotNow("Every team that owns this target says its own number first.");
        if (State == NegotiationState.Agreed)
            throw Rule.NotNow("This number is agreed.");
    }

    private void Speaks(Id team, Negotiator who)
    {
        if (!IsParty(who) || !Teams.Contains(team))
            throw Rule.NotVisible();
        if (!who.SpeaksFor.Contains(team))
            throw Rule.NotYours("Only somebody who speaks for the team can say this: its lead, or whom it chose.");
        if (Hint is { } hint && hint.By == who.Me)
            throw Rule.NotYours("You sealed the hint: somebody else has to speak for the team.");
    }

    private void OnlyTheLeader(Negotiator who)
    {
        if (!IsParty(who))
            throw Rule.NotVisible();
        if (who.Me != Leader)
            throw Rule.NotYours("Only whoever owns the objective can do this.");
    }
}

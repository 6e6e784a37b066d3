using Inward.House;

namespace Inward.Targets;

/// <summary>
/// How a target gets its number: from the team that reaches it. Blank first; then each owning team proposes before it sees the leader's
/// sealed hint or another team's number; then numbers go to and fro, each kept; and it is agreed when every owning team has promised it.
/// </summary>
public sealed partial record Negotiation
{
    public const int LongestReason = 2000;

    /// <param name="teams">Its owners; several of a cross-functional target, which still has one number.</param>
    public Negotiation(Id target, Id leader, IReadOnlyList<Id> teams, decimal baseline)
    {
        if (teams.Count == 0)
            throw Rule.Invalid("teams", new Sentence("Say which team is to set this target."));
        if (teams.Distinct().Count() != teams.Count)
            throw Rule.Invalid("teams", new Sentence("A team owns a target once."));
        (Target, Leader, Teams, Baseline) = (target, leader, teams, baseline);
    }

    public Id Target { get; }
    public Id Leader { get; }
    public IReadOnlyList<Id> Teams { get; }
    public decimal Baseline { get; }
    public SealedHint? Hint { get; init; }
    public IReadOnlyList<NegotiationRound> Rounds { get; init; } = [];

    public bool HasProposed(Id team) => Rounds.Any(round => round.Kind == RoundKind.Proposed && round.Team == team);

    public bool AllProposed => Teams.All(HasProposed);

    public NegotiationState State =>
        !AllProposed ? NegotiationState.Blank
        : Standing is not { } standing || !IsTheLeadersToo ? NegotiationState.Negotiating
        : Teams.All(team => HasPromised(team, standing)) ? NegotiationState.Agreed : NegotiationState.ToPromise;

    /// <summary>The number on the table: the last that was said, or what all teams proposed alike. Null while proposals differ.</summary>
    public decimal? Standing =>
        !AllProposed ? null
        : Rounds.LastOrDefault(round => round.Kind == RoundKind.Countered) is { } last ? last.Number
        : Rounds.Where(round => round.Kind == RoundKind.Proposed).Select(round => round.Number).Distinct().ToList() is [var same] ? same : null;

    /// <summary>The number that holds; null until every owning team has promised it.</summary>
    public decimal? Agreed => State == NegotiationState.Agreed ? Standing : null;

    public bool HasPromised(Id team) => Standing is { } standing && HasPromised(team, standing);

    /// <summary>Nobody, the leader included, before every owning team has proposed: one who knew it could tell the others.</summary>
    public void LetReadHint(Negotiator who)
    {
        if (Hint is null || !IsParty(who))
            throw Rule.NotVisible();
        if (!AllProposed)
            throw Rule.NotYours("The hint stays sealed until every team that owns this target has proposed.");
    }

    /// <summary>What this person may read: their own team's rounds always, other teams' once their own has proposed; the leader once all have.</summary>
    public IReadOnlyList<NegotiationRound> RoundsFor(Negotiator who)
    {
        if (!IsParty(who))
            throw Rule.NotVisible();
        var (mine, isOpen) = (Mine(who), AllProposed);
        return [.. Rounds.Where(round => isOpen || (round.Team is { } team && mine.Contains(team)) || (mine.Count > 0 && who.Me != Leader && mine.TrueForAll(HasProposed)))];
    }

    /// <summary>One team's proposal, for whoever asks for it by name.</summary>
    public NegotiationRound ProposalOf(Id team, Negotiator who)
    {
        var rounds = RoundsFor(who);
        return rounds.FirstOrDefault(round => round.Kind == RoundKind.Proposed && round.Team == team)
            ?? throw (Teams.Contains(team) && !Mine(who).Contains(team)
                ? Rule.NotYours("Another team's number is shown once everybody who asks has said their own.") : Rule.NotVisible());
    }

    // The leader's number on the table, or the teams' number that the leader took after it was said.
    private bool IsTheLeadersToo
    {
        get
        {
            var last = Rounds.LastOrDefault(round => round.Kind is RoundKind.Countered or RoundKind.Accepted);
            return last is { Kind: RoundKind.Accepted } or { Team: null };
        }
    }

    private int SinceStanding => Rounds.Select((round, at) => round.Kind == RoundKind.Countered ? at + 1 : 0).DefaultIfEmpty().Max();

    // A promise of an earlier number holds no later one, even where the number comes back.
    private bool HasPromised(Id team, decimal number) =>
        Rounds.Skip(SinceStanding).Any(round => round.Kind == RoundKind.Promised && round.Team == team && round.Number == number);

    private List<Id> Mine(Negotiator who) => [.. Teams.Where(team => who.MemberOf.Contains(team) || who.SpeaksFor.Contains(team))];

    private bool IsParty(Negotiator who) => who.Me == Leader || Mine(who).Count > 0;
}

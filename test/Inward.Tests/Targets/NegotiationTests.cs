using System.Security.Cryptography;
using Inward.House;
using Inward.Targets;

namespace Inward.Tests.Targets;

public class NegotiationTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id Target = Id.New(Now), Yard = Id.New(Now), Sales = Id.New(Now);
    private static readonly byte[] Salt = [.. Enumerable.Range(0, SealedHint.SaltLength).Select(i => (byte)i)];

    private static readonly Negotiator
        Leader = Someone([], []), Wanda = Someone([Yard], [Yard]), Piotr = Someone([], [Yard]), Marta = Someone([Sales], [Sales]), Stranger = Someone([], [Id.New(Now)]);

    [Fact]
    public void A_number_goes_to_and_fro_and_every_round_is_kept_until_the_team_promises_it()
    {
        var agreed = Blank().Propose(Yard, 40, "Two more hands in spring", Wanda).Counter(null, 60, "The fair is in May", Leader)
            .Counter(Yard, 50, "With the second ramp", Wanda).Accept(Leader).Promise(Yard, Wanda);
        (agreed.State, agreed.Agreed).ShouldBe((NegotiationState.Agreed, 50));
        agreed.Rounds.Select(round => (round.Kind, round.Number, round.By)).ShouldBe(
            [(RoundKind.Proposed, 40, Wanda.Me), (RoundKind.Countered, 60, Leader.Me), (RoundKind.Countered, 50, Wanda.Me), (RoundKind.Accepted, 50, Leader.Me), (RoundKind.Promised, 50, Wanda.Me)]);
        Now409(() => agreed.Counter(null, 70, "More", Leader));
    }

    [Fact]
    public void The_leaders_number_can_be_promised_as_it_is() =>
        Blank().Propose(Yard, 40, null, Wanda).Counter(null, 60, "The fair", Leader).Promise(Yard, Wanda).Agreed.ShouldBe(60);

    [Fact]
    public void A_team_that_proposes_twice_is_refused()
    {
        var proposed = Blank().Propose(Yard, 40, null, Wanda);
        Should.Throw<BrokenRule>(() => proposed.Propose(Yard, 45, null, Wanda)).Message.ShouldBe("Your team has proposed already. Once all have, you can say another number.");
        Now409(() => proposed.Propose(Yard, 40, null, Wanda));
        proposed.Rounds.Count.ShouldBe(1);
    }

    [Fact]
    public void Only_who_speaks_for_the_team_proposes_counters_and_promises_and_no_manager_does()
    {
        Forbidden(() => Blank().Propose(Yard, 40, null, Piotr));
        Forbidden(() => Blank().Propose(Yard, 40, null, Leader));
        var standing = Blank().Propose(Yard, 40, null, Wanda).Accept(Leader);
        Forbidden(() => standing.Promise(Yard, Leader));
        Forbidden(() => standing.Promise(Yard, Piotr));
        Forbidden(() => standing.Counter(null, 60, "More", Wanda));
        standing.State.ShouldBe(NegotiationState.ToPromise);
    }

    [Fact]
    public void Silence_and_the_leaders_yes_promise_nothing()
    {
        var proposed = Blank().Propose(Yard, 40, null, Wanda);
        Now409(() => proposed.Promise(Yard, Wanda));
        (proposed.State, proposed.Accept(Leader).Agreed).ShouldBe((NegotiationState.Negotiating, null));
        Now409(() => proposed.Accept(Leader).Accept(Leader));
    }

    [Fact]
    public void Nobody_reads_the_hint_before_the_team_has_proposed_and_then_all_can_see_that_it_was_not_changed()
    {
        var negotiation = Blank().Seal(60, Salt, Leader);
        foreach (var one in new[] { Wanda, Piotr, Leader })
            Forbidden(() => negotiation.LetReadHint(one));
        Unseen(() => negotiation.LetReadHint(Stranger));
        var proposed = negotiation.Propose(Yard, 40, null, Wanda);
        foreach (var one in new[] { Wanda, Piotr, Leader })
            Should.NotThrow(() => proposed.LetReadHint(one));
        Unseen(() => proposed.LetReadHint(Stranger));
        (proposed.Hint!.Opens(60, Salt), proposed.Hint.Opens(60.00m, Salt), proposed.Hint.Opens(61, Salt), proposed.Hint.Opens(60, [.. Salt.Reverse()]), proposed.Hint.Opens(60, [])).ShouldBe((true, true, false, false, false));
    }

    [Fact]
    public void The_commitment_is_the_hash_of_salt_and_number_and_tells_no_number_without_the_salt()
    {
        Blank().Seal(60, Salt, Leader).Hint!.Commitment.ShouldBe(Convert.ToHexStringLower(SHA256.HashData([.. Salt, .. "60"u8])));
        Blank().Seal(60, [.. Salt.Reverse()], Leader).Hint!.Commitment.ShouldNotBe(Blank().Seal(60, Salt, Leader).Hint!.Commitment);
        Should.Throw<ArgumentException>(() => Blank().Seal(60, [1, 2, 3], Leader));
    }

    [Fact]
    public void A_hint_is_sealed_once_before_any_number_and_by_nobody_of_the_team()
    {
        Now409(() => Blank().Seal(60, Salt, Leader).Seal(70, Salt, Leader));
        Now409(() => Blank().Propose(Yard, 40, null, Wanda).Seal(60, Salt, Leader));
        Forbidden(() => Blank().Seal(60, Salt, Wanda));
        Forbidden(() => new Negotiation(Target, Wanda.Me, [Yard], 0).Seal(60, Salt, Wanda));
        var moved = Leader with { SpeaksFor = [Yard], MemberOf = [Yard] };
        Forbidden(() => Blank().Seal(60, Salt, Leader).Propose(Yard, 60, null, moved));
    }

    [Fact]
    public void No_team_reads_another_ones_number_before_it_has_said_its_own_nor_does_the_leader_before_all_have()
    {
        var half = Both().Seal(60, Salt, Leader).Propose(Yard, 40, null, Wanda);
        half.RoundsFor(Marta).ShouldBeEmpty();
        half.RoundsFor(Leader).ShouldBeEmpty();
        half.RoundsFor(Piotr).Count.ShouldBe(1);
        Forbidden(() => half.ProposalOf(Yard, Marta));
        Forbidden(() => half.ProposalOf(Yard, Leader));
        Forbidden(() => half.LetReadHint(Wanda));
        half.ProposalOf(Yard, Wanda).Number.ShouldBe(40);
        Unseen(() => half.ProposalOf(Yard, Stranger));
        Unseen(() => half.RoundsFor(Stranger));
        // Whoever is in both teams would carry it over.
        half.RoundsFor(Someone([], [Yard, Sales])).Select(round => round.Team).ShouldBe([Yard]);
        var all = half.Propose(Sales, 55, null, Marta);
        all.ProposalOf(Yard, Marta).Number.ShouldBe(40);
        all.RoundsFor(Leader).Count.ShouldBe(2);
    }

    [Fact]
    public void A_target_of_several_teams_has_one_number_and_is_agreed_when_each_has_promised_it()
    {
        var apart = Both().Propose(Yard, 40, null, Wanda).Propose(Sales, 55, null, Marta);
        (apart.State, apart.Standing).ShouldBe((NegotiationState.Negotiating, null));
        Now409(() => apart.Accept(Leader));
        Now409(() => apart.Promise(Yard, Wanda));
        var one = apart.Counter(null, 50, "Half way", Leader).Promise(Yard, Wanda);
        (one.State, one.Agreed).ShouldBe((NegotiationState.ToPromise, null));
        Now409(() => one.Promise(Yard, Wanda));
        one.Promise(Sales, Marta).Agreed.ShouldBe(50);
        // Another number ends what was promised of the last, and a number that comes back is promised anew.
        var back = one.Counter(Sales, 52, "With the fair", Marta).Counter(null, 50, "Still half way", Leader);
        (back.HasPromised(Yard), back.Promise(Sales, Marta).Agreed).ShouldBe((false, null));
    }

    [Fact]
    public void Teams_that_say_the_same_number_need_only_a_yes_and_their_promises()
    {
        var same = Both().Propose(Yard, 40, null, Wanda).Propose(Sales, 40.0m, null, Marta);
        same.Accept(Leader).Promise(Yard, Wanda).Promise(Sales, Marta).Agreed.ShouldBe(40);
    }

    [Fact]
    public void Nothing_is_countered_while_a_team_is_still_to_say_its_number()
    {
        var half = Both().Propose(Yard, 40, null, Wanda);
        Now409(() => half.Counter(null, 60, "More", Leader));
        Now409(() => half.Counter(Yard, 45, "Later", Wanda));
        half.State.ShouldBe(NegotiationState.Blank);
    }

    [Fact]
    public void What_cannot_be_is_refused_by_its_field()
    {
        Invalid(() => new Negotiation(Target, Leader.Me, [], 0), "teams");
        Invalid(() => new Negotiation(Target, Leader.Me, [Yard, Yard], 0), "teams");
        Invalid(() => Blank().Propose(Yard, 10, null, Wanda), "number");
        Invalid(() => Blank().Propose(Yard, decimal.MaxValue, null, Wanda), "number");
        Invalid(() => Blank().Propose(Yard, 40, "half \ud83d", Wanda), "reason");
        var proposed = Blank().Propose(Yard, 40, null, Wanda);
        Invalid(() => proposed.Counter(null, 60, " ", Leader), "reason");
        Invalid(() => proposed.Counter(null, 40, "The same", Leader), "number");
        Unseen(() => Blank().Propose(Sales, 40, null, Marta));
        Unseen(() => Blank().Propose(Yard, 40, null, Stranger));
    }

    private static Negotiation Blank() => new(Target, Leader.Me, [Yard], baseline: 10);

    private static Negotiation Both() => new(Target, Leader.Me, [Yard, Sales], baseline: 10);

    private static Negotiator Someone(Id[] speaksFor, Id[] memberOf) => new(Id.New(Now), Now, speaksFor, memberOf);

    private static void Forbidden(Action act) => Should.Throw<BrokenRule>(act).Why.ShouldBe(Broken.NotYours);

    private static void Unseen(Action act) => Should.Throw<BrokenRule>(act).Why.ShouldBe(Broken.NotVisible);

    private static void Now409(Action act) => Should.Throw<BrokenRule>(act).Why.ShouldBe(Broken.NotNow);

    private static void Invalid(Action act, string field) => Should.Throw<BrokenRule>(act).Fields[0].Name.ShouldBe(field);
}

using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;
using static Inward.Asks.AskState;

namespace Inward.Tests.Asks;

/// <summary>
/// The table of the life of an ask, written down a second time, from the model and not from the code: every situation × move ×
/// role is tried, and is allowed exactly where a row says so, with the state the row names.
/// </summary>
public class LifeOfAnAskTests
{
    private enum Role
    {
        Requester,
        Performer,
        Member,
        ObstacleOwner,
        Stranger,
        Nobody,
    }

    private sealed record Situation(string Name, Ask Ask)
    {
        public AskState State => Ask.State;
        public bool OfTeam => Name.Contains("team", StringComparison.Ordinal);
        public bool Taken => Name.Contains("taken", StringComparison.Ordinal);
        public bool Question => Name.Contains("question", StringComparison.Ordinal);
        public bool Obstacle => Name.Contains("obstacle", StringComparison.Ordinal);
        public Role? Proposer => State == Countered || Name.Contains("by the performer", StringComparison.Ordinal) ? Role.Performer
            : Name.Contains("by the requester", StringComparison.Ordinal) ? Role.Requester : null;
    }

    private sealed record Outcome(Situation Situation, string Move, Role Role, AskState? To, BrokenRule? Broken);

    private sealed record Row(AskState[] From, string Move, string Who, AskState? To, Func<Situation, bool>? When = null);

    private static readonly AskState? Same = null;
    private static readonly AskState[] Any = [Requested, Countered, Blocked, Promised, AskState.Renegotiating, Delivered, Unconfirmed, Accepted, Declined, Revoked, Withdrawn];

    private static readonly Row[] Model =
    [
        new([AskState.Draft], "sending", "requester", Requested),
        new([Requested], "taking", "member", Requested, s => s.OfTeam && !s.Taken),
        new([Requested, Blocked], "release", "taker", Requested),
        new([Requested, Blocked], "promise", "performer", Promised),
        new([Requested, Blocked], "counter", "performer", Countered),
        new([Requested], "question", "performer", Requested, s => !s.Question),
        new([Requested, Blocked], "answer", "requester", Same, s => s.Question),
        new([Requested, Blocked], "obstacles", "performer", Blocked),
        new([Promised, Countered, AskState.Renegotiating], "obstacles", "performer", Same),
        new([Blocked], "obstacles/{n}/clearance", "owner, performer, requester", Requested),
        new([Promised, Countered, AskState.Renegotiating], "obstacles/{n}/clearance", "owner, performer, requester", Same, s => s.Obstacle),
        new([Requested, Blocked, Countered], "decline", "performer", Declined),
        new([Countered], "agreement", "the other", Promised),
        new([Countered], "counter", "requester", Blocked, s => s.Obstacle),
        new([Countered], "counter", "requester", Requested, s => !s.Obstacle),
        new([Promised], "renegotiation", "requester, performer", AskState.Renegotiating),
        new([AskState.Renegotiating], "agreement", "the other", Promised),
        new([AskState.Renegotiating], "keeping", "the other", Promised),
        new([Promised, AskState.Renegotiating], "delivery", "performer", Delivered),
        new([Promised, AskState.Renegotiating], "revocation", "performer", Revoked),
        new([Delivered], "acceptance", "requester", Accepted),
        new([Delivered, Unconfirmed], "rejection", "requester", Promised),
        new([Delivered, Unconfirmed], "retraction", "performer", Promised),
        new([Delivered], "quiet", "nobody", Unconfirmed),
        new([Unconfirmed], "acceptance", "requester", Accepted),
        new([Requested, Blocked, Countered, Promised, AskState.Renegotiating], "withdrawal", "requester", Withdrawn),
        // Beside the table, from the text around it.
        new([Requested, Blocked, Countered, Promised, AskState.Renegotiating], "delegation", "performer", Same),
        new([Requested, Blocked, Countered, Promised, AskState.Renegotiating], "concerns", "requester, performer", Same),
        new([Accepted], "telling", "requester", Same),
        new(Any, "remarks", "requester, performer, member, owner, stranger", Same),
    ];

    private static readonly Situation[] Situations =
    [
        new("Draft", Scene.Draft()),
        new("Requested", Scene.Asked()),
        new("Requested of a team", Scene.Asked(Scene.CrateForTeam)),
        new("Requested of a team, taken", Scene.Taken()),
        new("Requested, question open", Scene.Questioned()),
        new("Requested of a team, taken, question open", Scene.Taken().By(Cast.Wanda, new Questioning("Is there a forklift?"))),
        new("Blocked by an obstacle", Scene.Blocked()),
        new("Blocked by an obstacle, question open", Scene.Blocked(Scene.Questioned())),
        new("Blocked by an obstacle, of a team, taken", Scene.Blocked(Scene.Taken())),
        new("Countered", Scene.Countered()),
        new("Countered, obstacle open", Scene.Countered(Scene.Blocked())),
        new("Countered, of a team, taken", Scene.Countered(Scene.Taken())),
        new("Promised", Scene.Promised()),
        new("Promised, obstacle open", Scene.Promised(Scene.Blocked())),
        new("Renegotiating, by the performer", Scene.Renegotiating(Cast.Wanda)),
        new("Renegotiating, by the requester", Scene.Renegotiating(Cast.Marta)),
        new("Renegotiating, by the performer, obstacle open", Scene.Blocked(Scene.Renegotiating(Cast.Wanda))),
        new("Delivered", Scene.Delivered()),
        new("Delivered from a renegotiation", Scene.Delivered(Scene.Renegotiating(Cast.Marta))),
        new("Unconfirmed", Scene.Unconfirmed()),
        new("Accepted", Scene.Accepted()),
        new("Declined", Scene.Declined()),
        new("Revoked", Scene.Revoked()),
        new("Withdrawn", Scene.Withdrawn()),
    ];

    private static readonly Dictionary<string, Move> Moves = new()
    {
        ["sending"] = new Sending(), ["taking"] = new Taking(), ["release"] = new Releasing(), ["promise"] = new Promising(Scene.NeededBy), ["counter"] = new Countering(Scene.NeededBy),
        ["question"] = new Questioning("Which door?"), ["answer"] = new Answering("The big one."), ["obstacles"] = new RaisingObstacle("No crate.", Cast.Bernd),
        ["obstacles/{n}/clearance"] = new ClearingObstacle(1), ["decline"] = new Declining("No lorry."), ["agreement"] = new Agreeing(), ["keeping"] = new KeepingOldPromise(),
        ["renegotiation"] = new Renegotiating(Scene.NeededBy), ["delivery"] = new Delivering(), ["revocation"] = new Revoking("No lorry."), ["acceptance"] = new Accepting(),
        ["rejection"] = new Rejecting("It enters the lane after ten"), ["retraction"] = new Retracting(), ["withdrawal"] = new Withdrawing(), ["delegation"] = new Delegating(Cast.Rolf),
        ["concerns"] = new RaisingConcern("Rain."), ["telling"] = new TellingCustomer("It left.", "phone"), ["remarks"] = new Remarking("Good luck."),
    };

    private static readonly Dictionary<string, string> Sentences = new()
    {
        ["promise"] = "Only the colleague who was asked can promise.", ["decline"] = "Only the colleague who was asked can decline.", ["question"] = "Only the colleague who was asked can ask back.",
        ["delivery"] = "Only the colleague who promised can deliver.", ["revocation"] = "Only the colleague who promised can take the promise back.",
        ["answer"] = "Only the one who asked can answer the question.", ["acceptance"] = "Only the one who asked can do this.", ["rejection"] = "Only the one who asked can do this.",
        ["withdrawal"] = "Only the one who asked can do this.", ["taking"] = "Only somebody of the asked team can take this ask.", ["agreement"] = "Only the one the terms were offered to can agree.",
    };

    [Fact]
    public void Every_move_is_allowed_exactly_where_the_model_says() => Complaints(Model).ShouldBeEmpty();

    [Fact]
    public void Every_move_of_the_model_can_be_made_and_no_other() =>
        Model.Select(row => row.Move).Where(move => move != "quiet").Append("undoing").Distinct().ShouldBe(Move.All.Keys, ignoreOrder: true);

    [Fact]
    public void A_model_that_lacks_a_row_is_noticed_whichever_row_it_is()
    {
        foreach (var row in Model)
            Complaints([.. Model.Except([row])]).ShouldNotBeEmpty($"without {row.Move} by {row.Who}");
    }

    [Fact]
    public void A_model_with_another_state_or_another_person_is_noticed_whichever_row_it_is()
    {
        foreach (var row in Model)
        {
            Complaints([.. Model.Select(r => r == row ? r with { To = r.To == Unconfirmed ? Accepted : Unconfirmed } : r)]).ShouldNotBeEmpty($"{row.Move} to another state");
            Complaints([.. Model.Select(r => r == row ? r with { Who = "manager" } : r)]).ShouldNotBeEmpty($"{row.Move} by another person");
        }
        Complaints([.. Model, new([Promised], "promise", "performer", Promised)]).ShouldNotBeEmpty("a promise twice");
    }

    private static readonly List<Outcome> Outcomes =
        [.. from s in Situations from move in Moves.Keys.Append("quiet") from role in Enum.GetValues<Role>() where Person(s, role) is not null || role == Role.Nobody select Try(s, move, role)];

    private static List<string> Complaints(Row[] model) => [.. Outcomes.Select(o => Complaint(model, o)).OfType<string>()];

    private static string? Complaint(Row[] model, Outcome outcome)
    {
        var (s, move, role, to, broken) = outcome;
        var here = $"{s.Name}: {move} by the {role}";
        var row = model.FirstOrDefault(r => r.Move == move && Fits(r, s) && Is(r.Who, role, s));
        if (broken is null)
            return row is null ? $"{here} was allowed." : to == (row.To ?? s.State) ? null : $"{here} led to {to}.";
        if (row is not null)
            return $"{here} was refused: {broken.Message}";
        var expected = s.State == AskState.Draft && role != Role.Requester && move != "quiet" ? Broken.NotVisible
            : model.Any(r => r.Move == move && Is(r.Who, role, s)) ? Broken.NotNow : Broken.NotYours;
        if (broken.Why != expected)
            return $"{here} was {broken.Why}, not {expected}.";
        if (broken.Why == Broken.NotYours && Sentences.TryGetValue(move, out var sentence) && broken.Message != sentence)
            return $"{here} was told: {broken.Message}";
        var possible = model.Where(r => Fits(r, s) && Is(r.Who, role, s) && r.Move != "quiet").Select(r => r.Move);
        return broken.Why == Broken.NotNow && move != "quiet" && !possible.ToHashSet().SetEquals(broken.Possible) ? $"{here}: {string.Join(", ", broken.Possible)}." : null;
    }

    private static bool Fits(Row row, Situation s) => row.From.Contains(s.State) && row.When?.Invoke(s) != false;

    private static bool Is(string who, Role role, Situation s) => who.Split(", ").Any(word => word switch
    {
        "requester" => role == Role.Requester,
        "performer" => role == Role.Performer,
        "taker" => role == Role.Performer && s.OfTeam,
        "member" => role is Role.Member or Role.Performer && s.OfTeam,
        "owner" => role == Role.ObstacleOwner && s.Ask.Obstacles.Count > 0,
        "stranger" => role is not Role.Nobody,
        "nobody" => role == Role.Nobody,
        "the other" => role is Role.Requester or Role.Performer && role != s.Proposer,
        _ => false,
    });

    private static Id? Person(Situation s, Role role) => role switch
    {
        Role.Requester => Cast.Marta,
        Role.Performer => s.OfTeam && !s.Taken ? null : Cast.Wanda,
        Role.Member => Cast.Piotr,
        Role.ObstacleOwner => Cast.Noor,
        Role.Stranger => Cast.Bernd,
        _ => null,
    };

    private static Outcome Try(Situation s, string move, Role role)
    {
        var later = Scene.By(Person(s, role), Scene.Monday.AddDays(1)) with { Receiver = new Receiver(move == "delegation" ? Cast.Rolf : Cast.Wanda, null) };
        try
        {
            var after = move == "quiet" ? s.Ask.GoneQuiet(later with { Now = Scene.Monday.AddDays(20) }) : s.Ask.Do(Moves[move], later).Ask;
            return new Outcome(s, move, role, after.State, null);
        }
        catch (BrokenRule broken)
        {
            return new Outcome(s, move, role, null, broken);
        }
    }
}

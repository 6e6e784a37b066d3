using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;
using Inward.House.Imports;
using Inward.People;

namespace Inward.Tests.Imports;

public class AsksPlanTests
{
    private const string Header = "requesterEmail,performerEmail,team,what,reason,effect,conditions,answerBy,neededBy\n";

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id Workspace = Id.New(Now);
    private static readonly Person Ann = Named("Ann Meyer", "ann@x.example"), Bob = Named("Bob Ray", "bob@x.example"), Lea = Named("Lea Gone", "lea@x.example") with { LeftOn = new(2026, 1, 1) };
    private static readonly Team Stores = new(Workspace, Id.New(Now), "Stores"), Yard = new(Workspace, Id.New(Now), "Yard"), YardStores = new(Workspace, Id.New(Now), "Stores") { Parent = Yard.Id };
    private static readonly Roster Roster = new(Workspace, [Ann, Bob, Lea], [Stores, Yard, YardStores], [new Membership(Workspace, Id.New(Now), Bob.Id, YardStores.Id, null, null, false)]);

    [Fact]
    public void Our_own_columns_become_asks_that_wait_for_their_performer()
    {
        var plan = Plan("ann@x.example,bob@x.example,,Crate the pump,It ships,They sail,Crated; labelled;,2026-11-25,2026-11-27");
        var ask = plan.Asks.ShouldHaveSingleItem().After;
        (ask.Requester, ask.Performer, ask.Reason, ask.Effect, ask.AnswerBy).ShouldBe((Ann.Id, Bob.Id, "It ships", "They sail", new DateOnly(2026, 11, 25)));
        (ask.Terms.What, ask.Terms.By, ask.State, ask.Version).ShouldBe(("Crate the pump", new DateOnly(2026, 11, 27), AskState.Requested, 1));
        ask.Terms.Conditions.ShouldBe(["Crated", "labelled"]);
        ask.Turn.ShouldBe(new Turn(TurnKind.Person, Bob.Id));
        ask.Do(new Promising(new DateOnly(2026, 11, 26)), new Circumstances(Bob.Id, Now)).Ask.State.ShouldBe(AskState.Promised);
        plan.Noticed.ShouldBeEmpty();
    }

    [Fact]
    public void A_team_is_asked_by_name_or_path_and_nobody_has_taken_it()
    {
        var ask = Plan("Ann Meyer,,Yard > Stores,Crate,Why,What for,Done,2026-11-25,2026-11-27").Asks.ShouldHaveSingleItem().After;
        (ask.Team, ask.Performer).ShouldBe((YardStores.Id, null));
        ask.Turn.ShouldBe(new Turn(TurnKind.Team, YardStores.Id));
    }

    [Fact]
    public void Days_that_have_passed_are_told_as_they_were_and_it_says_so()
    {
        var plan = Plan("ann@x.example,bob@x.example,,Crate,Why,What for,Done,2020-02-28,2020-02-29");
        plan.Asks.ShouldHaveSingleItem().After.Terms.By.ShouldBe(new DateOnly(2020, 2, 29));
        plan.InWords().Select(said => said.ToString()).ShouldContain("Asks whose day has passed: 1. An import tells history, so they keep it.");
    }

    [Theory]
    [InlineData("ann@x.example,bob@x.example,,Crate,,What for,Done,2026-11-25,2026-11-27", "Say why it matters: the reason helps your colleague to say yes or to find a better way.")]
    [InlineData("ann@x.example,bob@x.example,,Crate,Why,,,2026-11-25,2026-11-27", "Say what it changes: for the customer, the company or you.|Say when it counts as done: at least one condition.")]
    [InlineData("ann@x.example,bob@x.example,,,Why,What for,Done,2026-11-25,2026-11-27", "Say what you ask for.")]
    [InlineData("ann@x.example,bob@x.example,,Crate,Why,What for,Done,,", "Say by when you need an answer.|Say by when you need it.")]
    [InlineData("ann@x.example,bob@x.example,,Crate,Why,What for,Done,2026-11-27,2026-11-25", "It is not needed before it is answered.")]
    [InlineData("ann@x.example,bob@x.example,,Crate,Why,What for,Done,2026-11-25,2046-11-25", "2046-11-25 is more than ten years away.")]
    [InlineData("ann@x.example,bob@x.example,,Crate,Why,What for,Done,soon,2026-11-27", "Answer by: “soon” is not a day.")]
    [InlineData("ann@x.example,,,Crate,Why,What for,Done,2026-11-25,2026-11-27", "Say whom you ask: a colleague or a team.")]
    [InlineData("ann@x.example,carl,,Crate,Why,What for,Done,2026-11-25,2026-11-27", "Nobody here is called “carl”.")]
    [InlineData("ann@x.example,,Stores,Crate,Why,What for,Done,2026-11-25,2026-11-27", "Several fit “Stores”: Stores, Yard > Stores. Write the whole name or the e-mail address.")]
    [InlineData("ann@x.example,,Yard,Crate,Why,What for,Done,2026-11-25,2026-11-27", "Nobody is in this team, so nobody could take the ask. Choose a colleague or another team.")]
    [InlineData("ann@x.example,ann@x.example,,Crate,Why,What for,Done,2026-11-25,2026-11-27", "You would be asking yourself. Choose a colleague or a team.")]
    [InlineData("ann@x.example,lea@x.example,,Crate,Why,What for,Done,2026-11-25,2026-11-27", "This colleague no longer works here. Choose somebody else or their team.")]
    [InlineData("lea@x.example,bob@x.example,,Crate,Why,What for,Done,2026-11-25,2026-11-27", "Lea Gone no longer works here and cannot ask.")]
    [InlineData(",bob@x.example,,Crate,,What for,Done,2026-11-25,2026-11-27", "Say who asks.|Say why it matters: the reason helps your colleague to say yes or to find a better way.")]
    public void What_the_form_would_refuse_is_left_out_with_the_form_s_own_sentence(string row, string sentences)
    {
        var plan = Plan(row);
        plan.Asks.ShouldBeEmpty();
        plan.Noticed.ShouldAllBe(noticed => noticed.Weight == Weight.LeftOut && noticed.Row == 2);
        plan.Noticed.Select(noticed => noticed.Sentence.ToString()).ShouldBe(sentences.Split('|'));
    }

    [Fact]
    public void The_same_file_a_second_time_asks_nothing_twice()
    {
        const string row = "ann@x.example,bob@x.example,,Crate,Why,What for,Done,2026-11-25,2026-11-27";
        var once = Plan($"{row}\n{row}");
        once.Noticed.ShouldHaveSingleItem().ToString().ShouldBe("asks.csv, row 3: It says the same as row 2 and changes nothing.");
        var ask = once.Asks.ShouldHaveSingleItem().After;
        var again = Plan(row, new AskedBefore(ask.Requester, ask.Performer!.Value, ask.Terms.What, ask.AnswerBy));
        again.Asks.ShouldBeEmpty();
        again.AskedAlready.ShouldBe(1);
    }

    [Fact]
    public void Whoever_is_named_beside_a_team_is_asked_and_it_is_told()
    {
        var plan = Plan("ann@x.example,bob@x.example,Yard > Stores,Crate,Why,What for,Done,2026-11-25,2026-11-27");
        plan.Asks.ShouldHaveSingleItem().After.Performer.ShouldBe(Bob.Id);
        plan.Noticed.ShouldHaveSingleItem().Sentence.ToString().ShouldBe("It names a colleague and a team. The colleague is asked.");
    }

    [Fact]
    public void What_somebody_moved_since_stays_and_is_named()
    {
        var plan = Plan("ann@x.example,bob@x.example,,Crate,Why,What for,Done,2026-11-25,2026-11-27\nann@x.example,bob@x.example,,Paint,Why,What for,Done,2026-11-25,2026-11-27");
        var (crate, paint) = (plan.Asks[0].After, plan.Asks[1].After);
        var promised = crate.Do(new Promising(new DateOnly(2026, 11, 26)), new Circumstances(Bob.Id, Now)).Ask;
        var undo = AsksUndo.For(plan.Asks, [promised, paint]);
        undo.Removed.ShouldBe([paint]);
        undo.Noticed.ShouldHaveSingleItem().Sentence.ToString().ShouldBe("“Crate” was moved since the import and stays.");
    }

    [Fact]
    public void Other_programs_headers_are_known()
    {
        var proposals = Proposals.For(ImportKind.Asks, ["Reporter", "Assignee", "Summary", "Due date"]);
        proposals.Fields.Select(field => field.Field).ShouldBe(["requesterEmail", "performerEmail", "what", "neededBy"]);
        proposals.Lacking.ShouldBeNull();
    }

    private static AsksPlan Plan(string rows, params AskedBefore[] known)
    {
        var noticed = new Noticings();
        var map = Lines.Proposed(ImportKind.Asks, Header);
        var read = new Mapping(map, _ => Lines.Table("asks.csv", Header + rows, noticed), noticed).Rows();
        return AsksPlan.For(read, map, Roster, known, WorkingCalendar.Usual("Europe/Berlin"), Now, noticed);
    }

    private static Person Named(string name, string email) => new(Workspace, Id.New(Now), name) { Email = email };
}

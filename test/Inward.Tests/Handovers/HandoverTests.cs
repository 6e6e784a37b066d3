using Inward.Handovers;
using Inward.House;

namespace Inward.Tests.Handovers;

public class HandoverTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Id Company = Id.New(Now), Sale = Id.New(Now), Warehouse = Id.New(Now), North = Id.New(Now), Marta = Id.New(Now), Wanda = Id.New(Now);

    private readonly CustomerPromise promise = new CustomerPromise(Company, Id.New(Now), Sale, "").Retold(new CustomerPromiseTold(" Installed before Monday ", Today.AddDays(5), Spoken: true), Marta, Today);
    private readonly CustomerPromise other = new(Company, Id.New(Now), Sale, "A spare belt") { SaidBy = Marta, SaidOn = Today };

    private Handover Handed => new Handover(Company, Id.New(Now), Sale, Warehouse, Marta, Now) { From = North }.With([promise.Id, other.Id], "The door is narrow");

    [Fact]
    public void A_promise_says_who_said_it_and_when_and_is_late_once_its_day_has_passed()
    {
        (promise.What, promise.SaidBy, promise.SaidOn, promise.Spoken, promise.IsOpen).ShouldBe(("Installed before Monday", Marta, Today, true, true));
        (promise.IsLate(Today.AddDays(5)), promise.IsLate(Today.AddDays(6)), other.IsLate(Today.AddYears(1))).ShouldBe((false, true, false));
        promise.Keep(Wanda, null, Now).IsLate(Today.AddDays(6)).ShouldBeFalse();
    }

    [Fact]
    public void What_is_wrong_with_a_promise_is_named()
    {
        Wrong(() => promise.Retold(new CustomerPromiseTold(" "), Marta, Today)).ShouldBe(["what"]);
        Wrong(() => promise.Retold(new CustomerPromiseTold(new string('x', 501), Today.AddDays(-9), SaidOn: Today.AddDays(1)), Marta, Today)).ShouldBe(["what", "saidOn", "by"]);
        Wrong(() => promise.LetGo(Marta, " ", Now)).ShouldBe(["reason"]);
    }

    [Fact]
    public void A_promise_is_kept_or_let_go_once_and_a_slip_is_opened_again()
    {
        var kept = promise.Keep(Wanda, "On Friday", Now);
        kept.Settled.ShouldBe(new Settled(true, Wanda, Now, "On Friday"));
        NotNow(() => kept.Keep(Wanda, null, Now));
        NotNow(() => kept.LetGo(Wanda, "Not wanted", Now));
        NotNow(() => kept.Retold(new CustomerPromiseTold("Else"), Marta, Today));
        (kept.Reopen() with { Version = promise.Version }).ShouldBe(promise);
        NotNow(() => promise.Reopen());
    }

    [Fact]
    public void Each_promise_is_accepted_or_queried_and_what_nobody_accepted_is_not_taken_over()
    {
        var handed = Handed;
        (handed.IsOpen, handed.WaitsForTeam, handed.WaitsForAnswer).ShouldBe((true, true, false));
        var queried = handed.Accept([other.Id], Wanda, isOfTeam: true, Now).Query(promise.Id, "Which Monday?", Wanda, true, Now);
        (queried.IsOpen, queried.WaitsForTeam, queried.WaitsForAnswer).ShouldBe((true, false, true));
        var told = queried.Answer(promise.Id, "The 30th", Marta, isGiver: true, Now);
        (told.WaitsForTeam, told.WaitsForAnswer, told.Items[0].Queries[0].Answer!.Text).ShouldBe((true, false, "The 30th"));
        var done = told.Accept(null, Wanda, true, Now);
        (done.IsOpen, done.Version).ShouldBe((false, 5));
        done.Items.ShouldAllBe(item => item.Accepted!.By == Wanda);
        NotNow(() => done.Query(promise.Id, "But", Wanda, true, Now));
        NotNow(() => done.TakeBack(true, Now));
    }

    [Fact]
    public void Accepting_all_leaves_what_is_queried()
    {
        var some = Handed.Query(promise.Id, "Which Monday?", Wanda, true, Now).Accept(null, Wanda, true, Now);
        (some.Items[0].Accepted, some.Items[1].Accepted?.By, some.WaitsForAnswer).ShouldBe((null, Wanda, true));
        some.Accept([promise.Id], Wanda, true, Now).IsOpen.ShouldBeFalse("who asked may take it over without an answer");
    }

    [Fact]
    public void Only_the_team_accepts_and_only_who_handed_over_answers()
    {
        NotYours(() => Handed.Accept(null, Marta, isOfTeam: false, Now));
        NotYours(() => Handed.Query(promise.Id, "Why?", Marta, false, Now));
        NotYours(() => Handed.Query(promise.Id, "Why?", Wanda, true, Now).Answer(promise.Id, "So", Wanda, isGiver: false, Now));
        NotYours(() => Handed.TakeBack(isGiver: false, Now));
        NotNow(() => Handed.TakeBack(true, Now).Accept(null, Wanda, true, Now));
        NotNow(() => Handed.Query(promise.Id, "Why?", Wanda, true, Now).Query(promise.Id, "Why?", Wanda, true, Now));
        NotNow(() => Handed.Answer(promise.Id, "So", Marta, true, Now));
        Wrong(() => Handed.Accept([Marta], Wanda, true, Now)).ShouldBe(["promise"]);
        Wrong(() => Handed.Query(promise.Id, " ", Wanda, true, Now)).ShouldBe(["question"]);
    }

    [Fact]
    public void A_handover_has_promises_and_another_team()
    {
        NotNow(() => new Handover(Company, Sale, Sale, Warehouse, Marta, Now).With([], null));
        Wrong(() => new Handover(Company, Sale, Sale, Warehouse, Marta, Now) { From = Warehouse }.With([promise.Id], null)).ShouldBe(["team"]);
    }

    private static List<string> Wrong(Func<object> act) => [.. Should.Throw<BrokenRule>(act).Fields.Select(field => field.Name)];

    private static void NotNow(Func<object> act) => Should.Throw<BrokenRule>(act).Why.ShouldBe(Broken.NotNow);

    private static void NotYours(Func<object> act) => Should.Throw<BrokenRule>(act).Why.ShouldBe(Broken.NotYours);
}

using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;

namespace Inward.Tests.Asks;

/// <summary>Reminders go to the one whose turn it is, in their working hours, once a working day at most.</summary>
public class ReminderTests
{
    private static readonly WorkingCalendar Berlin = WorkingCalendar.Usual("Europe/Berlin");
    private static readonly Turn Wanda = new(TurnKind.Person, Cast.Wanda), Marta = new(TurnKind.Person, Cast.Marta);

    // Ten in the morning on the given day of November 2026; the 16th is a Monday.
    private static DateTimeOffset On(int day, int hour = 9) => new(2026, 11, day, hour, 0, 0, TimeSpan.Zero);

    private static Reminder? Due(Ask ask, int day, DateOnly? last = null) => Reminder.Due(ask, Berlin, On(day), last);

    private static (ReminderKind, ReminderWhen)? Said(Ask ask, int day) => Due(ask, day) is { } said ? (said.Kind, said.When) : null;

    [Fact]
    public void An_answer_is_reminded_of_on_the_working_day_before_on_its_day_and_after()
    {
        var ask = Scene.Asked(Scene.Crate with { AnswerBy = new DateOnly(2026, 11, 19) });
        Said(ask, 17).ShouldBeNull();
        Said(ask, 18).ShouldBe((ReminderKind.Answer, ReminderWhen.Tomorrow));
        Said(ask, 19).ShouldBe((ReminderKind.Answer, ReminderWhen.Today));
        Said(ask, 20).ShouldBe((ReminderKind.Answer, ReminderWhen.Overdue));
        Due(ask, 19)!.To.ShouldBe(Wanda);
        Due(ask, 19)!.Sentence.ToString().ShouldBe("“Load Tidewrack's Heron” is waiting for your answer today, 2026-11-19.");
    }

    [Fact]
    public void What_is_due_on_Monday_or_over_the_weekend_is_said_on_Friday()
    {
        foreach (var day in new[] { 21, 22, 23 })
            Said(Scene.Asked(Scene.Crate with { AnswerBy = new DateOnly(2026, 11, day) }), 20).ShouldBe((ReminderKind.Answer, ReminderWhen.Tomorrow));
        Said(Scene.Asked(Scene.Crate with { AnswerBy = new DateOnly(2026, 11, 24) }), 20).ShouldBeNull();
    }

    [Fact]
    public void Nobody_is_reminded_of_what_arrived_today()
    {
        var today = Scene.Asked(Scene.Crate with { AnswerBy = Scene.Today });
        Said(today, 16).ShouldBeNull();
        Said(today, 17).ShouldBe((ReminderKind.Answer, ReminderWhen.Overdue));
        Said(Scene.Asked().By(Cast.Wanda, new Promising(Scene.Today)), 16).ShouldBeNull();
    }

    [Fact]
    public void A_promise_is_reminded_of_by_its_day_in_force()
    {
        var promised = Scene.Promised();
        Said(promised, 24).ShouldBeNull();
        Said(promised, 25).ShouldBe((ReminderKind.Promise, ReminderWhen.Tomorrow));
        Said(promised, 26).ShouldBe((ReminderKind.Promise, ReminderWhen.Today));
        Said(promised, 27).ShouldBe((ReminderKind.Promise, ReminderWhen.Overdue));
        Said(Scene.Renegotiating(Cast.Wanda).By(Cast.Marta, new Agreeing()), 27).ShouldBeNull();
    }

    [Fact]
    public void A_question_and_an_offer_wait_two_working_days_before_a_word()
    {
        foreach (var (ask, kind, turn) in new[]
        {
            (Scene.Questioned(), ReminderKind.Question, Marta), (Scene.Countered(), ReminderKind.Offer, Marta), (Scene.Renegotiating(Cast.Wanda), ReminderKind.Offer, Marta),
            (Scene.Renegotiating(Cast.Marta), ReminderKind.Offer, Wanda),
        })
        {
            Said(ask, 17).ShouldBeNull();
            Said(ask, 18).ShouldBe((kind, ReminderWhen.Waiting));
            Due(ask, 18)!.To.ShouldBe(turn);
        }
        var onFriday = Scene.Asked().By(Cast.Wanda, new Questioning("Why?"), On(20));
        Said(onFriday, 23).ShouldBeNull();
        Said(onFriday, 24).ShouldBe((ReminderKind.Question, ReminderWhen.Waiting));
    }

    [Fact]
    public void An_obstacle_is_its_owners_to_be_reminded_of()
    {
        Due(Scene.Blocked(), 17).ShouldBeNull();
        Due(Scene.Blocked(), 18).ShouldBe(new Reminder(ReminderKind.Obstacle, ReminderWhen.Waiting, new Turn(TurnKind.Person, Cast.Noor), "Load Tidewrack's Heron", Scene.Today));
        var dated = Scene.Asked().By(Cast.Wanda, new RaisingObstacle("No lorry.", Cast.Noor, new DateOnly(2026, 11, 19)));
        new[] { 17, 18, 19, 20 }.Select(day => Due(dated, day)?.When).ShouldBe([null, ReminderWhen.Tomorrow, ReminderWhen.Today, ReminderWhen.Overdue]);
    }

    [Fact]
    public void A_delivery_waits_five_working_days_and_goes_on_waiting_when_unconfirmed()
    {
        Said(Scene.Delivered(), 20).ShouldBeNull();
        Said(Scene.Delivered(), 23).ShouldBe((ReminderKind.Delivery, ReminderWhen.Waiting));
        Reminder.Due(Scene.Unconfirmed(), Berlin, new DateTimeOffset(2026, 12, 7, 9, 0, 0, TimeSpan.Zero), null)!.To.ShouldBe(Marta);
    }

    [Fact]
    public void Once_a_day_and_only_in_working_hours()
    {
        var ask = Scene.Asked();
        Due(ask, 19, last: new DateOnly(2026, 11, 19)).ShouldBeNull();
        Due(ask, 20, last: new DateOnly(2026, 11, 19)).ShouldNotBeNull();
        Reminder.Due(ask, Berlin, On(19, 7), null).ShouldBeNull();
        Reminder.Due(ask, Berlin, On(19, 16), null).ShouldBeNull();
        Reminder.Due(ask, Berlin, On(21), null).ShouldBeNull();
        Reminder.Due(ask, Berlin with { Holidays = [new DateOnly(2026, 11, 19)] }, On(19), null).ShouldBeNull();
        // Where Noor's and Wanda's mornings differ, each is reminded in their own.
        Reminder.Due(ask, WorkingCalendar.Usual("Pacific/Auckland"), On(19), null).ShouldBeNull();
        Reminder.Due(ask, WorkingCalendar.Usual("Pacific/Auckland"), On(18, 21), null)!.When.ShouldBe(ReminderWhen.Overdue);
    }

    [Fact]
    public void An_ask_of_a_team_reminds_the_team_and_one_that_has_ended_nobody()
    {
        Due(Scene.Asked(Scene.CrateForTeam), 18)!.To.ShouldBe(new Turn(TurnKind.Team, Cast.Warehouse));
        foreach (var ended in new[] { Scene.Draft(), Scene.Accepted(), Scene.Declined(), Scene.Revoked(), Scene.Withdrawn() })
            Due(ended, 27).ShouldBeNull();
    }

    [Fact]
    public void Thanks_are_due_five_working_days_after_the_acceptance()
    {
        Reminder.ThanksDue(Scene.Accepted(), Berlin).ShouldBe(new DateOnly(2026, 11, 23));
        Reminder.ThanksDue(Scene.Accepted(), Berlin with { Holidays = [new DateOnly(2026, 11, 18)] }).ShouldBe(new DateOnly(2026, 11, 24));
        Reminder.ThanksDue(Scene.Delivered(), Berlin).ShouldBeNull();
    }

    [Fact]
    public void Wherever_people_wander_only_the_one_whose_turn_it_is_is_reminded_at_work_and_not_twice()
    {
        var said = new HashSet<ReminderKind>();
        foreach (var step in Enumerable.Range(1, 8).SelectMany(seed => new World(seed).Walk(120)))
        {
            for (var now = step.World.Now; now < step.World.Now.AddDays(3); now = now.AddHours(5))
            {
                if (Reminder.Due(step.After, Berlin, now, null) is not { } reminder)
                    continue;
                reminder.To.ShouldBe(step.After.Turn!.Value);
                Berlin.IsWorking(now).ShouldBeTrue();
                Reminder.Due(step.After, Berlin, now.AddMinutes(1), Berlin.Today(now)).ShouldBeNull();
                reminder.Sentence.ToString().ShouldContain(step.After.Terms.What);
                said.Add(reminder.Kind);
            }
        }
        said.ShouldBe(Enum.GetValues<ReminderKind>(), ignoreOrder: true);
    }
}

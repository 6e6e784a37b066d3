using Inward.House;

namespace Inward.Asks;

/// <summary>What somebody is reminded of.</summary>
public enum ReminderKind
{
    Answer,
    Promise,
    Obstacle,
    Question,
    Offer,
    Delivery,
}

/// <summary>How it stands with the day: before the next working day is over, today, passed, or (without a day) waiting for a while.</summary>
public enum ReminderWhen
{
    Tomorrow,
    Today,
    Overdue,
    Waiting,
}

/// <summary>A calm word to the one whose turn it is; nobody else is ever reminded.</summary>
/// <param name="Day">The day it is due, or since when it waits.</param>
public sealed record Reminder(ReminderKind Kind, ReminderWhen When, Turn To, string What, DateOnly Day)
{
    /// <summary>Working days that a question, an offer or an obstacle without a day waits before a word is said about it.</summary>
    public const int WaitsFor = 2;

    /// <summary>Working days that a delivery waits to be confirmed, and an acceptance for its thanks, before a word is said.</summary>
    public const int ConfirmedWithin = 5, ThankedWithin = 5;

    /// <summary>What is said: the ask in the first gap, the day in the second.</summary>
    public Sentence Sentence => new(
        (Kind, When) switch
        {
            (ReminderKind.Answer, ReminderWhen.Tomorrow) => "“{0}” is waiting for your answer by {1}.",
            (ReminderKind.Answer, ReminderWhen.Today) => "“{0}” is waiting for your answer today, {1}.",
            (ReminderKind.Answer, _) => "“{0}” was to be answered by {1}. A no, other terms or a question is an answer too.",
            (ReminderKind.Promise, ReminderWhen.Tomorrow) => "You promised “{0}” by {1}.",
            (ReminderKind.Promise, ReminderWhen.Today) => "You promised “{0}” for today, {1}.",
            (ReminderKind.Promise, _) => "You promised “{0}” by {1}. Deliver it, or say what you can promise now.",
            (ReminderKind.Obstacle, ReminderWhen.Tomorrow) => "An obstacle of yours is in the way of “{0}” and should be gone by {1}.",
            (ReminderKind.Obstacle, ReminderWhen.Today) => "An obstacle of yours is in the way of “{0}” and should be gone today, {1}.",
            (ReminderKind.Obstacle, ReminderWhen.Overdue) => "An obstacle of yours is in the way of “{0}” and should have been gone by {1}.",
            (ReminderKind.Obstacle, _) => "An obstacle of yours has been in the way of “{0}” since {1}.",
            (ReminderKind.Question, _) => "A question about “{0}” has been waiting for you since {1}.",
            (ReminderKind.Offer, _) => "Other terms for “{0}” have been waiting for your yes or no since {1}.",
            _ => "“{0}” was delivered on {1} and waits for you to confirm it.",
        },
        What, Day);

    /// <summary>
    /// What the one whose turn it is should be reminded of now, if of anything: only while they work, and once a working day at most.
    /// </summary>
    /// <param name="calendar">Of the one whose turn it is, with their days away as holidays; the workspace's when a team has it.</param>
    /// <param name="lastRemindedOn">The day, in that calendar, on which they were last reminded of this ask.</param>
    public static Reminder? Due(Ask ask, WorkingCalendar calendar, DateTimeOffset now, DateOnly? lastRemindedOn)
    {
        var today = calendar.Today(now);
        if (ask.Turn is not { } turn || lastRemindedOn >= today || !calendar.IsWorking(now))
            return null;
        var asked = new Asked(ask, turn, calendar, today);
        return ask.State switch
        {
            AskState.Requested when ask.OpenQuestion is { } question => asked.Waiting(ReminderKind.Question, question.At, WaitsFor),
            AskState.Requested => asked.By(ReminderKind.Answer, ask.AnswerBy!.Value, ask.SentAt!.Value),
            AskState.Blocked when ask.OpenObstacles.First() is { By: { } by } obstacle => asked.By(ReminderKind.Obstacle, by, obstacle.At),
            AskState.Blocked => asked.Waiting(ReminderKind.Obstacle, ask.OpenObstacles.First().At, WaitsFor),
            AskState.Promised => asked.By(ReminderKind.Promise, ask.Promise!.By, ask.Promise.At),
            AskState.Countered or AskState.Renegotiating => asked.Waiting(ReminderKind.Offer, ask.Offer!.At, WaitsFor),
            _ => asked.Waiting(ReminderKind.Delivery, ask.Delivery!.At, ConfirmedWithin),
        };
    }

    /// <summary>The day on which thanks are due, five working days after the acceptance; null while nothing is accepted.</summary>
    /// <param name="calendar">The requester's.</param>
    public static DateOnly? ThanksDue(Ask ask, WorkingCalendar calendar) =>
        ask is { State: AskState.Accepted, Acceptance: { } acceptance } ? calendar.AddWorkingDays(calendar.Today(acceptance.At), ThankedWithin) : null;

    private readonly record struct Asked(Ask Ask, Turn Turn, WorkingCalendar Calendar, DateOnly Today)
    {
        // Not on the day it arrived: whoever has just been told needs no reminder.
        public Reminder? By(ReminderKind kind, DateOnly day, DateTimeOffset since) =>
            day > Calendar.AddWorkingDays(Today, 1) || Calendar.Today(since) >= Today ? null
            : Said(kind, day < Today ? ReminderWhen.Overdue : day == Today ? ReminderWhen.Today : ReminderWhen.Tomorrow, day);

        public Reminder? Waiting(ReminderKind kind, DateTimeOffset since, int days) =>
            Calendar.AddWorkingDays(Calendar.Today(since), days) > Today ? null : Said(kind, ReminderWhen.Waiting, Calendar.Today(since));

        private Reminder Said(ReminderKind kind, ReminderWhen when, DateOnly day) => new(kind, when, Turn, Ask.Terms.What, day);
    }
}

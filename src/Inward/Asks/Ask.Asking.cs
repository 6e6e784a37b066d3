using Inward.House;

namespace Inward.Asks;

/// <summary>How an ask begins and ends on the asking side: drafted, sent, taken by one of a team, given back, withdrawn.</summary>
public sealed partial record Ask
{
    /// <summary>A draft needs only what is asked; the requester alone sees it.</summary>
    public static Ask Draft(Id workspace, Id id, Id requester, Asking asking, DateTimeOffset now)
    {
        var wrong = new List<Wrong>();
        Text.Check(wrong, "what", asking.What, required: "Say what you ask for.");
        asking.CheckTexts(wrong);
        return wrong.Count > 0 ? throw Rule.Invalid(wrong) : new Ask(workspace, id, requester)
        {
            MadeAt = now,
            Performer = asking.Performer,
            Team = asking.Performer is null ? asking.Team : null,
            Reason = asking.Reason ?? "",
            Effect = asking.Effect ?? "",
            AnswerBy = asking.AnswerBy,
            Open = asking.Open,
            Verbatim = asking.Verbatim,
            Sale = asking.Sale,
            Initiative = asking.Initiative,
            Objective = asking.Objective,
            AllTerms = [new Terms(1, asking.What!.Trim(), asking.CleanConditions, asking.NeededBy, requester, now)],
        };
    }

    /// <summary>Changes a draft freely; nothing of it is kept.</summary>
    public Ask Redraft(Asking asking, Circumstances c)
    {
        if (c.Mover != Requester)
            throw Rule.NotVisible();
        if (State != AskState.Draft)
            throw Rule.NotNow("This has been asked already. Offer other terms instead, or withdraw it.", Manners.PossibleFor(this, c));
        return Draft(Workspace, Id, Requester, asking, c.Now) with { MadeAt = MadeAt, Parent = Parent, Follows = Follows, Files = Files, Version = Version + 1 };
    }

    internal Ask Send(Circumstances c)
    {
        Manners.Allow(this, "sending", c);
        var receiver = c.Receiver ?? throw Rule.Invalid("performer", "Say whom you ask: a colleague or a team.");
        var wrong = new List<Wrong>();
        CheckReceiver(wrong, receiver, Requester, c);
        Text.Check(wrong, "reason", Reason, required: "Say why it matters: the reason helps your colleague to say yes or to find a better way.");
        Text.Check(wrong, "effect", Effect, required: "Say what it changes: for the customer, the company or you.");
        if (Terms.Conditions.Count == 0)
            wrong.Add(new Wrong("conditions", "Say when it counts as done: at least one condition."));
        CheckDays(wrong, AnswerBy, Terms.By, c.Today);
        if (wrong.Count > 0)
            throw Rule.Invalid(wrong);
        var person = receiver.Deputy ?? receiver.Person;
        return this with
        {
            SentAt = c.Now,
            Performer = person,
            Team = person is null ? receiver.Team : null,
            AskedOf = receiver.Deputy is null ? null : receiver.Person,
        };
    }

    internal Ask Take(Circumstances c)
    {
        Manners.Allow(this, "taking", c);
        // One who performs an ask above this one would be asking themself along the chain.
        if (c.PerformersAbove.Contains(c.Mover))
            throw Rule.NotYours("You perform an ask above this one, so somebody else of the team takes it.");
        return this with { Performer = c.Mover };
    }

    /// <summary>Gives the ask back to its team: a question closes, what was in the way stays known as concerns.</summary>
    internal Ask Release(Circumstances c)
    {
        Manners.Allow(this, "release", c);
        return GivenBack(c.Now);
    }

    internal Ask Withdraw(string? reason, Circumstances c)
    {
        Manners.Allow(this, "withdrawal", c);
        Require(Wrongs("reason", reason));
        return this with { Withdrawal = new Withdrawal(c.Mover, reason, c.Now) };
    }

    private Ask GivenBack(DateTimeOffset now) => CloseQuestion(now) with
    {
        Performer = null,
        Formerly = Performer is { } taker ? [.. Formerly.Append(taker).Distinct()] : Formerly,
        Concerns = [.. Concerns, .. OpenObstacles.Select(o => new Concern(o.RaisedBy, o.What, o.At))],
        Obstacles = CloseObstacles(null, now),
        Offer = null,
    };

    private static void CheckReceiver(List<Wrong> wrong, Receiver receiver, Id asker, Circumstances c)
    {
        if (receiver is { Person: null, Team: null } or { Exists: false })
            wrong.Add(new Wrong("performer", "Say whom you ask: a colleague or a team."));
        else if (receiver.Person == asker)
            wrong.Add(new Wrong("performer", "You would be asking yourself. Choose a colleague or a team."));
        else if (receiver.HasLeft)
            wrong.Add(new Wrong("performer", "This colleague no longer works here. Choose somebody else or their team."));
        else if (receiver.Person is null && !receiver.HasMembers)
            wrong.Add(new Wrong("team", "Nobody is in this team, so nobody could take the ask. Choose a colleague or another team."));
        else if (receiver.Person is { } person && c.PerformersAbove.Contains(receiver.Deputy ?? person))
            wrong.Add(new Wrong("performer", "This colleague already performs an ask above this one. Choose somebody else."));
    }

    private static void CheckDays(List<Wrong> wrong, DateOnly? answerBy, DateOnly? neededBy, DateOnly today)
    {
        if (answerBy is null)
            wrong.Add(new Wrong("answerBy", "Say by when you need an answer."));
        else if (answerBy < today)
            wrong.Add(new Wrong("answerBy", new Sentence("{0} has already passed.", answerBy)));
        if (neededBy is null)
            wrong.Add(new Wrong("neededBy", "Say by when you need it."));
        else if (neededBy < today)
            wrong.Add(new Wrong("neededBy", new Sentence("{0} has already passed.", neededBy)));
        else if (neededBy < answerBy)
            wrong.Add(new Wrong("neededBy", "It is not needed before it is answered."));
    }

    private static List<Wrong> Wrongs(string field, string? text, Sentence? required = null)
    {
        var wrong = new List<Wrong>();
        Text.Check(wrong, field, text, required: required);
        return wrong;
    }

    private static void Require(List<Wrong> wrong)
    {
        if (wrong.Count > 0)
            throw Rule.Invalid(wrong);
    }
}

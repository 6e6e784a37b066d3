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
            Idea = asking.Idea,
            AllTerms = [new Terms(1, asking.What!.Trim(), asking.CleanConditions, asking.NeededBy, requester, now)],
        };
    }

    /// <summary>Asked elsewhere, and told here by an import: by the rules of sending, but its days may have passed, and nobody can take it back as a slip.</summary>
    public static Ask Told(Id workspace, Id id, Id requester, Asking asking, Circumstances c) =>
        Draft(workspace, id, requester, asking, c.Now).Send(c with { Me = requester, TellsHistory = true });

    /// <summary>Changes a draft freely; nothing of it is kept, unless it came back from those who were asked.</summary>
    public Ask Redraft(Asking asking, Circumstances c)
    {
        if (c.Mover != Requester)
            throw Rule.NotVisible();
        if (State != AskState.Draft)
            throw Rule.NotNow("This has been asked already. Offer other terms instead, or withdraw it.", Manners.PossibleFor(this, c));
        var draft = Draft(Workspace, Id, Requester, asking, c.Now);
        return draft with
        {
            AllTerms = ReturnedAt is null ? draft.AllTerms : [.. AllTerms, draft.Terms with { Version = NextTerms }],
            TermsVersion = ReturnedAt is null ? 1 : NextTerms,
            MadeAt = MadeAt,
            // Its author stays named, whoever writes the draft anew.
            Idea = asking.Idea ?? Idea,
            ReturnedAt = ReturnedAt,
            Parent = Parent,
            Children = Children,
            Follows = Follows,
            Questions = Questions,
            Obstacles = Obstacles,
            Concerns = Concerns,
            Remarks = Remarks,
            Files = Files,
            Formerly = Formerly,
            Version = Version + 1,
        };
    }

    /// <summary>A draft is deleted freely by its author; the door forgets it. Any other ask is only withdrawn.</summary>
    public void Discard(Circumstances c)
    {
        if (c.Mover != Requester)
            throw Rule.NotVisible();
        if (State != AskState.Draft)
            throw Rule.NotNow("This has been asked already. Withdraw it instead.", Manners.PossibleFor(this, c));
    }

    internal Ask Send(Circumstances c)
    {
        Manners.Allow(this, "sending", c);
        var receiver = c.Receiver ?? new Receiver(null, null);
        var deputy = receiver.Deputy is { } standIn && MayPerform(standIn, c) ? standIn : (Id?)null;
        var wrong = new List<Wrong>();
        CheckReceiver(wrong, receiver, deputy, c);
        Text.Check(wrong, "reason", Reason, required: "Say why it matters: the reason helps your colleague to say yes or to find a better way.");
        Text.Check(wrong, "effect", Effect, required: "Say what it changes: for the customer, the company or you.");
        if (Terms.Conditions.Count == 0)
            wrong.Add(new Wrong("conditions", "Say when it counts as done: at least one condition."));
        CheckDays(wrong, AnswerBy, Terms.By, c);
        Require(wrong);
        var person = deputy ?? receiver.Person;
        return this with
        {
            SentAt = c.Now,
            Performer = person,
            Team = person is null ? receiver.Team : null,
            AskedOf = deputy is null ? null : receiver.Person,
        };
    }

    internal Ask Take(Circumstances c)
    {
        if (c.InAskedTeam && Team is not null)
            CheckTaker(c);
        Manners.Allow(this, "taking", c);
        return this with { Performer = c.Mover };
    }

    private void CheckTaker(Circumstances c)
    {
        if (c.Mover == Requester)
            throw Rule.NotYours("You asked this yourself, so somebody else of the team takes it.");
        // One who performs an ask above or below this one would be asking themself along the chain.
        if (c.PerformersAbove.Contains(c.Mover))
            throw Rule.NotYours("You perform an ask above this one, so somebody else of the team takes it.");
        if (c.PerformersBelow.Contains(c.Mover))
            throw Rule.NotYours("You perform an ask below this one, so somebody else of the team takes it.");
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
        return Ended(c.Now) with { Withdrawal = new Withdrawal(c.Mover, Blank(reason), c.Now) };
    }

    // Nothing stays open in an ask that has ended: no question, no offer, no obstacle.
    private Ask Ended(DateTimeOffset now) => CloseQuestion(now) with { Offer = null, Obstacles = CloseObstacles(null, now) };

    private Ask GivenBack(DateTimeOffset now) => Ended(now) with
    {
        Performer = null,
        Concerns = [.. Concerns, .. OpenObstacles.Select(o => new Concern(o.RaisedBy, o.What, o.At))],
    };

    private bool MayPerform(Id person, Circumstances c) => person != Requester && !c.InTheChain(person);

    private void CheckReceiver(List<Wrong> wrong, Receiver receiver, Id? deputy, Circumstances c)
    {
        if (receiver is { Person: null, Team: null } or { Exists: false })
            wrong.Add(new Wrong("performer", "Say whom you ask: a colleague or a team."));
        else if (receiver.Person == Requester)
            wrong.Add(new Wrong("performer", "You would be asking yourself. Choose a colleague or a team."));
        else if (receiver.HasLeft)
            wrong.Add(new Wrong("performer", "This colleague no longer works here. Choose somebody else or their team."));
        else if (receiver.Person is null && !receiver.HasMembers)
            wrong.Add(new Wrong("team", "Nobody is in this team, so nobody could take the ask. Choose a colleague or another team."));
        else if ((deputy ?? receiver.Person) is { } person && c.PerformersAbove.Contains(person))
            wrong.Add(new Wrong("performer", "This colleague already performs an ask above this one. Choose somebody else."));
        else if ((deputy ?? receiver.Person) is { } other && c.PerformersBelow.Contains(other))
            wrong.Add(new Wrong("performer", "This colleague already performs an ask below this one. Choose somebody else."));
    }

    private static void CheckDays(List<Wrong> wrong, DateOnly? answerBy, DateOnly? neededBy, Circumstances c)
    {
        CheckDay(wrong, "answerBy", answerBy, c.Today, "Say by when you need an answer.", c.TellsHistory);
        if (CheckDay(wrong, "neededBy", neededBy, c.Today, "Say by when you need it.", c.TellsHistory) && neededBy < answerBy)
            wrong.Add(new Wrong("neededBy", "It is not needed before it is answered."));
    }

    /// <summary>From today on, and within ten years: what lies beyond is a slip of the finger.</summary>
    private static bool CheckDay(List<Wrong> wrong, string field, DateOnly? day, DateOnly today, Sentence? required = null, bool history = false)
    {
        var before = wrong.Count;
        if (day is null && required is not null)
            wrong.Add(new Wrong(field, required));
        else if (day < today && !history)
            wrong.Add(new Wrong(field, new Sentence("{0} has already passed.", day)));
        else if (day > today.AddYears(10))
            wrong.Add(new Wrong(field, new Sentence("{0} is more than ten years away.", day)));
        return wrong.Count == before;
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

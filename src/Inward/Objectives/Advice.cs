using Inward.House;

namespace Inward.Objectives;

/// <summary>How much advice there is.</summary>
/// <param name="Unreplied">Answers that have no reply yet.</param>
public sealed record AdviceCount(int Asked, int Answered, int Unreplied);

/// <summary>
/// One colleague who is asked for advice before an objective stands: what they said, and what became of it. Others who are asked
/// read it once they have said something themselves.
/// </summary>
public sealed record Advice(Id Workspace, Id Id, Id Objective, Id Person, Id InvitedBy, DateTimeOffset InvitedAt)
{
    /// <summary>How many are asked on one objective at most.</summary>
    public const int Most = 200;

    public string? Answer { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public AdviceReply? Reply { get; init; }

    /// <summary>It stands as it was said: what others said does not change it any more.</summary>
    public Advice Say(Objective objective, string? text, Id by, DateTimeOffset now)
    {
        if (Person != by)
            throw Rule.NotYours("Only whoever was asked gives this advice.");
        if (objective.State is not ObjectiveState.Advice)
            throw Rule.NotNow("The round of advice is over.");
        if (Answer is not null)
            throw Rule.NotNow("You have said it already.");
        var wrong = new List<Wrong>();
        Text.Check(wrong, "text", text, Objectives.Objective.LongestText, required: "Write what you would advise.");
        return wrong.Count > 0 ? throw Rule.Invalid(wrong) : this with { Answer = text!.Trim(), AnsweredAt = now };
    }

    /// <summary>What became of it; until the objective is closed it can be said anew.</summary>
    /// <param name="because">Why it was not used; how it was, when it was.</param>
    public Advice ReplyTo(Objective objective, bool? used, string? because, Id by, DateTimeOffset now)
    {
        if (Answer is null)
            throw Rule.NotNow("There is no answer yet.");
        if (objective.State is ObjectiveState.Closed)
            throw Rule.NotNow("This objective is closed.");
        var wrong = new List<Wrong>();
        if (used is null)
            wrong.Add(new Wrong("used", "Say whether it was used."));
        Text.Check(wrong, "because", because, Objectives.Objective.LongestText, required: used == false ? new Sentence("Say why it was not used: whoever took the trouble wants to know.") : null);
        return wrong.Count > 0 ? throw Rule.Invalid(wrong) : this with { Reply = new AdviceReply(used!.Value, string.IsNullOrWhiteSpace(because) ? null : because.Trim(), by, now) };
    }

    /// <summary>New ones for those of them who are not asked yet.</summary>
    public static IReadOnlyList<Advice> Invite(Objective objective, IReadOnlyList<Id> people, IReadOnlyList<Advice> asked, Id by, DateTimeOffset now)
    {
        var fresh = people.Distinct().Where(person => asked.All(one => one.Person != person)).ToList();
        if (people.Count == 0)
            throw Rule.Invalid("people", "Say whom you ask.");
        if (fresh.Exists(person => person == objective.Owner || objective.Editors.Contains(person)))
            throw Rule.Invalid("people", "Whoever writes an objective is not asked for advice on it.");
        if (fresh.Count + asked.Count > Most)
            throw Rule.Invalid("people", new Sentence("At most {0} are asked for advice.", Most));
        return [.. fresh.Select(person => new Advice(objective.Workspace, Id.New(now), objective.Id, person, by, now))];
    }
}

/// <summary>What its owner says became of an advice.</summary>
public sealed record AdviceReply(bool Used, string? Because, Id By, DateTimeOffset At);

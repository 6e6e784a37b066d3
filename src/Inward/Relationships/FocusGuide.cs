using Inward.House;
using Inward.People;

namespace Inward.Relationships;

/// <summary>The six steps of winning one colleague over, in their order.</summary>
public enum FocusStep
{
    Relationship,
    DoAndWhy,
    Listening,
    Appreciation,
    Obstacles,
    Decision,
}

/// <summary>What has really happened between me and a colleague, as the guide needs it.</summary>
/// <param name="Talks">Talks and hellos of the last ninety days.</param>
/// <param name="ToThank">What they did and I have not thanked for.</param>
/// <param name="Blocked">Open asks between us with something in the way.</param>
/// <param name="Cleared">Asks between us out of whose way something was taken.</param>
/// <param name="Waiting">What I asked and they have not answered.</param>
/// <param name="Answered">What I asked and they answered, whatever the answer.</param>
/// <param name="Noted">Needs and wishes of theirs that were noted in talks.</param>
/// <param name="Named">Obstacles that they named in talks.</param>
public sealed record FocusFacts(OwnWords Words, int Talks, int ThanksGiven, int ToThank, int Blocked, int Cleared, int Waiting, int Answered, int Noted = 0, int Named = 0);

/// <summary>One step: whether anything stands behind it, and that in a sentence. Never ticked by hand.</summary>
public sealed record GuidedStep(FocusStep Step, bool IsEvident, Sentence Finding);

/// <summary>Where I stand with the colleague I want to win over: told from evidence, so that nobody ticks boxes blindly.</summary>
public static class FocusGuide
{
    private static readonly (string Question, Func<OwnWords, Answer?> Answer)[] Questions =
    [
        ("What do you do, and why does it matter to you?", w => w.DoAndWhy),
        ("What do you need from us to serve well?", w => w.NeedFromOthers),
        ("How do you like to be thanked?", w => w.HowToThank),
        ("What are you good at that others should come to you for?", w => w.Strengths),
        ("How does one reach you best?", w => w.HowToReach),
        ("When is the best time to ask you for something?", w => w.BestTime),
    ];

    public static IReadOnlyList<GuidedStep> Tell(FocusFacts facts) =>
    [
        new(FocusStep.Relationship, facts.Talks > 0, Counted(facts.Talks, "You have not talked for ninety days.", "One talk in the last ninety days.", "{0} talks in the last ninety days.")),
        new(FocusStep.DoAndWhy, facts.Words.DoAndWhy is not null, facts.Words.DoAndWhy is { } said ? new Sentence("They wrote it themselves on {0}.", said.On) : "What they do and why is not written down. Ask them."),
        new(FocusStep.Listening, facts.Noted > 0 || facts.Words.NeedFromOthers is not null, facts.Noted == 0 && facts.Words.NeedFromOthers is { } need
            ? new Sentence("What they need from others stands there since {0}.", need.On)
            : Counted(facts.Noted, "What they need from others is not known yet.", "One need or wish of theirs was noted in a talk.", "{0} needs and wishes of theirs were noted in talks.")),
        new(FocusStep.Appreciation, facts is { ThanksGiven: > 0, ToThank: 0 }, facts.ToThank > 0
            ? Counted(facts.ToThank, "", "One thing they did waits for your thanks.", "{0} things they did wait for your thanks.")
            : Counted(facts.ThanksGiven, "You have not thanked them yet.", "You thanked them once.", "You thanked them {0} times.")),
        new(FocusStep.Obstacles, facts is { Blocked: 0, Cleared: > 0 }, facts.Blocked > 0
            ? Counted(facts.Blocked, "", "One ask between you has something in its way.", "{0} asks between you have something in their way.")
            : facts.Cleared > 0 ? Counted(facts.Cleared, "", "One obstacle was taken out of the way.", "{0} obstacles were taken out of the way.")
            : Counted(facts.Named, "Ask what gets in their way when they work for you.", "They named one obstacle in a talk. See what can be done.", "They named {0} obstacles in talks. See what can be done.")),
        new(FocusStep.Decision, facts.Answered > 0, facts.Answered > 0
            ? Counted(facts.Answered, "", "They answered one ask of yours.", "They answered {0} asks of yours.")
            : Counted(facts.Waiting, "You have not asked them for a decision yet.", "One ask of yours waits for their answer.", "{0} asks of yours wait for their answer.")),
    ];

    /// <summary>The first step behind which nothing stands; null when something stands behind each.</summary>
    public static FocusStep? Next(IReadOnlyList<GuidedStep> steps) => steps.FirstOrDefault(s => !s.IsEvident)?.Step;

    /// <summary>Questions whose answer is not written down, the most telling first.</summary>
    public static IEnumerable<Sentence> NeverAnswered(OwnWords words) => Questions.Where(q => q.Answer(words) is null).Select(q => new Sentence(q.Question));

    private static Sentence Counted(int count, string none, string one, string many) => count switch
    {
        0 => none,
        1 => one,
        _ => new Sentence(many, count),
    };
}

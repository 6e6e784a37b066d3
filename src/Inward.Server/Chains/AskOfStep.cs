using Inward.Asks;
using Inward.Chains;
using Inward.House;
using Inward.Server.House.Words;

namespace Inward.Server.Chains;

/// <summary>The ask that a step is: what its template says, else what the sale tells, in the words of whoever asks.</summary>
/// <param name="Customer">What the customer is called.</param>
/// <param name="Promised">The day the customer was promised, if one was.</param>
public sealed record AskOfStep(Chain Chain, string Sale, string Customer, DateOnly? Promised, Tongue T)
{
    private const int DaysToAnswer = 2;

    /// <param name="end">The day that is wished for: the step's own, as things stand.</param>
    public Asking Asking(ChainStep step, DateOnly end, DateOnly today, WorkingCalendar calendar)
    {
        var (name, answerBy) = (T.Step(step.Step.Name), calendar.AddWorkingDays(today, DaysToAnswer));
        return new Asking(
            T["{0}: {1} for {2}", name, Sale, Customer], Team: step.Step.Team, Reason: step.Step.Reason ?? Reason(step), Effect: step.Step.Effect ?? Effect(),
            Conditions: step.Step.Conditions.Count > 0 ? step.Step.Conditions : [T["{0} is done for {1}", name, Customer]],
            AnswerBy: answerBy < end ? answerBy : end, NeededBy: end, Open: true, Sale: Chain.Sale);
    }

    private string Reason(ChainStep step)
    {
        var before = Named(Chain.Steps.Where(other => !other.IsSkipped && step.Step.After.Contains(other.Id)));
        var after = Named(Chain.Steps.Where(other => !other.IsSkipped && other.Step.After.Contains(step.Id)));
        var sold = T["{0} bought {1}; this is a step of what follows.", Customer, Sale];
        return string.Join(' ', new[] { sold, before is null ? null : T["It comes after {0}.", before], after is null ? null : T["{0} waits for it.", after] }.OfType<string>());
    }

    private string Effect() => Promised is { } day ? T["{0} was promised it for {1} and gets it then.", Customer, T.Date(day)] : T["{0} gets what was sold without waiting for it longer than need be.", Customer];

    private string? Named(IEnumerable<ChainStep> steps) => string.Join(", ", steps.Select(step => T.Step(step.Step.Name))) is { Length: > 0 } names ? names : null;
}

using Inward.Asks;
using Inward.Asks.Moves;
using Inward.Chains;
using Inward.Customers;
using Inward.House;
using Inward.Server.Asks;
using Inward.Server.Customers;
using Inward.Server.Handovers;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;

namespace Inward.Server.Chains;

/// <summary>How a chain begins.</summary>
/// <param name="Template">The template it is a copy of; may be left out where a company has one.</param>
/// <param name="StartOn">The day on which the first steps may begin; today when left out.</param>
public sealed record ChainBegun(Id? Template, DateOnly? StartOn = null, IReadOnlyList<StepChoice>? Steps = null);

/// <summary>What one can do with the chain of a sale. Its steps are asks, made, withdrawn and read through their own desk.</summary>
public static class ChainDesk
{
    /// <summary>Every team is asked at once, for the day on which its step will be wanted: all see what is coming.</summary>
    public static async Task<Chain> Begin(Unit unit, Me me, Id id, ChainBegun told)
    {
        var sale = await unit.Sale(me.Workspace, id) ?? throw Rule.NotVisible();
        await unit.OneAtATime();
        if (await unit.ChainOf(me.Workspace, id) is { Ended: null })
            throw Rule.NotNow("This sale has a chain already.");
        var template = await Template(unit, me, told.Template);
        var today = (await unit.CalendarOf(me.Workspace, null)).Today(unit.Now);
        var begun = Chain.Begun(template, Id.New(unit.Now), id, told.Steps ?? [], told.StartOn, today, me.Person, unit.Now);
        var chain = await AskFor(unit, me, sale, begun, [.. begun.Steps.Where(step => step.IsWanted)]);
        unit.Save(chain, isNew: true);
        unit.Append("chain.begun", chain.Id, new { sale = id, chain.Template, steps = chain.Steps.Count });
        return chain;
    }

    /// <summary>This sale goes without a step; whoever was asked for it is told by the withdrawal.</summary>
    public static Task<Chain> Skip(Unit unit, Me me, Id sale, Id step, int? version, string? reason) => Steer(unit, me, sale, version, async (chain, _) =>
    {
        var skipped = chain.Skip(step, reason, me.Person, unit.Now);
        await DoWithout(unit, me, chain, step, skipped.Step(step)!.Skipped!.Reason);
        unit.Append("chain.step-skipped", chain.Id, new { chain.Sale, step = chain.Step(step)!.Step.Name, reason });
        return skipped;
    });

    /// <summary>Yes asks the team, no withdraws what was asked.</summary>
    public static Task<Chain> Say(Unit unit, Me me, Id sale, Id step, int? version, bool? needed) => Steer(unit, me, sale, version, async (chain, sold) =>
    {
        var said = chain.Say(step, needed, me.Person, unit.Now);
        var (answered, t) = (said.Step(step)!, Tongue.Of(me.Language));
        unit.Append("chain.step-answered", chain.Id, new { chain.Sale, step = answered.Step.Name, answered.Step.Question, needed });
        if (needed == true)
            return IsAskedFor(await AskedFor(unit, chain, step)) ? said : await AskFor(unit, me, sold, said, [answered]);
        await DoWithout(unit, me, chain, step, $"{t.Step(answered.Step.Question!)} {t["No"]}");
        return said;
    });

    /// <summary>A step is wanted after all, or its ask came to nothing: a team is asked, perhaps another one.</summary>
    public static Task<Chain> Ask(Unit unit, Me me, Id sale, Id step, int? version, Id? team) => Steer(unit, me, sale, version, async (chain, sold) =>
    {
        var wanted = chain.Want(step, team, me.Person, unit.Now);
        if (IsAskedFor(await AskedFor(unit, chain, step)))
            throw Rule.NotNow("A team is asked for this step already.");
        unit.Append("chain.step-asked", chain.Id, new { chain.Sale, step = wanted.Step(step)!.Step.Name, wanted.Step(step)!.Step.Team });
        return await AskFor(unit, me, sold, wanted, [wanted.Step(step)!]);
    });

    /// <summary>It was the wrong template, or the sale is lost: whatever nobody has delivered is withdrawn.</summary>
    public static Task<Chain> End(Unit unit, Me me, Id sale, int? version, string? reason) => Steer(unit, me, sale, version, async (chain, _) =>
    {
        var ended = chain.End(reason, me.Person, unit.Now);
        foreach (var ask in (await unit.AsksOf(chain)).Values.Where(ask => ask is { IsOpen: true, Delivery: null }))
            await AskDesk.Move(unit, me, ask.Id, new Withdrawing(ended.Ended!.Reason));
        unit.Append("chain.ended", chain.Id, new { chain.Sale, reason });
        return ended;
    });

    private static async Task<ChainTemplate> Template(Unit unit, Me me, Id? chosen)
    {
        var all = await unit.ChainTemplates(me.Workspace);
        return chosen is { } id ? all.Find(one => one.Id == id) ?? throw Rule.Invalid("template", "There is no such chain here.")
            : all is [var only] ? only : throw Rule.Invalid("template", "Say which chain this sale follows.");
    }

    private static async Task<Chain> Steer(Unit unit, Me me, Id id, int? version, Func<Chain, Sale, Task<Chain>> steer)
    {
        var sale = await unit.Sale(me.Workspace, id) ?? throw Rule.NotVisible();
        var chain = await unit.ChainOf(me.Workspace, id) ?? throw Rule.NotVisible();
        Rule.Fresh(version, chain.Version);
        chain.CheckSteered(me.Person, sale.Owner);
        var steered = await steer(chain, sale);
        unit.Save(steered, isNew: false);
        return steered;
    }

    // What the rule of asks refuses bears the name of its step.
    private static async Task<Chain> AskFor(Unit unit, Me me, Sale sale, Chain chain, IReadOnlyList<ChainStep> steps)
    {
        var calendar = await unit.CalendarOf(me.Workspace, null);
        var (today, schedule) = (calendar.Today(unit.Now), ChainSeen.ScheduleOf(chain, await unit.AsksOf(chain), calendar, unit.Now));
        var customer = (await unit.Customer(me.Workspace, sale.Customer))!.Name;
        var promised = (await unit.CustomerPromises(me.Workspace, sale.Id)).Where(promise => promise.IsOpen).Select(promise => promise.By).Append(sale.PromisedOn).Min();
        var words = new AskOfStep(chain, sale.Name, customer, promised, Tongue.Of(me.Language));
        foreach (var step in steps)
        {
            try
            {
                chain = chain.Asked(step.Id, (await AskDesk.Send(unit, me, words.Asking(step, schedule.Of(step.Id).End, today, calendar))).Id);
            }
            catch (BrokenRule wrong) when (wrong.Why == Broken.Invalid)
            {
                throw Rule.Invalid($"steps[{chain.Steps.ToList().FindIndex(one => one.Id == step.Id)}].team", new Sentence("“{0}”: {1}", step.Step.Name, wrong.Sentence));
            }
        }
        return chain;
    }

    private static async Task<Ask?> AskedFor(Unit unit, Chain chain, Id step) => chain.Step(step)?.Ask is { } ask ? (await unit.AsksOf(chain)).GetValueOrDefault(ask) : null;

    /// <summary>Somebody is asked, or has done it: what was declined, taken back or withdrawn leaves the step without anybody.</summary>
    internal static bool IsAskedFor(Ask? ask) => ask is { State: not (AskState.Draft or AskState.Declined or AskState.Revoked or AskState.Withdrawn) };

    private static async Task DoWithout(Unit unit, Me me, Chain chain, Id step, string reason)
    {
        if (await AskedFor(unit, chain, step) is not { } ask || !IsAskedFor(ask))
            return;
        if (ask.Delivery is not null)
            throw Rule.NotNow("This step has been delivered already.");
        await AskDesk.Move(unit, me, ask.Id, new Withdrawing(reason));
    }
}

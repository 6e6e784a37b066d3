using Inward.Chains;
using Inward.House;

namespace Inward.Server.Demo;

/// <summary>What follows a sale at Osterfenn: the eight steps with their teams, and one sale on its way.</summary>
internal sealed class DemoChains(DemoContent content, DemoDays days, Names names, IReadOnlyList<DemoAsk> asks)
{
    public IEnumerable<DemoFact> Tell()
    {
        var templates = content.Chains.Templates.Select(Template).ToList();
        return [.. templates, .. content.Chains.Chains.Select(text => Chain(text, templates[0].Template))];
    }

    private DemoTemplate Template(ChainTemplateText text)
    {
        var (by, at) = At(text.By, text.Day, text.Name);
        var steps = EightSteps.All.Select(step => step with { Id = Chance.IdOf($"step {step.Name}", at), Team = names.Team(text.Teams[step.Name!]) }).ToList();
        var bare = new ChainTemplate(names.Workspace, Chance.IdOf($"chain {text.Name}", at), text.Name) { Steps = [.. steps.Select(step => new Step(step.Id!.Value, step.Name!))], Version = 0 };
        return new DemoTemplate(at, by, bare.Retold(new ChainTemplateTold(text.Name, by, steps), at));
    }

    private DemoChain Chain(ChainText text, ChainTemplate template)
    {
        var (by, at) = At(text.By, text.Day, $"chain {text.Sale}");
        var needed = template.Steps.Where(step => text.Needed.Contains(step.Name)).Select(step => new StepChoice(step.Id, Needed: true));
        var begun = Inward.Chains.Chain.Begun(template, Chance.IdOf($"chain {text.Sale}", at), names.Sale(text.Sale), [.. needed], days[text.Day], days[text.Day], by, at);
        return new DemoChain(at, by, template.Steps.Where(step => text.Asks.ContainsKey(step.Name)).Aggregate(begun, (chain, step) => chain.Asked(step.Id, asks.Single(ask => ask.Key == text.Asks[step.Name]).Ask.Id)));
    }

    private (Id By, DateTimeOffset At) At(string by, int day, string seed)
    {
        var person = names.Person(by);
        return (person, days.Moment(day, names.ZoneOf(person), seed));
    }
}

internal sealed record ChainsFile(IReadOnlyList<ChainTemplateText> Templates, IReadOnlyList<ChainText> Chains);

/// <param name="Teams">The team of each of the eight steps.</param>
internal sealed record ChainTemplateText(string Name, string By, int Day, IReadOnlyDictionary<string, string> Teams);

/// <param name="Needed">The steps whose question is answered with yes.</param>
/// <param name="Asks">The thread of each step.</param>
internal sealed record ChainText(string Sale, string By, int Day, IReadOnlyList<string> Needed, IReadOnlyDictionary<string, string> Asks);

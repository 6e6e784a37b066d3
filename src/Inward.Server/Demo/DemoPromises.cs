using Inward.Handovers;
using Inward.House;

namespace Inward.Server.Demo;

/// <summary>What Osterfenn's sellers told their customers, and how it goes into other hands.</summary>
internal sealed class DemoPromises(DemoContent content, DemoDays days, Names names)
{
    public IEnumerable<DemoFact> Tell()
    {
        var promises = content.Promises.Promises.Select(Promise).ToList();
        return [.. promises, .. content.Promises.Handovers.Select(text => Handover(text, [.. promises.Select(p => p.Promise).Where(p => p.Sale == names.Sale(text.Sale))]))];
    }

    private DemoPromise Promise(PromiseText text)
    {
        var (by, at) = At(text.By, text.Day, text.What);
        var told = new CustomerPromiseTold(text.What, text.Until is { } until ? days[until] : null, by, DateOnly.FromDateTime(at.UtcDateTime), text.Spoken);
        return new DemoPromise(at, by, new CustomerPromise(names.Workspace, Chance.IdOf($"promise {text.What}", at), names.Sale(text.Sale), "").Retold(told, by, DateOnly.FromDateTime(at.UtcDateTime)));
    }

    private DemoHandover Handover(HandoverText text, IReadOnlyList<CustomerPromise> promises)
    {
        var (by, at) = At(text.By, text.Day, text.Note);
        var handover = new Handover(names.Workspace, Chance.IdOf($"handover {text.Sale}", at), names.Sale(text.Sale), names.Team(text.To), by, at) { From = names.TeamOf(by) }.With(promises.Select(p => p.Id), text.Note);
        handover = text.Accepted.Aggregate(handover, (taken, item) => taken.Accept([promises[item.Promise].Id], names.Person(item.By), isOfTeam: true, at.AddHours(2)));
        handover = handover.Query(promises[text.Query.Promise].Id, text.Query.Question, names.Person(text.Query.By), isOfTeam: true, at.AddHours(2));
        return new DemoHandover(at, by, handover);
    }

    private (Id By, DateTimeOffset At) At(string by, int day, string seed)
    {
        var person = names.Person(by);
        return (person, days.Moment(day, names.ZoneOf(person), seed));
    }
}

/// <summary>What customers were told, and what became of it in other hands.</summary>
internal sealed record PromisesFile(IReadOnlyList<PromiseText> Promises, IReadOnlyList<HandoverText> Handovers);

/// <param name="Until">The day the customer was told.</param>
internal sealed record PromiseText(string Sale, string By, int Day, bool Spoken, int? Until, string What);

internal sealed record HandoverText(string Sale, string By, int Day, string To, string Note, IReadOnlyList<TakenText> Accepted, QueryText Query);

/// <param name="Promise">Which of the sale's promises, from 0.</param>
internal sealed record TakenText(string By, int Promise);

internal sealed record QueryText(string By, int Promise, string Question);

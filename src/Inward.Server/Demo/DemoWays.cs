using Inward.Journeys;

namespace Inward.Server.Demo;

/// <summary>How the sales of Osterfenn came to where they stand, told by their owners; every fifth goes back once.</summary>
internal sealed class DemoWays(DemoContent content, DemoDays days, Names names)
{
    private const int Visit = 2, Negotiation = 3, Purchase = 4, Complaints = 8;

    private static readonly string[] Backwards =
    [
        "They wanted to taste their own beans from it once more.", "The lane is too narrow for the drum: we measure again.", "A second owner joins, and wants to see it first.",
    ];

    public IEnumerable<DemoPassage> Tell() => content.Customers.Customers.SelectMany(customer => customer.Sales).SelectMany(Way);

    private IEnumerable<DemoPassage> Way(SaleText sale)
    {
        var (owner, at) = (names.Person(sale.Owner), default(DateTimeOffset));
        var places = Places(sale);
        for (var i = 0; i < places.Count; i++)
        {
            var (place, isBack) = (places[i], i > 0 && places[i] < places[i - 1]);
            var seed = $"passage {sale.Key} {i}";
            at = days.Moment(Math.Min(Day(sale, place), i - places.Count), names.ZoneOf(owner), seed, at);
            yield return new DemoPassage(at, owner, new Passage(names.Workspace, Chance.IdOf(seed, at), names.Sale(sale.Key), JourneyTemplate.Stages[place])
            {
                EnteredAt = at, ToldAt = at, By = owner, Reason = isBack ? Backwards[Chance.Draw(sale.Key, Backwards.Length)] : null,
            });
        }
    }

    // Nobody complains on the way to another stage.
    private static List<int> Places(SaleText sale)
    {
        var last = JourneyTemplate.Stages.ToList().IndexOf(sale.Stage);
        var places = Enumerable.Range(1, Math.Max(0, last)).Where(place => place != Complaints || place == last).ToList();
        if (last >= Purchase && Chance.Draw(sale.Key + " back", 5) == 0)
            places.InsertRange(places.IndexOf(Purchase), [Visit, Negotiation]);
        return places;
    }

    private static int Day(SaleText sale, int place)
    {
        var ordered = sale.Ordered ?? sale.Opened + 25;
        var delivered = sale.Closed ?? ordered + 12;
        return place switch
        {
            1 => sale.Opened,
            Visit => sale.Opened + ((ordered - sale.Opened) / 4),
            Negotiation => sale.Opened + ((ordered - sale.Opened) / 2),
            Purchase => ordered,
            5 => ordered + 2,
            6 => delivered,
            7 => delivered + 6,
            Complaints => delivered + 14,
            _ => delivered + 30,
        };
    }
}

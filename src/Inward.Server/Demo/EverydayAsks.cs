namespace Inward.Server.Demo;

/// <summary>The asks that nobody wrote by hand: those that every sale brings, and those that come round through the year.</summary>
internal sealed class EverydayAsks(DemoContent content, Colleagues colleagues)
{
    private const int Wanted = 400;
    private const int Recent = -14;
    private const int MostOfOne = 11;

    private sealed record Occasion(SalePattern Pattern, CustomerText Customer, SaleText Sale, int Day, string From, string To)
    {
        public string Key => $"{Pattern.Key}/{Sale.Key}";
    }

    public IReadOnlyList<AskThread> Threads()
    {
        var yearly = content.Patterns.Yearly.SelectMany(p => p.Cases.Select((its, n) => Of(p, its, n))).ToList();
        var room = Wanted - content.Asks.Threads.Count - yearly.Count;
        return [.. yearly, .. Chosen(room).GroupBy(o => o.Pattern).SelectMany(of => of.OrderBy(o => o.Day).Select(Of))];
    }

    // What is recent stays, so that there is something to do today; of the rest chance keeps as many as there is room for.
    private IEnumerable<Occasion> Chosen(int room)
    {
        var occasions = Occasions().ToList();
        var recent = occasions.Where(o => o.Day >= Recent).ToList();
        var earlier = occasions.Except(recent).GroupBy(o => o.Pattern).SelectMany(of => of.OrderBy(Lot).Take(MostOfOne));
        return recent.Concat(earlier.OrderBy(Lot).Take(room - recent.Count));
    }

    // Whoever counts and buys is seldom thanked: the page of thanks between teams has something to say.
    private const string Unseen = "finance";

    private static int Lot(Occasion occasion) => Chance.Draw(occasion.Key, int.MaxValue);

    private IEnumerable<Occasion> Occasions() =>
        from customer in content.Customers.Customers
        from sale in customer.Sales
        from pattern in content.Patterns.Sales
        where pattern.For.Contains(sale.Kind) && !pattern.Not.Contains(sale.Key)
        where pattern.Countries.Count == 0 || pattern.Countries.Contains(customer.Country)
        let day = On(sale, pattern.Day)
        where day is not null && sale.WasAlive(day.Value)
        let key = $"{pattern.Key}/{sale.Key}"
        let @from = colleagues.Playing(pattern.From, customer, sale)
        let to = colleagues.Playing(Chance.Of(pattern.To, key), customer, sale)
        where @from != to && pattern.Lang == colleagues.Between(@from, to) && !WrittenByHand(sale, @from, to)
        select new Occasion(pattern, customer, sale, day.Value, @from, to);

    private bool WrittenByHand(SaleText sale, string from, string to) =>
        content.Asks.Threads.Any(t => t.Sale == sale.Key && t.From == from && t.To == to);

    private AskThread Of(Occasion o, int n)
    {
        var needed = On(o.Sale, o.Pattern.NeedAt) ?? o.Day + o.Pattern.Need;
        var thankAt = On(o.Sale, o.Pattern.ThankAt) ?? o.Day;
        var course = new AskCourse(o.Pattern, Gaps.Of(content, o.Customer, o.Sale, o.Pattern.Lang), o.Key, n, thankAt, colleagues[o.To].Team == Unseen ? 92 : 18);
        // A seller is asked in person; of the others every fourth ask goes to the whole team, and somebody takes it.
        var team = o.Pattern.To[0] != "owner" && Chance.Falls(o.Key + " team", 25) && colleagues[o.From].Team != colleagues[o.To].Team
            ? colleagues[o.To].Team : null;
        return course.Run(o.From, o.To, team, o.Day, needed) with { Sale = o.Sale.Key };
    }

    private static int? On(SaleText sale, Anchor? anchor) => anchor is null ? null : sale.On(anchor.On) + anchor.Offset;

    private static AskThread Of(YearlyPattern pattern, YearlyCase its, int n) =>
        new AskCourse(pattern, Gaps.Of(its), $"{pattern.Key}/{n}", n).Run(its.From, its.To, null, its.Day, its.Day + pattern.Need);
}

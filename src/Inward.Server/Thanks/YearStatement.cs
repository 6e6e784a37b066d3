using System.Text;
using System.Text.Json;
using Inward.House;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;
using Inward.Thanks;

namespace Inward.Server.Thanks;

/// <param name="Line">What was done, and the day it was delivered.</param>
public sealed record StatedLine(Contribution Line, string Name);

/// <param name="IsMine">I own the sale and see it whole; else these are my own lines.</param>
public sealed record StatedSale(Id Id, string Name, string CustomerName, DateOnly ClosedOn, bool IsMine, IReadOnlyList<StatedLine> Lines);

/// <summary>
/// Who contributed to the sales that were won in a year: whole for whoever owns the sale, for everybody else their own lines,
/// and nothing by office. No totals, so that a seller can share fairly and nobody can rank colleagues by it.
/// </summary>
public sealed record YearStatement(int Year, IReadOnlyList<StatedSale> Sales)
{
    public const int First = 1990, Last = 2999;

    public static int YearOf(string? typed, DateOnly today) => string.IsNullOrWhiteSpace(typed) ? today.Year
        : int.TryParse(typed.Trim(), out var year) && year is >= First and <= Last ? year
        : throw Rule.Invalid("year", new Sentence("“{0}” is not a year, such as 2026.", typed));

    public static async Task<YearStatement> Ask(Session session, Me me, int year)
    {
        var rows = await session.All<Row>("""
            select s.id as sale, s.name, c.name as customer_name, s.closed_on, s.owner, k.id as ask, k.parent, k.performer, p.name as performer_name, k.what, k.facts
            from sale s join customer c on c.workspace = @Workspace and c.id = s.customer
            join ask k on k.workspace = @Workspace and k.sale = s.id and k.state = 'accepted'
            join person p on p.workspace = @Workspace and p.id = k.performer
            where s.workspace = @Workspace and s.outcome = 'won' and s.closed_on >= @first and s.closed_on <= @last and (s.owner = @Person or k.performer = @Person)
            order by s.closed_on, s.name_key, s.id
            """, new { me.Workspace, me.Person, first = new DateOnly(year, 1, 1), last = new DateOnly(year, 12, 31) });
        return new YearStatement(year, [.. rows.GroupBy(r => r.Sale).Select(sale => Of(sale.First(), [.. sale], me))]);
    }

    public string Csv(Tongue t)
    {
        var text = new StringBuilder().AppendJoin(',', new[] { t["Closed"], t["Customer"], t["Sale"], t["Delivered"], t["Colleague"], t["What they did"] }.Select(House.Csv.Cell)).Append("\r\n");
        foreach (var sale in Sales)
        {
            foreach (var (line, name) in sale.Lines)
                text.AppendJoin(',', new[] { $"{sale.ClosedOn:yyyy-MM-dd}", sale.CustomerName, sale.Name, $"{line.On:yyyy-MM-dd}", name, line.What }.Select(House.Csv.Cell)).Append("\r\n");
        }
        return text.ToString();
    }

    private static StatedSale Of(Row sale, IReadOnlyList<Row> rows, Me me)
    {
        var names = rows.ToDictionary(r => r.Ask, r => r.PerformerName);
        var lines = Contribution.InChainOrder([.. rows.Select(r => new Contribution(r.Ask, r.Parent, r.Performer, r.What, r.DeliveredOn))]);
        return new StatedSale(sale.Sale, sale.Name, sale.CustomerName, sale.ClosedOn, sale.Owner == me.Person, [.. lines.Select(l => new StatedLine(l, names[l.Ask]))]);
    }

    private sealed record Row(Id Sale, string Name, string CustomerName, DateOnly ClosedOn, Id? Owner, Id Ask, Id? Parent, Id Performer, string PerformerName, string What, string Facts)
    {
        public DateOnly DeliveredOn
        {
            get
            {
                using var facts = JsonDocument.Parse(Facts);
                return facts.RootElement.GetProperty("delivery").GetProperty("on").Deserialize<DateOnly>(Wire.Json);
            }
        }
    }
}

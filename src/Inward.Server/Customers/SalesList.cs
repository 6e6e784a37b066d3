using System.Globalization;
using Inward.Customers;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Customers;

/// <summary>Which sales are wanted; what is left out is not asked for.</summary>
/// <param name="Late">True: closed after the promised day. </param>
/// <param name="Overdue">True: still open though the promised day has passed.</param>
public sealed record SaleFilter(string? Text = null, Id? Customer = null, Id? Owner = null, Outcome? Outcome = null, bool Late = false, bool Overdue = false);

/// <summary>A sale in a list and on its page, with the names of whom it belongs to.</summary>
public sealed record SaleRow(
    Id Id, string Name, string NameKey, Id Customer, string CustomerName, Id? Owner, string? OwnerName, string? Value, Id? Journey, string? JourneyName, string? Stage, Outcome Outcome,
    DateOnly? OpenedOn, DateOnly? PromisedOn, DateOnly? ClosedOn, string? ExternalKey, int Version, long Total)
{
    public decimal? Worth => Value is null ? null : decimal.Parse(Value, CultureInfo.InvariantCulture);

    public Sale Sale(Id workspace) => new(workspace, Id, Customer, Name)
    {
        Owner = Owner, Value = Worth, Journey = Journey, Stage = Stage, Outcome = Outcome, OpenedOn = OpenedOn, PromisedOn = PromisedOn, ClosedOn = ClosedOn, Version = Version,
    };
}

/// <summary>Which sales there are, by name.</summary>
public static class SalesList
{
    private const string Columns = "id, name, name_key, customer, owner, value, journey, stage, outcome, opened_on, promised_on, closed_on, external_key, version";

    public static async Task<(List<SaleRow> Rows, string? Next)> Ask(Session session, Me me, SaleFilter filter, DateOnly today, string? after, int size)
    {
        var place = Cursor.Read(after, 2);
        var where = Where(filter);
        var rows = await session.All<SaleRow>($"""
            select {Joined}, (select count(*) from sale s where {where}) as total
            from (select {Columns} from sale s where {where}{(place is null ? "" : " and (name_key, id) > (@afterName, @afterId)")}
              order by name_key, id limit @limit) s
            {Joins} order by s.name_key, s.id
            """,
            new
            {
                me.Workspace, filter.Customer, filter.Owner, filter.Outcome, like = Cursor.Anywhere(filter.Text ?? ""), today,
                afterName = place?[0], afterId = Cursor.Id(place?[1]), limit = size + 1,
            });
        return Cursor.Cut(rows, size, last => Cursor.Of(last.NameKey, last.Id.ToString()));
    }

    public static Task<SaleRow?> One(Session session, Me me, Id id) => session.One<SaleRow>($"""
        select {Joined}, 1 as total from (select {Columns} from sale where workspace = @Workspace and id = @id) s {Joins}
        """, new { me.Workspace, id });

    private const string Joined = """
        s.id, s.name, s.name_key, s.customer, c.name as customer_name, s.owner, o.name as owner_name, s.value, s.journey, j.name as journey_name, s.stage, s.outcome,
          s.opened_on, s.promised_on, s.closed_on, s.external_key, s.version
        """;

    private const string Joins = """
        join customer c on c.workspace = @Workspace and c.id = s.customer left join person o on o.workspace = @Workspace and o.id = s.owner
        left join journey j on j.workspace = @Workspace and j.id = s.journey
        """;

    private static string Where(SaleFilter filter) => string.Join(" and ", new[]
    {
        "workspace = @Workspace",
        // The name of the customer finds their sales too.
        string.IsNullOrWhiteSpace(filter.Text) ? null : """
            (name_key like @like escape '!' or customer in (select id from customer where workspace = @Workspace and name_key like @like escape '!'))
            """,
        filter.Customer is null ? null : "customer = @Customer",
        filter.Owner is null ? null : "owner = @Owner",
        filter.Outcome is null ? null : "outcome = @Outcome",
        filter.Late ? "promised_on is not null and closed_on > promised_on" : null,
        filter.Overdue ? "outcome = 'open' and closed_on is null and promised_on < @today" : null,
    }.OfType<string>());
}

using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Customers;

/// <summary>A customer in a list.</summary>
/// <param name="LastWords">The newest day on which this customer said something that was kept.</param>
public sealed record CustomerRow(Id Id, string Name, string NameKey, string? ExternalKey, int Version, long OpenSales, long Words, DateOnly? LastWords, long Total);

/// <summary>Which customers there are, by name.</summary>
public static class CustomersList
{
    private const string OfThisName = """
         and (name_key like @like escape '!' or exists (select 1 from customer g where g.workspace = @Workspace and g.merged_into = customer.id and g.name_key like @like escape '!'))
        """;

    public static async Task<(List<CustomerRow> Rows, string? Next)> Ask(Session session, Me me, string? text, string? after, int size)
    {
        var place = Cursor.Read(after, 2);
        var where = "workspace = @Workspace and merged_into is null" + (string.IsNullOrWhiteSpace(text) ? "" : OfThisName);
        var rows = await session.All<CustomerRow>($"""
            select c.id, c.name, c.name_key, c.external_key, c.version,
              (select count(*) from sale s where s.workspace = @Workspace and s.customer = c.id and s.outcome = 'open') as open_sales,
              (select count(*) from verbatim v where v.workspace = @Workspace and v.customer = c.id) as words,
              (select max(said_on) from verbatim v where v.workspace = @Workspace and v.customer = c.id) as last_words,
              (select count(*) from customer where {where}) as total
            from (select id, name, name_key, external_key, version from customer
              where {where}{(place is null ? "" : " and (name_key, id) > (@afterName, @afterId)")} order by name_key, id limit @limit) c
            order by c.name_key, c.id
            """, new { me.Workspace, like = Cursor.Anywhere(text ?? ""), afterName = place?[0], afterId = Cursor.Id(place?[1]), limit = size + 1 });
        return Cursor.Cut(rows, size, last => Cursor.Of(last.NameKey, last.Id.ToString()));
    }
}

using Inward.House;

namespace Inward.Server.Storage;

/// <summary>What every room does to a record in the unit that saves it: who may see it, how it is found, what is due later.</summary>
public static class Records
{
    private static readonly string SeenByOne = Seen("(@Workspace, @record, @one, @oneLeads)");
    private static readonly string SeenByTwo = Seen("(@Workspace, @record, @one, @oneLeads), (@Workspace, @record, @two, @twoLeads)");

    /// <summary>Adds readers to a record. Sight is kept: whoever once was a party goes on seeing it.</summary>
    public static void ShowTo(this Unit unit, Id record, IEnumerable<Reader> readers)
    {
        // Two at a time: a record of two people is the usual one.
        foreach (var some in readers.GroupBy(r => r.Who, (who, same) => new Reader(who, same.Any(r => r.Leads))).Chunk(2))
        {
            if (some is [var one, var two])
                unit.Write(SeenByTwo, new { unit.Workspace, record, one = one.Who, oneLeads = one.Leads, two = two.Who, twoLeads = two.Leads });
            else
                unit.Write(SeenByOne, new { unit.Workspace, record, one = some[0].Who, oneLeads = some[0].Leads });
        }
    }

    private static string Seen(string rows) => $"""
        insert into audience (workspace, record, reader, leads) values {rows}
        on conflict (workspace, record, reader) do update set leads = excluded.leads where excluded.leads > audience.leads
        """;

    public static void HideFrom(this Unit unit, Id record, Id reader) =>
        unit.Write("delete from audience where workspace = @Workspace and record = @record and reader = @reader", new { unit.Workspace, record, reader });

    public static void MakeFindable(this Unit unit, Id record, string kind, string title, string body) =>
        unit.Write("""
            insert into search (workspace, record, kind, at, title, body) values (@Workspace, @record, @kind, @Now, @title, @body)
            on conflict (workspace, record) do update set title = excluded.title, body = excluded.body, at = excluded.at
            """, new { unit.Workspace, record, kind, unit.Now, title = Searchable(title), body = Searchable(body) });

    public static void Forget(this Unit unit, Id record) =>
        unit.Write("delete from search where workspace = @Workspace and record = @record", new { unit.Workspace, record });

    /// <summary>Something to do later, in the same transaction as its cause. With <paramref name="once"/>, a second one of that name is not added.</summary>
    public static void DoLater(this Unit unit, string kind, Id? on, object payload, DateTimeOffset due, string? once = null) =>
        unit.Write("""
            insert into job (workspace, id, kind, on_id, payload, due_at, unique_key)
            values (@Workspace, @id, @kind, @on, @text, @due, @once) on conflict do nothing
            """, new { unit.Workspace, id = Id.New(unit.Now), kind, on, text = global::System.Text.Json.JsonSerializer.Serialize(payload, House.Wire.Json), due, once });

    // PostgreSQL refuses NUL in text, and a tsvector holds at most a megabyte.
    private static string Searchable(string text) => text.Length <= 100_000 ? text : text[..100_000];
}

/// <summary>A reader of a record: a person, a team or everyone (the workspace); with <paramref name="Leads"/>, this person's direct leads too.</summary>
public readonly record struct Reader(Id Who, bool Leads = false);

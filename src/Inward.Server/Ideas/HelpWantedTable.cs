using System.Text.Json;
using Inward.House;
using Inward.Ideas;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Ideas;

/// <summary>Where cards of help wanted are kept; everybody reads them.</summary>
public static class HelpWantedTable
{
    public static async Task<HelpWanted?> HelpWanted(this Session session, Id workspace, Id id) =>
        (await session.One<Stored>("select document, version from help_wanted where workspace = @workspace and id = @id", new { workspace, id }))?.Card();

    /// <summary>The open ones, the next to end first; closed ones after that day, the newest first.</summary>
    public static async Task<List<HelpWanted>> HelpWanted(this Session session, Id workspace, bool open, DateOnly today, int most) => [.. (await session.All<Stored>($"""
        select document, version from help_wanted where workspace = @workspace and {(open ? "is_open = 1 and until_day >= @today order by until_day, id" : "not (is_open = 1 and until_day >= @today) order by id desc")} limit @most
        """, new { workspace, today, most })).Select(stored => stored.Card())];

    public static void Save(this Unit unit, HelpWanted card, bool isNew)
    {
        var row = new { card.Workspace, card.Id, card.Author, card.Answerer, card.Until, open = card.ClosedAt is null, document = JsonSerializer.Serialize(card, Wire.Json), card.Version };
        unit.Write(isNew
            ? "insert into help_wanted (workspace, id, author, answerer, until_day, is_open, document, version) values (@Workspace, @Id, @Author, @Answerer, @Until, @open, @document, @Version)"
            : "update help_wanted set is_open = @open, document = @document, version = version + 1 where workspace = @Workspace and id = @Id and version = @Version", row, 1);
        unit.ShowTo(card.Id, [new Reader(card.Workspace)]);
        unit.MakeFindable(card.Id, "help_wanted", Customers.VerbatimTable.Opening(card.Text, 120), card.Text);
    }

    private sealed record Stored(string Document, int Version)
    {
        public HelpWanted Card() => JsonSerializer.Deserialize<HelpWanted>(Document, Wire.Json)! with { Version = Version };
    }
}

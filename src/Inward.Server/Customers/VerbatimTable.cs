using Inward.Customers;
using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.Customers;

/// <summary>Where the customer's words are kept: the newest version in one table, every version in the other.</summary>
public static class VerbatimTable
{
    public static async Task<Verbatim?> Verbatim(this Session session, Id workspace, Id id) =>
        (await session.One<Row>("""
            select workspace, id, customer, sale, stage, said_by, said_on, words, kept_by, version from verbatim where workspace = @workspace and id = @id
            """, new { workspace, id }))?.Verbatim();

    /// <summary>Saves a version; <paramref name="by"/> wrote it. Those before it stay.</summary>
    public static void Save(this Unit unit, Verbatim verbatim, bool isNew, Id? by)
    {
        var row = new
        {
            verbatim.Workspace, verbatim.Id, verbatim.Customer, verbatim.Sale, verbatim.Stage, verbatim.SaidBy, verbatim.SaidOn, verbatim.Words,
            verbatim.KeptBy, verbatim.Version, before = verbatim.Version - 1, by, unit.Now,
        };
        if (isNew)
        {
            unit.Write("""
                insert into verbatim (workspace, id, customer, sale, stage, said_by, said_on, words, kept_by, version, made_at)
                values (@Workspace, @Id, @Customer, @Sale, @Stage, @SaidBy, @SaidOn, @Words, @KeptBy, @Version, @Now)
                """, row);
            unit.ShowTo(verbatim.Id, [new Reader(verbatim.Workspace)]);
        }
        else
        {
            unit.Write("""
                update verbatim set customer = @Customer, sale = @Sale, stage = @Stage, said_by = @SaidBy, said_on = @SaidOn, words = @Words, version = @Version
                where workspace = @Workspace and id = @Id and version = @before
                """, row, 1);
        }
        unit.Write("""
            insert into verbatim_version (workspace, verbatim, version, customer, sale, words, said_by, said_on, stage, by_person, at)
            values (@Workspace, @Id, @Version, @Customer, @Sale, @Words, @SaidBy, @SaidOn, @Stage, @by, @Now)
            """, row);
        unit.MakeFindable(verbatim.Id, "verbatim", Opening(verbatim.Words), string.Join('\n', new[] { verbatim.Words, verbatim.SaidBy, verbatim.Stage }.OfType<string>()));
    }

    /// <summary>The first words of a text, for a title; never half a character.</summary>
    public static string Opening(string words, int longest = 80)
    {
        var line = words.ReplaceLineEndings(" ").Trim();
        if (line.Length <= longest)
            return line;
        var end = char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest;
        return line[..end] + "…";
    }

    private sealed record Row(
        Id Workspace, Id Id, Id Customer, Id? Sale, string? Stage, string? SaidBy, DateOnly SaidOn, string Words, Id? KeptBy, int Version)
    {
        public Verbatim Verbatim() => new(Workspace, Id, Customer, Words, SaidOn) { Sale = Sale, Stage = Stage, SaidBy = SaidBy, KeptBy = KeptBy, Version = Version };
    }
}

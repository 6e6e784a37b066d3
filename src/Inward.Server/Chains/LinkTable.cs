using System.Text.Json;
using Inward.Chains;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Chains;

/// <summary>Where links for customers are kept: of their secret only the hash, of their use only the last day.</summary>
public static class LinkTable
{
    private const string Columns = "select workspace, id, chain, by_person, made_at, ends_at, title, language, steps, revoked_at, opened_on from chain_link where workspace = @workspace";

    /// <summary>The newest first.</summary>
    public static async Task<List<ChainLink>> ChainLinks(this Session session, Id workspace, Id chain) =>
        (await session.All<Row>($"{Columns} and chain = @chain order by id desc", new { workspace, chain })).ConvertAll(row => row.Link());

    public static async Task<ChainLink?> ChainLink(this Session session, Id workspace, byte[] hash) =>
        (await session.One<Row>($"{Columns} and hash = @hash", new { workspace, hash }))?.Link();

    public static void Save(this Unit unit, ChainLink link, string secret) => unit.Write("""
        insert into chain_link (workspace, id, hash, chain, by_person, made_at, ends_at, title, language, steps)
        values (@Workspace, @Id, @hash, @Chain, @By, @MadeAt, @EndsAt, @Title, @Language, @steps)
        """, new { link.Workspace, link.Id, hash = Keys.Hash(secret), link.Chain, link.By, link.MadeAt, link.EndsAt, link.Title, link.Language, steps = JsonSerializer.Serialize(link.Steps, Wire.Json) });

    public static void SaveRevoked(this Unit unit, ChainLink link) =>
        unit.Write("update chain_link set revoked_at = @RevokedAt where workspace = @Workspace and id = @Id and revoked_at is null", new { link.Workspace, link.Id, link.RevokedAt }, 1);

    public static void SaveOpened(this Unit unit, ChainLink link, DateOnly day) =>
        unit.Write("update chain_link set opened_on = @day where workspace = @Workspace and id = @Id", new { link.Workspace, link.Id, day });

    private sealed record Row(Id Workspace, Id Id, Id Chain, Id ByPerson, DateTimeOffset MadeAt, DateTimeOffset EndsAt, string Title, string Language, string Steps, DateTimeOffset? RevokedAt, DateOnly? OpenedOn)
    {
        public ChainLink Link() => new(Workspace, Id, Chain, ByPerson, MadeAt, EndsAt)
        {
            Title = Title, Language = Language, Steps = JsonSerializer.Deserialize<List<ShownStep>>(Steps, Wire.Json)!, RevokedAt = RevokedAt, OpenedOn = OpenedOn,
        };
    }
}

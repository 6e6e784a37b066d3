using System.Security.Cryptography;
using System.Text;
using Inward.House;

namespace Inward.Server.Storage;

/// <summary>
/// The audit chain: one per workspace. Happenings are sealed in blocks; a block's hash covers the one before it and every
/// happening in it, each by the digest of its salted payload, so erasing a payload with its salt keeps the chain valid.
/// </summary>
public static class Audit
{
    public sealed record Verdict(long Happenings, long Blocks, long Unsealed, IReadOnlyList<string> Faults);

    private sealed record Link(Id Id, DateTimeOffset At, Id? Who, string Kind, Id OnId, byte[] Digest, string Door, string? Request, string? Payload, byte[]? Salt);

    private sealed record Block(long Number, DateTimeOffset At, long Count, byte[] Previous, byte[] Hash);

    private const string Columns = "id, at, who, kind, on_id, digest, door, request, payload, salt";

    /// <summary>Seals what is not sealed yet; false when there was nothing to do or another node is at it.</summary>
    public static Task<bool> Seal(Store store, Id workspace) => store.Write(store.System(workspace), async unit =>
    {
        if (unit.Engine == Engine.Postgres && await unit.Count("select case when pg_try_advisory_xact_lock(4712, hashtext(@key)) then 1 else 0 end", new { key = workspace.ToString() }) == 0)
            return false;
        var last = await unit.One<Block>("select block as number, at, count, previous, hash from seal where workspace = @workspace order by block desc limit 1", new { workspace });
        var block = (last?.Number ?? 0) + 1;
        var links = await unit.All<Link>($"select {Columns} from happening where workspace = @workspace and block is null order by id limit 5000", new { workspace });
        if (links.Count == 0)
            return false;
        // Exactly the rows that were read: on PostgreSQL more may have arrived since.
        unit.Write("update happening set block = @block where workspace = @workspace and block is null and id in @ids", new { block, workspace, ids = links.Select(l => l.Id).ToList() }, links.Count);
        var previous = last?.Hash ?? new byte[32];
        unit.Write("insert into seal (workspace, block, at, count, previous, hash) values (@workspace, @block, @Now, @Count, @previous, @hash)",
            new { workspace, block, unit.Now, links.Count, previous, hash = Hash(block, unit.Now, previous, links) });
        return true;
    });

    /// <summary>Recomputes the whole chain. A fault says which block and what is wrong with it.</summary>
    public static Task<Verdict> Verify(Store store, Id workspace) => store.Read(async session =>
    {
        var faults = new List<string>();
        var blocks = await session.All<Block>("select block as number, at, count, previous, hash from seal where workspace = @workspace order by block", new { workspace });
        var (previous, expected, total) = (new byte[32], 1L, 0L);
        foreach (var block in blocks)
        {
            if (block.Number != expected++)
                faults.Add($"Block {expected - 1} is missing.");
            if (!block.Previous.AsSpan().SequenceEqual(previous))
                faults.Add($"Block {block.Number} does not follow the block before it.");
            var links = await session.All<Link>($"select {Columns} from happening where workspace = @workspace and block = @Number order by id", new { workspace, block.Number });
            foreach (var link in links.Where(l => l.Payload is not null && (l.Salt is null || !Unit.Digest(l.Salt, l.Payload).AsSpan().SequenceEqual(l.Digest))))
                faults.Add($"Happening {link.Id} in block {block.Number} was changed.");
            if (links.Count != block.Count || !Hash(block.Number, block.At, block.Previous, links).AsSpan().SequenceEqual(block.Hash))
                faults.Add($"Block {block.Number} was changed.");
            (previous, total) = (block.Hash, total + links.Count);
        }
        var unsealed = await session.Count("select count(*) from happening where workspace = @workspace and block is null", new { workspace });
        var strays = await session.Count("select count(*) from happening h where workspace = @workspace and block is not null and not exists (select 1 from seal s where s.workspace = h.workspace and s.block = h.block)", new { workspace });
        if (strays > 0)
            faults.Add($"{strays} happenings name a block that is not there.");
        return new Verdict(total + unsealed, blocks.Count, unsealed, faults);
    });

    private static byte[] Hash(long number, DateTimeOffset at, byte[] previous, List<Link> links)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{number} {at.ToUnixTimeMilliseconds()}\n"));
        hash.AppendData(previous);
        foreach (var link in links)
        {
            // Lengths before texts, so that no two different rows spell the same bytes.
            hash.AppendData(Encoding.UTF8.GetBytes($"{link.Id} {link.At.ToUnixTimeMilliseconds()} {link.Who} {link.OnId} {link.Kind.Length}:{link.Kind} {link.Door.Length}:{link.Door} {link.Request?.Length}:{link.Request}\n"));
            hash.AppendData(link.Digest);
        }
        return hash.GetHashAndReset();
    }
}

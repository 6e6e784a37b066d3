using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>A key for a program that acts as a person. Only its hash is kept; the words after iwt_ are shown once.</summary>
/// <param name="Scopes">read, write, notes.</param>
/// <param name="UsedDay">The last day a program used it (UTC); its owner alone sees it.</param>
public sealed record Token(
    Id Workspace, Id Id, Id Person, string Name, string Scopes, DateTimeOffset MadeAt, Id? MadeBy, DateTimeOffset? EndsAt, DateOnly? UsedDay,
    DateTimeOffset? RevokedAt, int Version);

public static class TokenTable
{
    private const string Columns = "workspace, id, person, name, scopes, made_at, made_by, ends_at, used_day, revoked_at, version";

    public static Task<Token?> Token(this Session session, Id workspace, Id id) =>
        session.One<Token>($"select {Columns} from token where workspace = @workspace and id = @id", new { workspace, id });

    /// <summary>The tokens of a person that still open something, newest first.</summary>
    public static Task<List<Token>> Tokens(this Session session, Id workspace, Id person, DateTimeOffset now) =>
        session.All<Token>($"""
            select {Columns} from token where workspace = @workspace and person = @person and revoked_at is null and (ends_at is null or ends_at > @now) order by id desc
            """, new { workspace, person, now });

    public static void Save(this Unit unit, Token token, string secret) =>
        unit.Write("""
            insert into token (workspace, id, hash, person, name, scopes, made_at, made_by, ends_at)
            values (@Workspace, @Id, @hash, @Person, @Name, @Scopes, @MadeAt, @MadeBy, @EndsAt)
            """, new { token.Workspace, token.Id, hash = Keys.Hash(secret), token.Person, token.Name, token.Scopes, token.MadeAt, token.MadeBy, token.EndsAt });

    public static void Revoke(this Unit unit, Token token) =>
        unit.Write("""
            update token set revoked_at = @Now, version = version + 1 where workspace = @Workspace and id = @Id and version = @Version and revoked_at is null
            """, new { unit.Now, token.Workspace, token.Id, token.Version }, 1);

    public static void RevokeTokens(this Unit unit, Id person) =>
        unit.Write("update token set revoked_at = @Now, version = version + 1 where workspace = @Workspace and person = @person and revoked_at is null",
            new { unit.Now, unit.Workspace, person });
}

using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>A link with which a person chooses a password: good for seven days and one use. Only its hash is kept.</summary>
public sealed record Invitation(Id Workspace, byte[] Hash, Id Person, Id? MadeBy, DateTimeOffset EndsAt);

public static class InviteTable
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    /// <summary>Makes a new invitation; those before it open nothing any more.</summary>
    public static string Invite(this Unit unit, Id person)
    {
        unit.EndInvitations(person);
        var code = Keys.NewSecret("iwi", unit.Workspace);
        unit.Write("insert into invite (workspace, hash, person, made_by, made_at, ends_at) values (@Workspace, @hash, @person, @Who, @Now, @ends)",
            new { unit.Workspace, hash = Keys.Hash(code), person, unit.Act.Who, unit.Now, ends = unit.Now + Lasts });
        return code;
    }

    public static void EndInvitations(this Unit unit, Id person) =>
        unit.Write("delete from invite where workspace = @Workspace and person = @person and used_at is null", new { unit.Workspace, person });

    /// <summary>The invitation that this code opens now; null when it is unknown, used or too old.</summary>
    public static Task<Invitation?> Invitation(this Session session, string? code, DateTimeOffset now) =>
        Keys.WorkspaceOf(code) is not { } workspace || !code!.StartsWith("iwi_", StringComparison.Ordinal)
            ? Task.FromResult<Invitation?>(null)
            : session.One<Invitation>("select workspace, hash, person, made_by, ends_at from invite where workspace = @workspace and hash = @hash and used_at is null and ends_at > @now",
                new { workspace, hash = Keys.Hash(code), now });

    /// <summary>Uses it up; whoever comes second finds it stale.</summary>
    public static void Use(this Unit unit, Invitation invitation) =>
        unit.Write("update invite set used_at = @Now where workspace = @Workspace and hash = @Hash and used_at is null",
            new { unit.Now, invitation.Workspace, invitation.Hash }, 1);
}

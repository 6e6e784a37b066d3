using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>
/// A secret address of a person: whoever knows it reads my calendar, or logs talks in my name. Each has one of a kind at most; it is told
/// once, only its hash is kept, a new one ends the old, and it ends when its person leaves.
/// </summary>
/// <param name="Kind">What happens to it is told as “calendar.address-made”.</param>
/// <param name="New">A secret that names its workspace.</param>
/// <param name="WorkspaceOf">The workspace that a secret names; null when it is none.</param>
public sealed record SecretAddress(string Kind, Func<Id, string> New, Func<string, Id?> WorkspaceOf)
{
    public Task<DateTimeOffset?> MadeAt(Session session, Me me) =>
        session.One<DateTimeOffset?>("select made_at from secret_address where workspace = @Workspace and person = @Person and kind = @Kind", new { me.Workspace, me.Person, Kind });

    /// <summary>Makes one, and gives the secret that only its reader keeps.</summary>
    public async Task<string> Make(Unit unit, Me me)
    {
        var secret = New(me.Workspace);
        Delete(unit, me);
        unit.Write("insert into secret_address (workspace, hash, kind, person, made_at) values (@Workspace, @hash, @Kind, @Person, @Now)",
            new { me.Workspace, hash = Keys.Hash(secret), Kind, me.Person, unit.Now });
        unit.Append($"{Kind}.address-made", (await unit.OpenAccount(me.Person)).Id, new { });
        return secret;
    }

    /// <summary>Done twice it is done once.</summary>
    public async Task End(Unit unit, Me me)
    {
        if (await MadeAt(unit, me) is null)
            return;
        Delete(unit, me);
        unit.Append($"{Kind}.address-ended", (await unit.OpenAccount(me.Person)).Id, new { });
    }

    /// <summary>Whose it is; null when it is unknown, ended, or its person has left.</summary>
    public async Task<Me?> Owner(Session session, string secret, DateTimeOffset now) =>
        WorkspaceOf(secret) is { } workspace
            && await session.One<Id?>("select person from secret_address where workspace = @workspace and hash = @hash and kind = @Kind", new { workspace, hash = Keys.Hash(secret), Kind }) is { } person
            ? await Keys.Of(session, workspace, person, now) : null;

    private void Delete(Unit unit, Me me) => unit.Write("delete from secret_address where workspace = @Workspace and person = @Person and kind = @Kind", new { me.Workspace, me.Person, Kind });
}

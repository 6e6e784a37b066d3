using Inward.House;
using Inward.Server.House;
using Inward.Server.Mail;
using Inward.Server.Storage;

namespace Inward.Server.Accounts;

/// <summary>Everybody's way in, for administrators' programs.</summary>
public static class AccountApi
{
    public sealed record AccountOut(
        Id Person, string Name, string? Email, string? UserName, bool Administrator, DateOnly? LeftOn, bool HasPassword, DateTimeOffset? InvitedUntil, int Version)
    {
        public static AccountOut Of(AccountRow row) =>
            new(row.Person, row.Name, row.Email, row.UserName, row.Administrator, row.LeftOn, row.HasPassword, row.InvitedUntil, row.Version);
    }

    public sealed record AccountIn(bool? Administrator);

    /// <param name="Link">Told once: whoever opens it chooses the person's password.</param>
    public sealed record InvitationOut(Uri Link, DateTimeOffset EndsAt);

    /// <param name="Name">The whole name, to confirm.</param>
    public sealed record ErasureIn(string? Name);

    public sealed record ErasureOut(Id Person, DateTimeOffset ErasedAt);

    public static void Map(RouteGroupBuilder api)
    {
        var accounts = api.MapGroup("/accounts").WithTags("accounts");
        accounts.MapGet("", async (Door door, string? q, string? administrators, string? after, string? limit) =>
        {
            var (rows, next) = await door.Read(s => AccountList.Ask(s, door.Me, q, Query.Flag("administrators", administrators), after, door.Now, Cursor.Size(limit)));
            return door.List(rows.ConvertAll(AccountOut.Of), next);
        }).WithName("listAccounts").WithSummary("Who has a way in (administrators)").Produces<Listed<AccountOut>>().ProducesProblem(403);
        accounts.MapGet("/{person}", (Door door, Id person) => door.Show(s => Shown(s, door, person)))
            .WithName("getAccount").WithSummary("Somebody's way in (administrators)").Produces<AccountOut>().ProducesProblem(403).ProducesProblem(404);
        accounts.MapPatch("/{person}", (Door door, Id person, AccountIn body) => door.Edit(body, async unit =>
        {
            await AccountDesk.Administer(unit, door.Me, person, body.Administrator ?? throw Rule.Invalid("administrator", "Say true or false."), door.IfMatch());
            var (account, version) = await Shown(unit, door, person);
            return Reply.Done(account, version);
        }, s => Shown(s, door, person))).WithName("changeAccount").WithSummary("Make somebody an administrator, or no longer one (administrators)")
            .Produces<AccountOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
        accounts.MapPost("/{person}/invitation", (Door door, OwnAddress address, Id person) => door.Change(null, async unit =>
        {
            var code = await AccountDesk.Invite(unit, door.Me, person);
            return new Reply(201, System.Text.Json.JsonSerializer.Serialize(new InvitationOut(Link(address, code), unit.Now + InviteTable.Lasts), Wire.Json)) { IsSecret = true };
        })).WithName("invite").WithSummary("A link with which a person chooses a password, told once (administrators)").Produces<InvitationOut>(201).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
        accounts.MapDelete("/{person}/sessions", (Door door, Id person) => door.Change(null, async unit =>
        {
            await AccountDesk.EndSessionsOf(unit, door.Me, person, door.IfMatch());
            return Reply.Nothing();
        })).WithName("endSessions").WithSummary("Sign somebody out everywhere (administrators)").Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(428);
        accounts.MapPost("/{person}/departure", (Door door, Id person) => door.Change(null, async unit =>
        {
            await AccountDesk.Leave(unit, door.Me, person, door.IfMatch());
            var (account, version) = await Shown(unit, door, person);
            return Reply.Done(account, version);
        })).WithName("leave").WithSummary("Somebody leaves today: every door closes, and what they promised is asked afresh (administrators)")
            .Produces<AccountOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
        accounts.MapPost("/{person}/erasure", (Door door, Id person, ErasureIn body) => door.Change(body, async unit =>
        {
            var erased = await ErasureDesk.Erase(unit, door.Me, person, body.Name);
            return Reply.Done(new ErasureOut(erased.Person, erased.At), 1);
        })).WithName("erase").WithSummary("Erases for good what is known of somebody who has left (administrators)")
            .WithDescription("What was theirs alone is deleted, what others share stays without their name. `name` is the whole name, to confirm. It cannot be taken back.")
            .Produces<ErasureOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    public static Uri Link(OwnAddress address, string code) => address.To($"/invite?code={code}");

    private static async Task<(AccountOut Account, int Version)> Shown(Session session, Door door, Id person)
    {
        var row = await AccountList.One(session, door.Me, person, door.Now);
        return (AccountOut.Of(row), row.Version);
    }
}

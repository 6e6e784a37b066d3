using System.Text.Json.Serialization;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Accounts;

/// <summary>My tokens, for programs. The secret is in the reply to POST and nowhere else.</summary>
public static class TokenApi
{
    /// <param name="EndsOn">The last day it opens anything; until revoked when left out.</param>
    public sealed record TokenIn(string? Name, IReadOnlyList<string>? Scopes, DateOnly? EndsOn)
    {
        public TokenTerms Terms() => new(Name ?? "", Scopes ?? [], EndsOn);
    }

    /// <param name="ByOperator">True when an operator made it on the command line.</param>
    /// <param name="UsedOn">The last day it was used (UTC).</param>
    /// <param name="Secret">Only in the reply to POST: send it as `Authorization: Bearer …`.</param>
    public sealed record TokenOut(Id Id, string Name, IReadOnlyList<string> Scopes, DateTimeOffset MadeAt, bool ByOperator, DateTimeOffset? EndsAt, DateOnly? UsedOn, int Version,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Secret = null)
    {
        public static TokenOut Of(Token token, string? secret = null) => new(
            token.Id, token.Name, token.Scopes.Split(' '), token.MadeAt, token.MadeBy is null, token.EndsAt, token.UsedDay, token.Version, secret);
    }

    public static void Map(RouteGroupBuilder api)
    {
        var tokens = api.MapGroup("/tokens").WithTags("tokens");
        tokens.MapGet("/", async (Door door) => door.List([.. (await door.Read(s => s.Tokens(door.Me.Workspace, door.Me.Person, door.Now))).Select(t => TokenOut.Of(t))], null))
            .WithName("listTokens").WithSummary("My tokens").Produces<Listed<TokenOut>>();
        tokens.MapGet("/{id}", (Door door, Id id) => door.Show(async session =>
        {
            var token = await TokenDesk.Mine(session, door.Me, id, door.Now);
            return (TokenOut.Of(token), token.Version);
        })).WithName("readToken").WithSummary("One of my tokens").Produces<TokenOut>();
        tokens.MapPost("/", (Door door, TokenIn body) => door.Change(body, async unit =>
        {
            var (token, secret) = await TokenDesk.Make(unit, door.Me, body.Terms());
            return Reply.Created($"/api/v1/tokens/{token.Id}", TokenOut.Of(token, secret), token.Version) with { IsSecret = true };
        })).WithName("makeToken").WithSummary("Make a token; its secret is told once").Produces<TokenOut>(201);
        tokens.MapDelete("/{id}", (Door door, Id id) => door.Change(null, async unit =>
        {
            await TokenDesk.Revoke(unit, door.Me, id, door.IfMatch());
            return Reply.Nothing();
        })).WithName("revokeToken").WithSummary("Revoke one of my tokens").Produces(204);
    }
}

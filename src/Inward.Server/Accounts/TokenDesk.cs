using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Accounts;

/// <summary>What one can do with tokens. The secret is given once, to whoever makes it, and kept nowhere.</summary>
public static class TokenDesk
{
    public static async Task<(Token Token, string Secret)> Make(Unit unit, Me me, TokenTerms terms)
    {
        var zone = me.Clock;
        var maker = me.Token is { } id ? await unit.Token(me.Workspace, id) : null;
        var checkedTerms = terms.Checked(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(unit.Now, zone).DateTime), byOwner: true, me.Scopes);
        var ends = EndOf(checkedTerms.EndsOn, zone);
        if (maker?.EndsAt is { } makerEnds && (ends is null || ends > makerEnds))
            throw Rule.NotYours("A token cannot make one that outlives it.");
        return await Save(unit, me.Person, checkedTerms, ends);
    }

    /// <summary>An operator makes a token for somebody, who is told.</summary>
    public static async Task<(Token Token, string Secret)> MakeFor(Unit unit, Id person, TokenTerms terms)
    {
        if (await Keys.Of(unit, unit.Workspace, person, unit.Now) is not { } owner)
            throw Rule.NotNow("This person has left. Nobody acts in their name any more.");
        var zone = owner.Clock;
        var checkedTerms = terms.Checked(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(unit.Now, zone).DateTime), byOwner: false);
        return await Save(unit, person, checkedTerms, EndOf(checkedTerms.EndsOn, zone));
    }

    public static async Task Revoke(Unit unit, Me me, Id id, int? version = null)
    {
        var token = await Mine(unit, me, id, unit.Now);
        if (version is not null && version != token.Version)
            throw Rule.Stale();
        unit.Revoke(token);
        unit.Append("token.revoked", (await unit.OpenAccount(me.Person)).Id, new { token = id, token.Name });
    }

    /// <summary>One of my tokens that still opens something; nobody sees another's.</summary>
    public static async Task<Token> Mine(Session session, Me me, Id id, DateTimeOffset now) =>
        await session.Token(me.Workspace, id) is { } token && token.Person == me.Person && token.RevokedAt is null && (token.EndsAt is null || token.EndsAt > now)
            ? token
            : throw Rule.NotVisible();

    private static async Task<(Token Token, string Secret)> Save(Unit unit, Id person, TokenTerms terms, DateTimeOffset? ends)
    {
        var secret = Keys.NewSecret("iwt", unit.Workspace);
        var token = new Token(unit.Workspace, Id.New(unit.Now), person, terms.Name, string.Join(' ', terms.Scopes), unit.Now, unit.Act.Who, ends, null, null, 1);
        unit.Save(token, secret);
        unit.Append("token.made", (await unit.OpenAccount(person)).Id, new { token = token.Id, token.Name, token.Scopes, token.EndsAt });
        return (token, secret);
    }

    // The last day counts whole, where the person is.
    private static DateTimeOffset? EndOf(DateOnly? day, TimeZoneInfo zone) =>
        day is { } last ? WorkingCalendar.Usual(zone.Id).EndOf(last) : null;
}

using Inward.Asks;
using Inward.House;
using Inward.Server.Asks;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;

namespace Inward.Server.Mail;

/// <summary>
/// One move for one person, from a mail, without signing in. Opening it uses nothing up; it is good once, for 14 days, and only
/// while the ask stands as it stood in the mail. Only the hash of its secret is kept.
/// </summary>
public sealed record MailLink(Id Workspace, byte[] Hash, Id Ask, int AskVersion, string Move, Id Person, DateTimeOffset EndsAt, DateTimeOffset? UsedAt)
{
    public static readonly TimeSpan Good = TimeSpan.FromDays(14);

    /// <summary>Makes a link and gives its secret, which only the mail keeps.</summary>
    public static string Make(Unit unit, Id ask, int version, string move, Id person)
    {
        var secret = Keys.NewSecret("iwl", unit.Workspace);
        unit.Write("""
            insert into mail_link (workspace, hash, ask, ask_version, move, person, made_at, ends_at)
            values (@Workspace, @hash, @ask, @version, @move, @person, @Now, @ends)
            """, new { unit.Workspace, hash = Keys.Hash(secret), ask, version, move, person, unit.Now, ends = unit.Now + Good });
        return secret;
    }

    /// <summary>What a link opens: the ask as its person may see it. Otherwise a sentence says why not, and nothing about the ask.</summary>
    public static async Task<OpenLink> Open(Session session, string secret, DateTimeOffset now)
    {
        var link = Keys.WorkspaceOf(secret) is not { } workspace ? null : await session.One<MailLink>(
            "select workspace, hash, ask, ask_version, move, person, ends_at, used_at from mail_link where workspace = @workspace and hash = @hash", new { workspace, hash = Keys.Hash(secret) });
        if (link is null)
            throw Rule.NotVisible();
        if (await Keys.Of(session, link.Workspace, link.Person, now) is not { } me)
            throw Rule.NotNow("This link was for a colleague who no longer works here.");
        if (link.UsedAt is not null)
            throw Rule.NotNow("This link has been used. Each link is good for one answer.");
        if (link.EndsAt <= now)
            throw Rule.NotNow("This link has expired: it was good for 14 days.");
        if (await session.Ask(me, link.Ask) is not { } ask || ask.Version != link.AskVersion)
            throw Rule.NotNow("The ask has moved on since this mail was written.");
        return new OpenLink(link, me, await WholeAsk.Of(session, me, ask, now));
    }

    /// <summary>Makes the move as the link's person, through the same desk as every door.</summary>
    public static async Task<Ask> Use(Unit unit, OpenLink open)
    {
        var (link, me, ask) = open;
        unit.Write("update mail_link set used_at = @Now where workspace = @Workspace and hash = @Hash and used_at is null", new { unit.Now, link.Workspace, link.Hash }, 1);
        return await AskDesk.Move(unit, me, link.Ask, QuickMoves.Read(link.Move, ask), link.AskVersion);
    }
}

/// <summary>A link that is still good, its person, and the ask as this person sees it.</summary>
public sealed record OpenLink(MailLink Link, Me Me, AskOut Ask)
{
    public Tongue T => Tongue.Of(Me.Language);
}

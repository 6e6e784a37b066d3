using System.Net.Mail;
using Inward.House;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;

namespace Inward.Server.Mail;

/// <summary>Somebody a letter may go to: still here, with an address, and not without the wish for mail.</summary>
public sealed record Recipient(Me Me, MailAddress Address)
{
    public Tongue T => Tongue.Of(Me.Language);

    public static async Task<Recipient?> Of(Session session, Id workspace, Id person, DateTimeOffset now)
    {
        var row = await session.One<Row>("""
            select p.email, p.name from person p join workspace w on w.id = p.workspace
            where p.workspace = @workspace and p.id = @person and p.email is not null and p.mail = 1 and w.silent = 0
            """, new { workspace, person });
        return row is not null && MailAddress.TryCreate(row.Email, Letter.OneLine(row.Name, 100), out var address) && await Keys.Of(session, workspace, person, now) is { } me
            ? new Recipient(me, address) : null;
    }

    private sealed record Row(string Email, string Name);
}

using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.Mail;

/// <summary>What the customer said, word for word, and who said it.</summary>
public sealed record CustomersWords(string Words, string By)
{
    public static async Task<CustomersWords?> Of(Session session, Id workspace, Id? verbatim) => verbatim is null ? null : await session.One<CustomersWords>("""
        select v.words, coalesce(v.said_by || ', ', '') || c.name as "by" from verbatim v
        join customer c on c.workspace = v.workspace and c.id = v.customer where v.workspace = @workspace and v.id = @verbatim
        """, new { workspace, verbatim });
}

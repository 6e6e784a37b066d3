using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Asks;

/// <summary>Whom a typed name means: a colleague or a team, by name, e-mail address, user name or key.</summary>
public sealed record Colleagues(Id? Person, Id? Team)
{
    /// <summary>Null when nothing was typed; refused, with the choices, when it fits nobody or several.</summary>
    public static async Task<Colleagues?> Named(Session session, Me me, string? typed, string field)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var text = typed.Trim();
        var found = await session.All<Row>("""
            select id, name, 'person' as kind, coalesce(email, '') as email from person where workspace = @Workspace and left_on is null
              and (search_name = @key or email_key = @key or user_key = @key or external_key = @text)
            union all select id, name, 'team' as kind, '' as email from team where workspace = @Workspace and name_key = @key
            """, new { me.Workspace, text, key = text.ToLowerInvariant() });
        if (found.Count == 0)
            found = await session.All<Row>("""
                select * from (select id, name, 'person' as kind, coalesce(email, '') as email from person where workspace = @Workspace and left_on is null and search_name like @part order by search_name limit 6) p
                union all select * from (select id, name, 'team' as kind, '' as email from team where workspace = @Workspace and name_key like @part order by name_key limit 3) t
                """, new { me.Workspace, part = "%" + text.ToLowerInvariant().Replace("%", "", StringComparison.Ordinal) + "%" });
        return found switch
        {
            [] => throw Rule.Invalid(field, new Sentence("Nobody here is called “{0}”.", text)),
            [var one] => one.Kind == "person" ? new Colleagues(one.Id, null) : new Colleagues(null, one.Id),
            _ => throw Rule.Invalid(field, new Sentence("Several fit “{0}”: {1}. Write the whole name or the e-mail address.", text,
                string.Join(", ", found.Take(6).Select(r => r.Email.Length > 0 ? $"{r.Name} ({r.Email})" : r.Name)))),
        };
    }

    private sealed record Row(Id Id, string Name, string Kind, string Email);
}

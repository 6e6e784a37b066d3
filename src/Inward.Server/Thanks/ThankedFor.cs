using Inward.House;
using Inward.Server.Asks;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Thanks;

/// <summary>The accepted ask that somebody is thanked for, with the customer's words it came from.</summary>
public sealed record ThankedFor(string What, string PerformerName, Id? Performer, string Effect, string? Words)
{
    public static async Task<ThankedFor> Of(Session session, Me me, Id id)
    {
        var ask = await session.Ask(me, id) ?? throw Rule.NotVisible();
        var names = await session.Names(me.Workspace, ask.Performer is { } p ? [p] : []);
        var words = ask.Verbatim is null ? null : await session.One<string>("select words from verbatim where workspace = @Workspace and id = @Verbatim", new { me.Workspace, ask.Verbatim });
        return new ThankedFor(ask.Terms.What, ask.Performer is { } who ? names.GetValueOrDefault(who.ToString(), "") : "", ask.Performer, ask.Effect, words);
    }

    /// <summary>What the customer of an ask that I may see is called, and whoever spoke for them.</summary>
    public static async Task<IReadOnlyList<string>> Names(Session session, Me me, Id id) => await session.All<string>($"""
        select c.name from ask x join sale s on s.workspace = @Workspace and s.id = x.sale join customer c on c.workspace = @Workspace and c.id = s.customer
        where x.workspace = @Workspace and x.id = @id and {Me.MaySee("x.id")}
        union select v.said_by from ask x join verbatim v on v.workspace = @Workspace and v.id = x.verbatim
        where x.workspace = @Workspace and x.id = @id and v.said_by is not null and {Me.MaySee("x.id")}
        """, new { me.Workspace, me.Sees, me.Led, id });
}

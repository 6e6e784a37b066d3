using System.Text.Json;
using Inward.House;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;

namespace Inward.Server.Accounts;

/// <summary>What happened to my way in, newest first: sign-ins, passwords, tokens, and what others did to them. Mine alone to see.</summary>
public static class AccountTold
{
    private static readonly string[] ByOthersMatter = ["password.reset", "invitation.made", "session.ended", "session.refused", "token.made", "person.changed", "person.administers", "person.merged", "person.parted"];

    // What others do to a person's record stands on the person, whom everybody sees; it is told here too.
    private static readonly string[] OnThePerson = ["person.changed", "person.administers", "person.administers-no-more", "person.merged", "person.parted"];

    public sealed record Told(DateTimeOffset At, string Kind, Id? Who, string? WhoName, string Payload, bool ByAnother)
    {
        /// <summary>Somebody else did it, or tried to: worth a look.</summary>
        public bool Matters => ByAnother && ByOthersMatter.Contains(Kind);
    }

    public static async Task<List<Told>> Ask(Session session, Me me, int most = 20)
    {
        var rows = await session.All<Row>("""
            select h.at, h.kind, h.who, p.name as who_name, h.payload from (
              select t.id, t.at, t.kind, t.who, t.payload from account a join happening t on t.workspace = a.workspace and t.on_id = a.id
              where a.workspace = @Workspace and a.person = @Person
              union all
              select t.id, t.at, t.kind, t.who, t.payload from happening t
              where t.workspace = @Workspace and t.on_id = @Person and t.who <> @Person and t.kind in @OnThePerson) h
            left join person p on p.workspace = @Workspace and p.id = h.who
            order by h.id desc limit @most
            """, new { me.Workspace, me.Person, OnThePerson, most });
        return [.. rows.Select(r => new Told(r.At, r.Kind, r.Who, r.WhoName, r.Payload ?? "{}", r.Who != me.Person)).Where(t => t.Kind != "person.changed" || ChangesTheWayIn(t))];
    }

    public static string Say(Told told, Tongue t)
    {
        using var said = JsonDocument.Parse(told.Payload);
        var whole = said.RootElement;
        var who = told.WhoName ?? t["An operator"];
        return told.Kind switch
        {
            "session.opened" => t["You signed in with {0}.", Agent.Say(Text(whole, "agent"), t)],
            "session.closed" => t["You signed out."],
            "session.ended" => told.ByAnother ? t["{0} ended your sessions.", who] : t["You ended a session."],
            "session.refused" => t["Somebody tried to sign in as you ten times and failed."],
            "password.changed" => t["You changed your password."],
            "password.chosen" => t["You chose a password with an invitation."],
            "password.reset" => t["{0} made a link with which your password can be chosen anew. If you did not ask for it, talk to them.", who],
            "invitation.made" => t["{0} invited you.", who],
            "token.made" => told.ByAnother ? t["{0} made the token “{1}” in your name.", who, Text(whole, "name")] : t["You made the token “{0}”.", Text(whole, "name")],
            "token.revoked" => t["You revoked the token “{0}”.", Text(whole, "name")],
            "person.changed" => t["{0} changed the name or address you sign in with.", who],
            "person.administers" => t["{0} made you an administrator.", who],
            "person.administers-no-more" => t["{0} took back that you are an administrator.", who],
            "person.merged" => t["{0} merged the entry “{1}” with yours.", who, Text(whole, "name")],
            "person.parted" => t["{0} parted the entry “{1}” from yours again.", who, Text(whole, "name")],
            "calendar.address-made" => t["You made a secret address for your calendar."],
            "calendar.address-ended" => t["You ended the secret address of your calendar."],
            "mail.address-made" => t["You made a secret address for mail."],
            "mail.address-ended" => t["You ended your secret address for mail."],
            _ => told.Kind,
        };
    }

    private static bool ChangesTheWayIn(Told told)
    {
        using var said = JsonDocument.Parse(told.Payload);
        return said.RootElement.TryGetProperty("changed", out var changed) && changed.EnumerateArray().Any(f => f.GetString() is "email" or "userName");
    }

    private static string Text(JsonElement whole, string name) => whole.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";

    private sealed record Row(DateTimeOffset At, string Kind, Id? Who, string? WhoName, string? Payload);
}

using System.CommandLine;
using System.Text.Json.Nodes;
using static Inward.Cli.Fields;
using static Inward.Cli.Verbs;

namespace Inward.Cli;

/// <summary>Me, my absences and tokens; the company, its accounts and its imports.</summary>
internal static class SettingVerbs
{
    private static readonly Argument<string> Which = Id("id", "Its id");

    public static IEnumerable<Command> All() => [Me(), Absences(), Sessions(), Tokens(), Trash(), Calendar(), MailAddress(), Records(), Company(), FieldVerbs.Fields(), Accounts(), Imports()];

    private static Command Me()
    {
        var me = Verb("me", "Who I am", [], (api, _) => api.Get("me"), Tell.Record);
        me.Add(Changing("Change my name, title, language, time zone and wishes", "me",
            Text("name", "--name", "My name"), Text("title", "--title", "What I do"), Text("language", "--language", "en or de"), Text("zone", "--zone", "Time zone, such as Europe/Berlin"), Flag("mail", "--mail", "Send me mail (--mail false: none)"), Text("briefAt", "--brief-at", "A brief of the day by mail at this time, such as 07:30"),
            Flag("sharesWork", "--shares-work", "Askers see my promised work per day"), Flag("prefersPrivateThanks", "--private-thanks", "Thank me in private"), Flag("copiesThanks", "--copies-thanks", "My manager may get a copy of thanks to me"),
            FieldVerbs.Filling));
        me.Add(FieldVerbs.MyPhoto());
        me.Add(FieldVerbs.NoPhotoOfMine());
        return me;
    }

    private static Command Absences()
    {
        var from = Id("from", "Its first day");
        return List("absences", "When I am away", "me/absences", [], a => $"{a["from"]} to {a["to"]}{(a["deputy"] is { } deputy ? $", deputy {deputy}" : "")}",
            Verb("add", "Be away; new asks then go to the deputy", [], [Day("from", "--from", "The first day", true), Day("to", "--to", "The last day", true), One("deputy", "--deputy", Called.Person, "Who stands in")],
                (api, _, body) => api.Post("me/absences", body), Tell.Record),
            Verb("end", "Be back", [from], (api, said) => api.Change("DELETE", $"me/absences/{said.Part(from)}", null, null), Tell.Done));
    }

    private static Command Sessions() => List("sessions", "The browsers in which I am signed in", "me/sessions", [], Tell.Row("browser", "signedInAt", "usedOn", "endsAt"),
        Verb("end", "Sign out in one of them", [Which], (api, said) => api.Change("DELETE", $"me/sessions/{said.Part(Which)}", null, null), Tell.Done),
        Verb("endall", "Sign out everywhere", [], (api, _) => api.Change("DELETE", "me/sessions", null, null), Tell.Done));

    private static Command Tokens() => List("tokens", "My tokens", "tokens", [], Tell.Row("name", "scopes", "endsAt", "usedOn"),
        Verb("make", "Make one; its secret is told once", [], [Text("name", "--name", "What to know it by", true), Many("scopes", "--scope", "read, write or notes"), Day("endsOn", "--ends-on", "The last day it opens anything")],
            (api, _, body) => api.Post("tokens", body), made => [$"{made["secret"]}"]),
        Verb("revoke", "Revoke one", [Which], (api, said) => api.Change("DELETE", $"tokens/{said.Part(Which)}", null, null), Tell.Done));

    private static Command Trash() => List("trash", "What I deleted in the last thirty days", "trash", Paged, Tell.Row("kind", "title", "deletedAt", "endsAt"),
        Verb("restore", "Have one again", [Which], (api, said) => api.Post($"trash/{said.Part(Which)}/restoring"), Tell.Done),
        Verb("empty", "Delete one for good", [Which], (api, said) => api.Change("DELETE", $"trash/{said.Part(Which)}", null, null), Tell.Done));

    private static Command Calendar()
    {
        var calendar = Verb("calendar", "Whether my calendar has an address, and since when", [], (api, _) => api.Get("me/calendar"), Tell.Record);
        calendar.Add(Verb("make", "A new secret address for a calendar program, told once; the old one ends", [], (api, _) => api.Post("me/calendar"), made => [$"{made["address"]}"]));
        calendar.Add(Verb("end", "It has no address any more", [], (api, _) => api.Change("DELETE", "me/calendar", null, null), Tell.Done));
        return calendar;
    }

    private static Command MailAddress()
    {
        var address = Verb("mailaddress", "My secret address for mail that becomes talks, and what became none", [], (api, _) => api.Get("me/mail-address"), Tell.Record);
        address.Add(Verb("make", "A new one, told once; the old one ends", [], (api, _) => api.Post("me/mail-address"), made => [$"{made["address"]}"]));
        address.Add(Verb("end", "I have none any more", [], (api, _) => api.Change("DELETE", "me/mail-address", null, null), Tell.Done));
        return address;
    }

    private static Command Records() => List("aboutme", "What is recorded about me and others may see", "me/records",
        [Text("kind", "--kind", "ask, conversation, item, thanks, sale, verbatim, journey, profile, membership or colleague"), .. Paged], Tell.Row("at", "kind", "whoName", "title", "words", "seenBy"),
        List("notes", "Notes about me that their authors released", "me/notes", [], Tell.Row("at", "author", "text")),
        Verb("export", "All of it, as JSON", [], (api, _) => api.Get("me/records/export"), all => [all.ToJsonString()]),
        Verb("ask", "Ask for the notes about me: each author releases or deletes theirs within 14 days", [], (api, _) => api.Post("me/note-requests"), asked => [$"Asked; it closes {asked["endsAt"]}"]),
        List("requests", "When I asked", "me/note-requests", [], Tell.Row("at", "endsAt", "closedAt")));

    private static Command Company()
    {
        var company = Verb("company", "The company and when it works", [], (api, _) => api.Get("company"), Tell.Record);
        company.Add(Changing("Change it (administrators)", "company",
            Text("name", "--name", "Its name"), Text("language", "--language", "en or de"), Text("zone", "--zone", "Time zone"), Many("workingDays", "--working-day", "monday, tuesday, …"),
            Text("from", "--from", "Work begins, such as 08:00"), Text("to", "--to", "Work ends"), Many("holidays", "--holiday", "A day on which nobody works"), Flag("mailLogs", "--mail-logs", "Logs of who mails whom may be brought in (--mail-logs false deletes what they told)")));
        return company;
    }

    private static Command Accounts()
    {
        var who = Id("colleague", "What they are called, or their id");
        return List("accounts", "Who has a way in (administrators)", "accounts", [Text("q", "--q", "Part of a name"), Flag("administrators", "--administrators", "Administrators only"), .. Paged], Tell.Row("name", "email", "userName", "leftOn"),
            Of("show", "One of them", (api, id) => api.Get($"accounts/{id}"), Tell.Record),
            Of("invite", "A link with which they choose a password, told once", (api, id) => api.Post($"accounts/{id}/invitation"), told => [$"{told["link"]}"]),
            Of("promote", "Make them an administrator", (api, id) => api.Change("PATCH", $"accounts/{id}", new JsonObject { ["administrator"] = true }, null), Tell.Record),
            Of("demote", "Make them an administrator no longer", (api, id) => api.Change("PATCH", $"accounts/{id}", new JsonObject { ["administrator"] = false }, null), Tell.Record),
            Of("signout", "Sign them out everywhere", (api, id) => api.Change("DELETE", $"accounts/{id}/sessions", null, null), Tell.Done),
            Of("leave", "They leave today: every door closes, and what they promised is asked afresh", (api, id) => api.Post($"accounts/{id}/departure"), Tell.Record), Erase());

        Command Of(string verb, string description, Func<Api, string, Task<JsonNode?>> call, Func<JsonNode, IEnumerable<string>> tell) =>
            Verb(verb, description, [who], async (api, said) => await call(api, await Called.Person.Id(api, said.GetRequiredValue(who))), tell);
    }

    private static Command Erase()
    {
        var who = Id("person", "Who has left: the name, e-mail address or id");
        return Verb("erase", "Erase for good what is known of somebody who has left", [who], [Text("name", "--name", "The whole name, to confirm", required: true)],
            async (api, said, body) => await api.Post($"accounts/{await Called.Person.Id(api, said.GetRequiredValue(who))}/erasure", body), Tell.Record);
    }

    private static Command Imports()
    {
        var (kind, file) = (Id("kind", "people, customers, sales, asks, mails or events"), Id("file", "A CSV file on this machine"));
        var map = new Option<string?>("--map") { Description = "A map of its columns" };
        return List("imports", "Files that were brought in (administrators)", "imports", [], Tell.Row("at", "kind", "file", "state"),
            Verb("plan", "Say what a file would do, and write nothing yet", [kind, file, map], async (api, said) =>
            {
                var path = said.GetRequiredValue(file);
                var columns = said.GetValue(map) is { } mapFile ? "&map=" + Uri.EscapeDataString(await File.ReadAllTextAsync(mapFile)) : "";
                return await api.Upload($"imports?kind={said.Part(kind)}&name={Uri.EscapeDataString(Path.GetFileName(path))}{columns}", await File.ReadAllBytesAsync(path), "text/csv");
            }, Tell.Record),
            Verb("show", "One of them", [Which], (api, said) => api.Get($"imports/{said.Part(Which)}"), Tell.Record),
            Verb("errors", "The rows that were left out, as CSV", [Which], async (api, said) => JsonValue.Create(System.Text.Encoding.UTF8.GetString(await api.Bytes($"imports/{said.Part(Which)}/errors"))), csv => [$"{csv}"]),
            Verb("apply", "Write what was planned", [Which], (api, said) => api.Post($"imports/{said.Part(Which)}/application"), Tell.Record),
            Verb("undo", "Take it back", [Which], (api, said) => api.Post($"imports/{said.Part(Which)}/undoing"), Tell.Record));
    }

    private static Command Changing(string description, string path, params Field[] fields) =>
        Verb("change", description, [.. fields.Select(f => f.Option), RecordVerbs.Version], async (api, said) => await api.Change("PATCH", path, await Body(api, said, fields), said.GetValue(RecordVerbs.Version)), Tell.Record);
}

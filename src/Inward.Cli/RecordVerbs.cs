using System.CommandLine;
using System.Text.Json.Nodes;
using static Inward.Cli.Fields;
using static Inward.Cli.Verbs;

namespace Inward.Cli;

/// <summary>Customers, sales, words, people, teams, talks, thanks: each noun lists; its verbs show, add and change one.</summary>
internal static class RecordVerbs
{
    /// <summary>Only if it still is this version, so that nobody's change is overwritten.</summary>
    public static readonly Option<string?> Version = new("--version") { Description = "Only if it still is this version, as it was shown" };

    /// <summary>How long a private note lives.</summary>
    public static readonly Field KeptFor = Number("days", "--days", "Kept for 30, 90, 180 or 365 days");

    private static readonly Field Name = Text("name", "--name", "The name");
    private static readonly Field Find = Text("q", "--q", "Part of the name");

    private static readonly Field[] Sale =
    [
        Text("name", "--name", "The name"), One("owner", "--owner", Called.Person, "Who owns it; “me” is me"), Number("value", "--value", "What it is worth"), Text("stage", "--stage", "Where it stands"), One("journey", "--journey", Called.Journey, "The journey it follows, where several have that stage"),
        Day("openedOn", "--opened-on", "The day it began"), Day("promisedOn", "--promised-on", "The day the customer was promised"), Day("closedOn", "--closed-on", "The day it ended"), Text("outcome", "--outcome", "open, won or lost"),
    ];

    private static readonly Field[] Person =
    [
        Name, Text("email", "--email", "E-mail address"), Text("userName", "--user-name", "User name, for who has no e-mail"), Text("key", "--key", "Their key in another system"), Text("title", "--title", "What they do"),
        One("manager", "--manager", Called.Person, "Whom they report to"), Text("language", "--language", "en or de"), Text("zone", "--zone", "Time zone, such as Europe/Berlin"),
        Flag("sharesWork", "--shares-work", "Askers see their promised work per day"), Flag("prefersPrivateThanks", "--private-thanks", "Thanks in private"),
        FieldVerbs.Filling,
    ];

    private static readonly Field[] Words =
    [
        Text("doAndWhy", "--do-and-why", "What we do, and why"), Text("needFromOthers", "--need", "What we need from others"), Text("howToReach", "--reach", "How to reach us"),
        Text("howToThank", "--thank", "How we like to be thanked"), Text("strengths", "--strengths", "What we offer"), Text("bestTime", "--best-time", "When to come"),
    ];

    private static readonly Field[] Stay = [Day("from", "--from", "The first day"), Day("to", "--to", "The last day"), Flag("lead", "--lead", "They lead it")];

    private static readonly Field[] Colleagues =
    [
        Text("q", "--q", "Part of a name, title or e-mail address"), AnyOf("team", "--team", Called.Team, "In this team or below it"), AnyOf("manager", "--manager", Called.Person, "Who report to this colleague"),
        Text("language", "--language", "Who reads en or de, or several parted by commas"), Flag("left", "--left", "Those who have left"), FieldVerbs.Filter,
        Pairs("any", "--any", "At least one of these, such as team:Warehouse, language:de or \"field.Site:Hamburg\""),
    ];

    public static IEnumerable<Command> All() => [Customers(), Sales(), Verbatims(), AfterSalesVerbs.Complaints(), JourneyVerbs.Journeys(), PassageVerbs.Passages(), JourneyVerbs.Stages(), ChainVerbs.Chains(), ChainVerbs.OfSale(), ObjectiveVerbs.Objectives(), IdeaVerbs.Ideas(), People(), Teams(), Talks(), Notes(), ThanksVerbs.Thanks()];

    /// <summary>What is told of a customer's words besides the customer.</summary>
    public static Field[] Said(bool required) =>
    [
        Text("words", "--words", "What they said, word for word", required), Text("saidBy", "--said-by", "Who said it"), Day("saidOn", "--said-on", "The day, such as 2026-11-21", required),
        Text("stage", "--stage", "At which stage"), One("sale", "--sale", Called.Sale, "In which sale"),
    ];

    private static Command Customers() => List("customers", "Customers", "customers", [Find, .. Paged], Tell.Row("name", "key"),
        Show("customers", Called.Customer), Add("add", "Add one", "customers", Name), Change("customers", Called.Customer, Name),
        Merge("customers", Called.Customer, "Make one of two entries of a customer"), Merges("customers", "Customers that were merged"));

    private static Command Sales() => List("sales", "Sales", "sales",
        [
            Find, One("customer", "--customer", Called.Customer, "With this customer"), One("owner", "--owner", Called.Person, "Owned by; “me” is me"), Text("outcome", "--outcome", "open, won or lost"),
            Flag("late", "--late", "Closed after the promised day"), Flag("overdue", "--overdue", "Open past it"), .. Paged,
        ], Tell.Row("name", "customer", "stage", "outcome", "owner", "promisedOn"),
        [Show("sales", Called.Sale), Add("open", "Open one", "sales", [One("customer", "--customer", Called.Customer, "With whom", required: true), .. Sale]), Change("sales", Called.Sale, [.. Sale, Text("reason", "--reason", "Why, if its stage goes back")]), .. SaleLineVerbs.All(), .. HandoverVerbs.All(), .. AfterSalesVerbs.OfSale()]);

    private static Command Verbatims() => List("verbatims", "What customers said", "verbatims",
        [One("customer", "--customer", Called.Customer, "This customer"), One("sale", "--sale", Called.Sale, "In this sale"), .. Paged], Tell.Row("saidOn", "customer", "saidBy", "words"),
        Show("verbatims", null), Change("verbatims", null, [One("customer", "--customer", Called.Customer, "Who said it"), .. Said(required: false)]));

    private static Command People() => List("people", "Colleagues", "people",
        [.. Colleagues, .. Paged],
        Tell.Row("name", "title", "teams", "email"),
        Show("people", Called.Person), Add("add", "Add one (administrators)", "people", [.. Person, One("team", "--team", Called.Team, "The team to begin in")]), Change("people", Called.Person, Person),
        Change("people", Called.Person, Words, "words", "Write my own words"), Promised("people", Called.Person), FieldVerbs.Csv(Colleagues), FieldVerbs.Photo(), FieldVerbs.NoPhoto(),
        Merge("people", Called.Person, "Make one of two entries of a colleague (administrators)"), Merges("people", "Entries that were merged (administrators)"));

    private static Command Merge(string list, Called called, string summary)
    {
        var (kept, preview) = (Id("kept", "The entry that is kept"), new Option<bool>("--preview") { Description = "Only say what it would do" });
        var merge = Verb("merge", summary, [kept], [One("other", "--other", called, "The entry that goes", required: true), Many("take", "--take", "A field of which its value is chosen: name, title, …; again for the next")],
            async (api, said, body) =>
            {
                var path = $"{list}/{await called.Id(api, said.GetRequiredValue(kept))}/merge";
                var taken = string.Join(',', body["take"]?.AsArray().Select(field => (string)field!) ?? []);
                return said.GetValue(preview) ? await api.Get($"{path}?other={body["other"]}&take={Uri.EscapeDataString(taken)}") : await api.Post(path, body);
            }, Tell.Record);
        merge.Add(preview);
        return merge;
    }

    private static Command Merges(string list, string summary)
    {
        var which = Id("merge", "Its id");
        return List("merges", summary, $"{list}/merges", [], Tell.Row("at", "kept", "gone", "by", "until", "undoneAt"),
            Verb("part", "Part them again", [which], (api, said) => api.Post($"{list}/merges/{said.Part(which)}/undoing", new JsonObject()), Tell.Record));
    }

    private static Command Teams()
    {
        Field[] team = [Name, One("parent", "--parent", Called.Team, "The team above it")];
        var (which, stay) = (Id("team", "The team's name"), Id("stay", "The stay's id, as members names it"));
        return List("teams", "Teams", "teams", [FieldVerbs.Filter], Tell.Row("name", "leads", "members"),
            [Show("teams", Called.Team), Add("add", "Add one (administrators)", "teams", team), Change("teams", Called.Team, team),
            Change("teams", Called.Team, Words, "words", "Write the team's own words (whoever is in it)"),
            Promised("teams", Called.Team),
            .. FieldVerbs.OfTeam(), TeamVerbs.With(), TeamVerbs.Need(), TeamVerbs.Wishes(), TeamVerbs.Mail(),
            Verb("members", "Who is, was and will be in it", [which], async (api, said) => await api.Get($"teams/{await Called.Team.Id(api, said.GetRequiredValue(which))}/memberships"), stays => Tell.List(stays, Tell.Row("person", "from", "to", "lead"))),
            Verb("join", "Somebody joins (administrators)", [which], [One("person", "--person", Called.Person, "Who", required: true), .. Stay],
                async (api, said, body) => await api.Post($"teams/{await Called.Team.Id(api, said.GetRequiredValue(which))}/memberships", body), Tell.Record),
            Verb("stay", "End a stay, move its days, or say who leads (administrators)", [which, stay], Stay,
                async (api, said, body) => await api.Change("PATCH", $"teams/{await Called.Team.Id(api, said.GetRequiredValue(which))}/memberships/{said.Part(stay)}", body, null), Tell.Record)]);
    }

    private static Command Talks()
    {
        var kind = Text("kind", "--kind", "need, want, obstacle, idea or promise");
        return List("talks", "Talks that I logged or took part in; `talk` logs one", "conversations",
            [
                AnyOf("person", "--person", Called.Person, "With this colleague"), Text("channel", "--channel", "visit, call, chat, mail, meeting or hello, or several parted by commas"), kind,
                Pairs("any", "--any", "At least one of these, such as person:Wanda or kind:need"), Text("q", "--q", "Words in it"), .. Paged,
            ],
            Tell.Row("at", "channel", "authorName", "text"),
            Show("conversations", null), Change("conversations", null, [Text("text", "--text", "What was said"), Text("channel", "--channel", "How"), Text("at", "--at", "When"), Flag("private", "--private", "For me alone")]),
            List("items", "What was learned in them", "conversations/items",
                [One("person", "--person", Called.Person, "About this colleague"), One("author", "--author", Called.Person, "Noted by; “me” is me"), kind, Flag("open", "--open", "What waits for an answer"), .. Paged],
                i => $"{i["conversation"]} {i["n"]}  {i["kind"],-8} {Tell.Value(i["about"])}: {i["text"]}  ({i["state"]}, noted by {Tell.Value(i["author"])})"),
            TakeBack(), Dispute(), Undispute(), Item("take", "Take a need that was noted into my own words", "taking", Text("words", "--words", "In other words than it was noted")),
            Item("wave", "Wave a need away, or a promise that is not needed any more", "waving"), Item("done", "Say that a promise of mine is kept", "done"));
    }

    private static Command TakeBack()
    {
        var which = Id("id", "Its id");
        return Verb("undo", "Take back a talk that I logged in the last ten seconds", [which], (api, said) => api.Post($"conversations/{said.Part(which)}/undoing", new JsonObject()), Tell.Done);
    }

    private static Command Dispute()
    {
        var which = Id("id", "The talk's id");
        return Verb("dispute", "Say what is not right in a talk that somebody else noted", [which], [Text("text", "--text", "What is not right", required: true)],
            (api, said, body) => api.Post($"conversations/{said.Part(which)}/dispute", body), Tell.Done);
    }

    private static Command Undispute()
    {
        var which = Id("id", "The talk's id");
        return Verb("undispute", "Take that back", [which], (api, said) => api.Change("DELETE", $"conversations/{said.Part(which)}/dispute", null, null), Tell.Done);
    }

    private static Command Item(string verb, string description, string path, params Field[] fields)
    {
        var (talk, n) = (Id("id", "The talk's id"), Id("n", "Which of its items, 1 the first"));
        return Verb(verb, description, [talk, n], fields, (api, said, body) => api.Post($"conversations/{said.Part(talk)}/items/{said.Part(n)}/{path}", body), Tell.Done);
    }

    private static Command Notes()
    {
        var id = Id("id", "Its id");
        return List("notes", "My private notes; `note` writes one. They need a token with the scope notes", "notes",
            [One("about", "--about", Called.Person, "On this colleague"), Flag("asked", "--asked", "Those that the colleague asked for"), .. Paged], Tell.Row("at", "about", "text", "askedUntil"), Show("notes", null),
            Change("notes", null, [Text("text", "--text", "What to remember"), KeptFor]),
            Verb("release", "Let the colleague who asked for it read one", [id], (api, said) => api.Post($"notes/{said.Part(id)}/release"), Tell.Done),
            Verb("delete", "Delete one", [id], (api, said) => api.Change("DELETE", $"notes/{said.Part(id)}", null, null), Tell.Done));
    }

    internal static Command Show(string path, Called? called)
    {
        var which = Id(called?.Word ?? "id", called is null ? "Its id" : "What it is called, or its id");
        return Verb("show", "Show one", [which], async (api, said) => await api.Get($"{path}/{await The(api, said, which, called)}"), Tell.Record);
    }

    private static Command Promised(string path, Called called)
    {
        var which = Id(called.Word, "What it is called, or its id");
        return Verb("promised", "How much is promised on the days to come", [which], async (api, said) => await api.Get($"{path}/{await The(api, said, which, called)}/promised"), days => Tell.List(days, Tell.Row("day", "promises")));
    }

    internal static Command Add(string verb, string description, string path, params Field[] fields) => Verb(verb, description, [], fields, (api, _, body) => api.Post(path, body), Tell.Record);

    /// <summary>Changes what is named and leaves the rest; what is named empty ("") is emptied.</summary>
    private static Command Change(string path, Called? called, Field[] fields, string? below = null, string description = "Change what is named, and leave the rest")
    {
        var which = Id(called?.Word ?? "id", called is null ? "Its id" : "What it is called, or its id");
        return Verb(below ?? "change", description, [which, .. fields.Select(f => f.Option), Version], async (api, said) =>
            await api.Change("PATCH", $"{path}/{await The(api, said, which, called)}{(below is null ? "" : "/" + below)}", await Body(api, said, fields), said.GetValue(Version)), Tell.Record);
    }

    private static Command Change(string path, Called? called, Field field) => Change(path, called, [field]);

    private static async Task<string> The(Api api, ParseResult said, Argument<string> which, Called? called) =>
        called is null ? said.Part(which) : Uri.EscapeDataString(await called.Id(api, said.GetRequiredValue(which)));
}

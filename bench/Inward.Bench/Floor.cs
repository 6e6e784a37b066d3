using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Inward.House;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Inward.Bench;

/// <summary>
/// What the same answers cost without Inward: a bare Kestrel endpoint that runs the same SQL on the same rows with the same
/// driver and writes plain JSON. No sign-in (the address says who asks), no layout, no languages, no rules. A create writes
/// two rows durably, the ask and its happening; no search entry, no audience, no job, no idempotency record.
/// </summary>
internal static class Floor
{
    private const string MaySee = """
        exists (select 1 from audience a where a.workspace = @w and a.record = {0} and (a.reader in (@p, @t, @w) or (a.leads = 1 and a.reader in (@led))))
        """;

    private const string Branch = "select * from (select x.id, x.due from ask x where x.workspace = @w and {0} and x.is_open = 1 order by due, id limit 51) b";

    /// <summary>Fifty of my open asks by due day: as AskList asks.</summary>
    public static readonly string List = $"""
        select k.id, k.what, k.state, k.requester, r.name, k.performer, p.name, k.team, t.name, k.turn_person, u.name, k.turn_team, k.answer_by, k.due,
          k.sale, c.name, k.obstacles, k.told, k.version
        from (select id, due from ({string.Join(" union ", Of("x.performer = @p"), Of("x.requester = @p"), Of("x.turn_team = @t"))}) m order by due, id limit 51) l
        join ask k on k.workspace = @w and k.id = l.id
        join person r on r.workspace = @w and r.id = k.requester
        left join person p on p.workspace = @w and p.id = k.performer
        left join team t on t.workspace = @w and t.id = k.team
        left join person u on u.workspace = @w and u.id = k.turn_person
        left join sale s on s.workspace = @w and s.id = k.sale
        left join customer c on c.workspace = @w and c.id = s.customer
        order by l.due, l.id limit 50
        """;

    /// <summary>One ask whole, if I may see it, with the names on it.</summary>
    public static readonly string Ask = $"""
        select x.facts, r.name, p.name, t.name from ask x
        join person r on r.workspace = @w and r.id = x.requester
        left join person p on p.workspace = @w and p.id = x.performer
        left join team t on t.workspace = @w and t.id = x.team
        where x.workspace = @w and x.id = @id and {string.Format(CultureInfo.InvariantCulture, MaySee, "x.id")}
        """;

    /// <summary>Its history, with names.</summary>
    public const string History = """
        select h.id, h.kind, h.who, p.name, h.at, h.door, h.payload from happening h left join person p on p.workspace = @w and p.id = h.who
        where h.workspace = @w and h.on_id = @id order by h.id
        """;

    /// <summary>Everybody I had to do with, five hundred rows by one index.</summary>
    public const string Next = """
        select r.other, p.name, p.title, r.ideal_days, r.met_at, r.met_by, r.snoozed_until from relationship r
        join person p on p.workspace = r.workspace and p.id = r.other where r.workspace = @w and r.person = @p
        """;

    public const string InsertAsk = """
        insert into ask (workspace, id, requester, performer, team, state, is_open, turn_person, turn_team, what, answer_by, due, sale, verbatim,
          parent, obstacles, told, sent_at, moved_at, version, facts)
        values (@w, @id, @p, @performer, null, 'requested', 1, @performer, null, @what, @answerBy, @due, null, null, null, 0, 0, @at, @at, 1, @facts)
        """;

    public const string InsertHappening = """
        insert into happening (workspace, id, at, who, kind, on_id, payload, salt, digest, door, request)
        values (@w, @happening, @at, @p, 'ask.asked', @id, @facts, @salt, @digest, 'api', 'floor')
        """;

    public static readonly string SearchSqlite = Search("from search_words f join search s on s.row = f.rowid where search_words match @q and s.workspace = @w", "f.rowid desc");

    public static readonly string SearchPostgres = Search("from search s where s.workspace = @w and s.words @@ to_tsquery('simple', @q)", "s.at desc, s.record desc");

    public static async Task<int> Run(string engine, string where, string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        FloorStore store = engine == "sqlite" ? new SqliteFloor(where) : new PostgresFloor(where);
        app.MapGet("/list", (RequestDelegate)(http => Answer(http, (json, who) => store.List(json, who))));
        app.MapGet("/ask", (RequestDelegate)(http => Answer(http, (json, who) => store.Ask(json, who, Guid.ParseExact(http.Request.Query["id"]!, "D")))));
        app.MapGet("/next", (RequestDelegate)(http => Answer(http, (json, who) => store.Next(json, who))));
        app.MapGet("/search", (RequestDelegate)(http => Answer(http, (json, who) => store.Search(json, who, http.Request.Query["q"]!))));
        app.MapPost("/asks", (RequestDelegate)(async http =>
        {
            var asked = (await JsonSerializer.DeserializeAsync<FloorAsk>(http.Request.Body, JsonSerializerOptions.Web))!;
            var id = Id.New(TimeProvider.System.GetUtcNow()).Value;
            await store.Create(Who(http), id, asked);
            http.Response.StatusCode = 201;
            await Answer(http, (json, _) =>
            {
                json.WriteStartObject();
                json.WriteString("id", id);
                json.WriteString("what", asked.What);
                json.WriteEndObject();
                return Task.CompletedTask;
            });
        }));
        await app.RunAsync();
        return 0;
    }

    private static string Search(string match, string order) =>
        $"select s.record, s.kind, s.title, s.at {match} and {string.Format(CultureInfo.InvariantCulture, MaySee, "s.record")} order by {order} limit 50";

    private static string Of(string who) => string.Format(CultureInfo.InvariantCulture, Branch, who);

    private static FloorCaller Who(HttpContext http)
    {
        var query = http.Request.Query;
        return new FloorCaller(Guid.ParseExact(query["w"]!, "D"), Guid.ParseExact(query["p"]!, "D"), Guid.ParseExact(query["t"]!, "D"));
    }

    private static async Task Answer(HttpContext http, Func<Utf8JsonWriter, FloorCaller, Task> write)
    {
        http.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        await write(json, Who(http));
    }
}

/// <summary>Who asks the floor: it believes them.</summary>
internal readonly record struct FloorCaller(Guid Workspace, Guid Person, Guid Team);

internal sealed record FloorAsk(string What, Guid Performer, string Reason, string Effect, string[] Conditions, string AnswerBy, string NeededBy);

/// <summary>The two engines of the floor; both write the same JSON.</summary>
internal abstract class FloorStore
{
    public abstract Task List(Utf8JsonWriter json, FloorCaller who);

    public abstract Task Ask(Utf8JsonWriter json, FloorCaller who, Guid id);

    public abstract Task Search(Utf8JsonWriter json, FloorCaller who, string q);

    public abstract Task Next(Utf8JsonWriter json, FloorCaller who);

    public abstract Task Create(FloorCaller who, Guid id, FloorAsk ask);

    protected abstract void WriteId(Utf8JsonWriter json, string name, DbDataReader row, int at);

    protected void WriteItem(Utf8JsonWriter json, DbDataReader row)
    {
        json.WriteStartObject();
        WriteId(json, "id", row, 0);
        json.WriteString("what", row.GetString(1));
        json.WriteString("state", row.GetString(2));
        WriteId(json, "requester", row, 3);
        json.WriteString("requesterName", row.GetString(4));
        WriteId(json, "performer", row, 5);
        WriteText(json, "performerName", row, 6);
        WriteId(json, "team", row, 7);
        WriteText(json, "teamName", row, 8);
        WriteId(json, "turn", row, 9);
        WriteText(json, "turnName", row, 10);
        WriteId(json, "turnTeam", row, 11);
        WriteText(json, "answerBy", row, 12);
        WriteText(json, "due", row, 13);
        WriteId(json, "sale", row, 14);
        WriteText(json, "customerName", row, 15);
        json.WriteNumber("obstacles", row.GetInt32(16));
        json.WriteBoolean("customerTold", row.GetInt32(17) != 0);
        json.WriteNumber("version", row.GetInt32(18));
        json.WriteEndObject();
    }

    protected static void WriteAsk(Utf8JsonWriter json, DbDataReader row)
    {
        json.WritePropertyName("ask");
        json.WriteRawValue(row.GetString(0), skipInputValidation: true);
        json.WriteString("requesterName", row.GetString(1));
        WriteText(json, "performerName", row, 2);
        WriteText(json, "teamName", row, 3);
    }

    protected void WriteHappening(Utf8JsonWriter json, DbDataReader row)
    {
        json.WriteStartObject();
        WriteId(json, "id", row, 0);
        json.WriteString("kind", row.GetString(1));
        WriteId(json, "who", row, 2);
        WriteText(json, "name", row, 3);
        json.WriteString("at", DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)));
        json.WriteString("door", row.GetString(5));
        json.WritePropertyName("details");
        json.WriteRawValue(row.GetString(6), skipInputValidation: true);
        json.WriteEndObject();
    }

    protected void WriteFound(Utf8JsonWriter json, DbDataReader row)
    {
        json.WriteStartObject();
        WriteId(json, "record", row, 0);
        json.WriteString("kind", row.GetString(1));
        json.WriteString("title", row.GetString(2));
        json.WriteString("at", DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)));
        json.WriteEndObject();
    }

    protected void WriteNext(Utf8JsonWriter json, DbDataReader row)
    {
        json.WriteStartObject();
        WriteId(json, "other", row, 0);
        json.WriteString("name", row.GetString(1));
        WriteText(json, "title", row, 2);
        json.WriteString("metAt", DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)));
        json.WriteString("metBy", row.GetString(5));
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, DbDataReader row, int at)
    {
        if (row.IsDBNull(at))
            json.WriteNull(name);
        else
            json.WriteString(name, row.GetString(at));
    }
}

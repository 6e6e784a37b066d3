using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Tests.Asks;
using Inward.Server.Tests.House;
using Npgsql;

namespace Inward.Server.Tests.Storage;

/// <summary>PostgreSQL with every table of a workspace partitioned by it: made from the same migrations, so the schema stands once.</summary>
public sealed partial class PartitionedHouse() : TestHouse(Engine.Postgres)
{
    private const int Partitions = 8;

    protected override async Task<Settings> MoveIn()
    {
        var place = await Place.Empty(Engine.Postgres);
        await using var store = place.Open(new Bell(), TimeProvider.System);
        await Migrator.Migrate(store, [.. Migrator.Steps.Select(step => step with { Sql = Partitioned(step.Sql) })]);
        await Cast.MoveIn(store);
        return place;
    }

    private static string Partitioned(string sql) => Table().Replace(sql, table => !table.Groups["columns"].Value.Contains("workspace uuid not null", StringComparison.Ordinal)
        ? table.Value
        : table.Value.TrimEnd(';') + " partition by hash (workspace);" + string.Concat(Enumerable.Range(0, Partitions).Select(n =>
            $"\ncreate table {table.Groups["name"].Value}_p{n} partition of {table.Groups["name"].Value} for values with (modulus {Partitions}, remainder {n});")));

    [GeneratedRegex(@"create table (?<name>\w+) \((?<columns>[^;]+?)\n\)(?:/\*clustered\*/)?;")]
    private static partial Regex Table();
}

/// <summary>A company's own requests ask its own partition and no other, so that a large installation can spread companies over disks or machines.</summary>
public sealed partial class PartitionStories(PartitionedHouse house) : IClassFixture<PartitionedHouse>
{
    // Whoever signs in has not said of which company they are, and Inward itself looks for work in every one.
    private static readonly string[] OfNoCompany = ["from workspace w", "order by due_at limit 20"];

    private static DateOnly Day(int days) => DateOnly.FromDateTime(HouseClock.MondayMorning.UtcDateTime).AddDays(days);

    [Fact]
    public async Task Every_statement_of_a_request_asks_one_partition()
    {
        var said = new ConcurrentDictionary<string, object?>(StringComparer.Ordinal);
        house.Store.Heard = (sql, args) => said.TryAdd(sql, args);
        await Play();
        house.Store.Heard = null;
        var asked = said.Where(s => !OfNoCompany.Any(part => s.Key.Contains(part, StringComparison.Ordinal))).ToList();
        asked.Count.ShouldBeGreaterThan(60);
        var wide = new List<string>();
        foreach (var (sql, args) in asked)
        {
            if (await Scattered(sql, args) is { Count: > 0 } tables)
                wide.Add($"{string.Join(", ", tables)}: {sql}");
        }
        wide.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_statement_that_forgets_its_workspace_is_noticed()
    {
        (await Scattered("select id from ask where id = @id", new { id = Cast.Marta.Id })).ShouldBe(["ask"]);
        (await Scattered("select a.id from ask a join person p on p.id = a.performer where a.workspace = @Osterfenn", new { Cast.Osterfenn })).ShouldBe(["person"]);
        (await Scattered("select id from ask where workspace = @Osterfenn and id = @id", new { Cast.Osterfenn, id = Cast.Marta.Id })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_table_of_a_workspace_is_partitioned()
    {
        var tables = await house.Read(s => s.All<string>("select relname from pg_class join pg_namespace n on n.oid = relnamespace where nspname = 'public' and relkind = 'r' and not relispartition order by relname"));
        tables.ShouldBe(["protection_key", "schema_step", "workspace"]);
    }

    // The main things one does in a company, by page and by program.
    private async Task Play()
    {
        var (marta, wanda) = (house.Call(Cast.Marta), house.Call(Cast.Wanda));
        var customer = (await marta.Post("customers", new { name = "Swallow Boats" }, key: "c")).Expect(201).Id;
        var sale = (await marta.Post("sales", new { customer, name = "A Swallow for Elin", owner = Cast.Marta.Id })).Expect(201).Id;
        var verbatim = (await marta.Post("verbatims", new { customer, sale, words = "Could you send me a picture?", saidOn = Day(-1) })).Expect(201).Id;
        var ask = (await marta.Post("asks", new
        {
            what = "Would you photograph the crate?", performer = Cast.Wanda.Id, reason = "Elin carries it.", effect = "Two people lift it.", conditions = new[] { "A person beside it" }, answerBy = Day(2), neededBy = Day(9), verbatim, sale,
        }, key: "a")).Expect(201).Id;
        var team = (await marta.Post("asks", new { what = "Who can crate it?", team = Cast.Warehouse, reason = "r", effect = "e", conditions = new[] { "c" }, answerBy = Day(2), neededBy = Day(9) })).Expect(201).Id;
        (await wanda.Post($"asks/{team}/taking")).Expect(200);
        (await wanda.Post($"asks/{ask}/promise", new { by = Day(4) })).Expect(200);
        (await wanda.Post($"asks/{ask}/remarks", new { text = "It is dry" })).Expect(200);
        (await wanda.Post($"asks/{ask}/delivery", new { })).Expect(200);
        (await marta.Post($"asks/{ask}/acceptance")).Expect(200);
        (await marta.Post($"asks/{ask}/telling", new { words = "Here it is", channel = "mail" })).Expect(200);
        (await marta.Post($"asks/{ask}/thanks", new { text = "Thank you", effect = "It went in", @public = true })).Expect(201);
        (await marta.Post("conversations", new { people = new[] { Cast.Wanda.Id }, channel = "call", text = "The crate\nneed: a dry corner\npromise: the sketch" })).Expect(201);
        var talk = (await marta.Get("conversations")).Items[0].GetProperty("id").GetString();
        (await marta.Patch($"conversations/{talk}", new { channel = "visit" }, "*")).Expect(200);
        (await marta.Post($"conversations/{talk}/items/2/done")).Expect(200);
        (await wanda.Post($"conversations/{talk}/items/1/taking", new { })).Expect(200);
        var made = (await marta.Post("journeys", new { name = "Boats", stages = new[] { new { name = "Ahoy" }, new { name = "Afloat" } } })).Expect(201);
        var (journey, stage, afloat) = (made.Id, made["stages"][0].GetProperty("id").GetString(), made["stages"][1].GetProperty("id").GetString());
        (await marta.Patch($"sales/{sale}", new { journey, stage }, "*")).Expect(200);
        var events = (await house.Call(Cast.Priya).Post("imports?kind=events&name=orders.csv", new ByteArrayContent("case,activity,time,product\n1,packed,2026-11-20,Bench\n1,shipped,2026-11-21,Bench"u8.ToArray()))).Expect(201).Id;
        (await house.Call(Cast.Priya).Post($"imports/{events}/application")).Expect(200);
        var log = (await marta.Get("passages/logs")).Items[0].GetProperty("id").GetString();
        foreach (var path in new[]
        {
            "passages/logs", $"passages/logs/{log}?by=month&of=2026-11", "asks", "asks?role=all&show=closed", "asks?turn=me&q=crate", $"asks?customer={customer}", $"asks/{ask}", $"asks/{team}", "today", "search?q=crate", "people?q=wanda", $"people/{Cast.Wanda.Id}", "teams", $"teams/{Cast.Warehouse}",
            $"teams/{Cast.Warehouse}/memberships", "customers?q=swallow", $"customers/{customer}", "sales", $"sales/{sale}", "verbatims", $"verbatims/{verbatim}", "thanks", $"thanks?person={Cast.Wanda.Id}", $"thanks?team={Cast.Warehouse}", "thanks/units", "me/thanks-due", "me/statement", $"me/relationships/{Cast.Wanda.Id}/balance", $"me/relationships/{Cast.Wanda.Id}/mail", "me/mail-address", "teams/mail", "me/records/export", "conversations", "conversations?q=crate&kind=need", "conversations/items?open=true", $"conversations/{talk}", $"happenings?on={ask}", "me", "tokens", "views", "company", "journeys", $"journeys/{journey}", $"journeys/{journey}/csv",
        })
            (await marta.Get(path)).Expect(200);
        (await marta.Patch($"journeys/{journey}/stages/{stage}", new { name = "Aground", people = new[] { Cast.Wanda.Id } }, "*")).Expect(200);
        (await marta.Delete($"journeys/{journey}/stages/{stage}?into={afloat}", "*")).Expect(200);
        (await marta.Delete($"journeys/{(await marta.Post("journeys", new { name = "Gone", copyOf = journey })).Expect(201).Id}", "*")).Expect(204);
        (await marta.Post($"journeys/{journey}/stages/{afloat}/score", new { customerValue = 3, ourValue = 4 })).Expect(200);
        (await marta.Post($"journeys/{journey}/stages/{afloat}/evidence", new { kind = "sale", record = sale })).Expect(200);
        (await marta.Get($"journeys/{journey}/stages/{afloat}/evidence")).Expect(200);
        var browser = await house.Browse(Cast.Marta);
        foreach (var path in new[]
        {
            "/passages", $"/passages/{log}", "/", "/asks", "/asks?view=board", "/asks?view=calendar", $"/asks/{ask}", $"/asks/new?verbatim={verbatim}", "/people", $"/people/{Cast.Wanda.Id}", "/teams", $"/teams/{Cast.Warehouse}", "/customers", $"/customers/{customer}", "/sales",
            $"/sales/{sale}", $"/verbatims/{verbatim}", "/thanks", "/thanks/new", "/thanks/due", "/thanks/units", "/thanks/statement", $"/people/{Cast.Wanda.Id}/focus", "/conversations", "/conversations/new", $"/conversations/{talk}", $"/conversations/{talk}/edit", "/search?q=crate", "/journeys", $"/journeys/{journey}", $"/journeys/{journey}/with", $"/journeys/{journey}/stages/{afloat}", $"/journeys/{journey}/first", "/settings", "/settings/tokens", "/settings/absences", "/settings/sign-in",
        })
            (await browser.Open(path)).Expect(200);
        (await browser.Open("/answer?code=" + Keys.NewSecret("iwl", Cast.Osterfenn))).Expect(404);
    }

    /// <summary>The tables of which PostgreSQL would look into more than one partition.</summary>
    private async Task<List<string>> Scattered(string sql, object? args)
    {
        if (!Explained().IsMatch(sql))
            return [];
        var (statement, values) = Arguments.Of(Engine.Postgres, sql, args);
        await using var connection = new NpgsqlConnection(house.Settings.Database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"explain (format json) {statement.Text}", connection);
        statement.Bind(command.Parameters, values);
        using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!);
        return [.. Tables(plan.RootElement).Distinct().GroupBy(t => Partition().Replace(t, "")).Where(t => t.Count() > 1).Select(t => t.Key)];
    }

    private static IEnumerable<string> Tables(JsonElement plan) => plan.ValueKind switch
    {
        JsonValueKind.Array => plan.EnumerateArray().SelectMany(Tables),
        JsonValueKind.Object => plan.EnumerateObject().SelectMany(p => p.Name == "Relation Name" ? [p.Value.GetString()!] : Tables(p.Value)).Where(t => Partition().IsMatch(t)),
        _ => [],
    };

    [GeneratedRegex(@"^\s*(select|insert|update|delete|with)\b")]
    private static partial Regex Explained();

    [GeneratedRegex(@"_p\d+$")]
    private static partial Regex Partition();
}

/// <summary>And everything else is as it was.</summary>
public sealed class ThreadOnPartitions(PartitionedHouse house) : ThreadStories(house), IClassFixture<PartitionedHouse>;

using System.Diagnostics;
using System.Globalization;
using System.Text;
using Inward.Server.Tests.House;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Inward.Bench;

/// <summary>
/// What an event log costs: brought in by the command line into a store of its own, the same again, and its figures over the API. The
/// floor cuts every line at its commas and writes the very rows that Inward kept, in one durable transaction; on PostgreSQL by COPY.
/// </summary>
internal static class EventLogs
{
    private const string Rows = "select workspace, log, case_key, import, part, packed from passage_case";
    private const int EventsOfACase = 6;

    private static readonly string Server = Path.Combine(Stand.Root(), "src/Inward.Server/bin/Release/net10.0/Inward.Server.dll");

    public static async Task Measure(string folder, IEnumerable<string> engines, IReadOnlyList<int> sizes)
    {
        foreach (var events in sizes)
        {
            var file = Path.Combine(folder, "Orders.csv");
            Write(file, events);
            foreach (var engine in engines)
            {
                if (engine == "sqlite")
                    await OnSqlite(folder, file, events);
                else if (Cluster.Missing is null)
                    await OnPostgres(file, events);
            }
            File.Delete(file);
        }
    }

    private static async Task OnSqlite(string folder, string file, int events)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, "events")).FullName;
        var inward = await Inward(file, ["--data", data]);
        var kept = Path.Combine(data, "inward.db");
        Report.Events("SQLite", events, new FileInfo(file).Length, inward, Cut(file) + OnSqlite(kept, Path.Combine(folder, "events-floor.db")));
        Directory.Delete(data, recursive: true);
        File.Delete(Path.Combine(folder, "events-floor.db"));
    }

    private static async Task OnPostgres(string file, int events)
    {
        await using var cluster = await Cluster.Start();
        await cluster.Say("create database events");
        var inward = await Inward(file, ["--database", cluster.Connection("events")]);
        Report.Events("PostgreSQL", events, new FileInfo(file).Length, inward, Cut(file) + await Copy(cluster.Connection("events")));
    }

    private static async Task<EventCost> Inward(string file, string[] store)
    {
        Run([Server, "init", "--workspace", "Bench", "--admin", "bench@example.com", .. store]);
        var first = Run([Server, "import", "events", file, .. store]);
        var again = Run([Server, "import", "events", file, .. store]);
        if (!again.Said.Contains("Of these, 0 are new", StringComparison.Ordinal))
            throw new InvalidOperationException("The same file again added something: " + again.Said);
        var token = Run([Server, "token", "create", "--person", "bench@example.com", .. store]).Said.Trim();
        await using var server = Running.Start(Server, [.. store, "--urls"]);
        using var line = server.Connect();
        var log = System.Text.Json.JsonDocument.Parse(Ask(line, token, "passages/logs")).RootElement.GetProperty("items")[0].GetProperty("id").GetString();
        Ask(line, token, $"passages/logs/{log}");
        var since = Stopwatch.StartNew();
        Ask(line, token, $"passages/logs/{log}");
        return new EventCost(first.Seconds, first.Cpu, first.Megabytes, again.Seconds, since.Elapsed.TotalMilliseconds);
    }

    private static byte[] Ask(Line line, string token, string path)
    {
        line.Ask(Encoding.ASCII.GetBytes($"GET /api/v1/{path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {token}\r\n\r\n"));
        return line.Status == 200 ? line.Body() : throw new InvalidOperationException($"{line.Status} for {path}");
    }

    /// <summary>Runs a verb to its end: how long, how much CPU, and the most memory it ever held.</summary>
    private static (double Seconds, double Cpu, double Megabytes, string Said) Run(string[] words)
    {
        var since = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var wrong = process.StandardError.ReadToEndAsync();
        var (cpu, most) = (0.0, 0.0);
        while (!process.WaitForExit(20))
        {
            cpu = Running.CpuOf(process.Id, children: false);
            most = Math.Max(most, process.HasExited ? 0 : Peak(process.Id));
        }
        return process.ExitCode == 0 ? (since.Elapsed.TotalSeconds, cpu / 1000, most, said.Result) : throw new InvalidOperationException(wrong.Result + said.Result);
    }

    private static double Peak(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(one => one.StartsWith("VmHWM", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    // The same file every time: orders that begin every minute and take hours to days, five teams of twenty.
    private static void Write(string file, int events)
    {
        string[] stages = ["ordered", "paid", "released", "made", "packed", "shipped", "installed", "taught"];
        var draw = new Random(7);
        using var to = new StreamWriter(file, append: false, new UTF8Encoding(false), 1 << 16);
        to.Write("case,activity,time,resource,team,product\n");
        var first = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var at = 0; at < events; at++)
        {
            var (order, step) = (at / EventsOfACase, at % EventsOfACase);
            var when = first.AddMinutes(order).AddMinutes((step * 700) + draw.Next(600));
            var team = draw.Next(5);
            to.Write(string.Create(CultureInfo.InvariantCulture, $"O-{order:0000000},{stages[step + draw.Next(3)]},{when:yyyy-MM-ddTHH:mm:ssZ},hand {team}-{draw.Next(20)},team {team},product {order % 12}\n"));
        }
    }

    private static double Cut(string file)
    {
        var (since, cells) = (Stopwatch.StartNew(), 0L);
        foreach (var line in File.ReadLines(file))
            cells += line.Split(',').Length;
        return cells == 0 ? throw new InvalidOperationException("An empty file.") : since.Elapsed.TotalSeconds;
    }

    private static double OnSqlite(string kept, string file)
    {
        using var from = Open(kept);
        var rows = All(from.CreateCommand());
        using var to = Open(file);
        Say(to, "pragma journal_mode = wal");
        Say(to, "pragma synchronous = full");
        Say(to, "create table passage_case (workspace blob, log blob, case_key text, import blob, part integer, packed blob, primary key (workspace, log, case_key, import, part)) without rowid");
        var since = Stopwatch.StartNew();
        using var transaction = to.BeginTransaction();
        using var insert = to.CreateCommand();
        insert.CommandText = "insert into passage_case values (@0, @1, @2, @3, @4, @5)";
        var values = Enumerable.Range(0, 6).Select(at => insert.Parameters.Add(new SqliteParameter($"@{at}", null))).ToList();
        foreach (var row in rows)
        {
            for (var at = 0; at < row.Length; at++)
                values[at].Value = row[at];
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
        return since.Elapsed.TotalSeconds;
    }

    private static async Task<double> Copy(string connection)
    {
        await using var to = new NpgsqlConnection(connection + ";Pooling=false");
        await to.OpenAsync();
        await using var select = new NpgsqlCommand(Rows, to);
        var rows = All(select);
        await using (var make = new NpgsqlCommand("create table floor_case (like passage_case including all)", to))
            await make.ExecuteNonQueryAsync();
        var since = Stopwatch.StartNew();
        await using (var copy = await to.BeginBinaryImportAsync("copy floor_case (workspace, log, case_key, import, part, packed) from stdin (format binary)"))
        {
            NpgsqlDbType[] types = [NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Text, NpgsqlDbType.Uuid, NpgsqlDbType.Integer, NpgsqlDbType.Bytea];
            foreach (var row in rows)
            {
                await copy.StartRowAsync();
                for (var at = 0; at < row.Length; at++)
                    await copy.WriteAsync(row[at], types[at]);
            }
            await copy.CompleteAsync();
        }
        return since.Elapsed.TotalSeconds;
    }

    private static List<object[]> All(System.Data.Common.DbCommand select)
    {
        select.CommandText = Rows;
        using var reader = select.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    private static SqliteConnection Open(string file)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Say(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

/// <summary>Seconds to bring a log in, with the start of the program; of these CPU; the most memory; seconds for the same again; milliseconds for its figures.</summary>
internal sealed record EventCost(double Seconds, double Cpu, double Megabytes, double Again, double Figures);

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Inward.House;
using Inward.House.Imports;
using Inward.Server.House;
using Inward.Server.Imports;
using Inward.Server.Storage;
using Inward.Server.Tests.House;
using Inward.Server.Tests.Storage;

namespace Inward.Server.Tests.Imports;

/// <summary>Files too large, too many at once, or broken: each is a sentence, and nothing is lost or half done.</summary>
public abstract class BigAndBrokenFileStories(TestHouse house)
{
    [Fact]
    public async Task Two_uploads_at_once_of_one_file_and_of_others_are_each_whole()
    {
        var priya = house.Call(Cast.Priya);
        async Task<Answer> Plan(string name, string text) => (await priya.Post($"imports?kind=customers&name={name}", new ByteArrayContent(Encoding.UTF8.GetBytes(text)))).Expect(201);
        string Rows(string what) => "name\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"{what} {i}\n"));
        var planned = await Task.WhenAll(Plan("one.csv", Rows("At once")), Plan("one.csv", Rows("At once")), Plan("two.csv", Rows("At once")), Plan("three.csv", Rows("Beside")));
        await Task.WhenAll(planned.Select(async plan => (await priya.Post($"imports/{plan.Id}/application")).Expect(200)));
        (await Count("select count(*) from customer where workspace = @Osterfenn and name like 'At once %'")).ShouldBe(300);
        (await Count("select count(*) from customer where workspace = @Osterfenn and name like 'Beside %'")).ShouldBe(300);
        var twice = await Task.WhenAll(priya.Post($"imports/{planned[3].Id}/undoing"), priya.Post($"imports/{planned[3].Id}/undoing"));
        twice.Select(answer => answer.Status).Order().ShouldBe([200, 409]);
        await Task.WhenAll(planned.Take(3).Select(async plan => (await priya.Post($"imports/{plan.Id}/undoing")).Expect(200)));
        (await Count("select count(*) from customer where workspace = @Osterfenn and (name like 'At once %' or name like 'Beside %')")).ShouldBe(0);
    }

    [Theory]
    [InlineData("people", "", "“f.csv” is empty.")]
    [InlineData("people", "name,email\n", "“f.csv” has no rows to import.")]
    [InlineData("people", "\"name,email\nAnn,x\n", "The header of “f.csv” cannot be read. It opens a quote that is never closed, so nothing from here on could be read.")]
    [InlineData("people", "PK\u0003\u0004 workbook", "This is a workbook, not a CSV file. In the spreadsheet, save it as CSV UTF-8.")]
    [InlineData("customers", "colour,size\nred,7\n", "No column says any of these: Name, Key. Choose one.")]
    public async Task What_is_no_table_is_refused_with_its_reason(string kind, string text, string sentence)
    {
        (await house.Call(Cast.Priya).Post($"imports?kind={kind}&name=f.csv", new ByteArrayContent(Encoding.UTF8.GetBytes(text)))).Expect(422)["detail"].GetString().ShouldBe(sentence);
        var priya = await house.Browse(Cast.Priya);
        (await priya.Submit(await priya.Open("/imports"), "form[enctype]", new { kind, files = new Upload("f.csv", Encoding.UTF8.GetBytes(text)) })).Expect(422).Text.ShouldContain(sentence);
    }

    [Fact]
    public async Task Ten_thousand_columns_are_refused_and_a_thousand_are_read()
    {
        string Wide(int columns) => string.Join(',', Enumerable.Range(0, columns).Select(i => i == 0 ? "name" : $"c{i}")) + "\nWide & Co\n";
        var priya = house.Call(Cast.Priya);
        (await priya.Post("imports?kind=customers&name=w.csv", new ByteArrayContent(Encoding.UTF8.GetBytes(Wide(10_000))))).Expect(422)["detail"].GetString()
            .ShouldBe("“w.csv” has 10,000 columns, and at most 1000 can be read.");
        var planned = (await priya.Post("imports?kind=customers&name=w.csv", new ByteArrayContent(Encoding.UTF8.GetBytes(Wide(1_000))))).Expect(201);
        (await (await house.Browse(Cast.Priya)).Open($"/imports/{planned.Id}")).Expect(200);
    }

    [Fact]
    public async Task Broken_rows_are_left_out_with_their_reason_and_the_others_come_in()
    {
        byte[] file = [
            .. "name,key\nNaught Ltd,B1\nN\0ul,B2\n"u8, .. "K"u8, 0xF6, .. "ln Pumpen,B3\nJ"u8, .. "ü"u8, .. "rgen & Söhne,B4\n=cmd(),B5\nToo,many,cells\n\"Open,B6\nnever read,B7\n"u8,
        ];
        var planned = (await house.Call(Cast.Priya).Post("imports?kind=customers&name=b.csv", new ByteArrayContent(file))).Expect(201);
        planned["said"][1].GetString().ShouldBe("Customers: 4 new, 0 changed, 0 as they are.");
        planned["noticed"].EnumerateArray().Where(n => n.GetProperty("leftOut").GetBoolean()).Select(n => $"{n.GetProperty("row")}: {n.GetProperty("sentence")}").ShouldBe(
        [
            "3: It holds a NUL character, which no text has.", "7: It has 3 cells where the header has 2.", "8: It opens a quote that is never closed, so nothing from here on could be read.",
        ]);
        (await house.Call(Cast.Priya).Post($"imports/{planned.Id}/application")).Expect(200);
        (await house.Read(s => s.All<string>("select name from customer where workspace = @Osterfenn and external_key like 'B%' order by external_key", new { Cast.Osterfenn })))
            .ShouldBe(["Naught Ltd", "K\uFFFDln Pumpen", "Jürgen & Söhne", "=cmd()"]);
        var errors = (await house.Call(Cast.Priya).Get($"imports/{planned.Id}/errors")).Expect(200).Body.Split("\r\n");
        errors[0].ShouldBe("name,key,what is wrong");
        errors[1].ShouldStartWith("N\0ul,B2,");
        (await house.Call(Cast.Priya).Post($"imports/{planned.Id}/undoing")).Expect(200);
    }

    [Fact]
    public async Task A_gigabyte_sent_to_a_page_or_the_API_is_refused_before_it_is_kept()
    {
        await using var place = await TestHouse.Open(house.Engine);
        var before = Process.GetCurrentProcess().WorkingSet64;
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromSeconds(30) }) { BaseAddress = place.Address };

        async Task<(HttpStatusCode? Status, string Body)> Send(string path, HttpContent content, bool waits, Action<HttpRequestMessage> sign)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
            request.Headers.ExpectContinue = waits;
            sign(request);
            try
            {
                using var answer = await http.SendAsync(request);
                return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
            }
            catch (HttpRequestException hungUp) when (hungUp.InnerException is IOException or SocketException)
            {
                // A server that will not hear the rest may hang up before its answer is read.
                return (null, "");
            }
        }

        HttpContent Gigabyte(bool tellsLength) => new Endless("Ann Meyer,Buyer,Cologne,more words to make the row longer\n"u8.ToArray(), 1L << 30, tellsLength);
        void AsProgram(HttpRequestMessage request) => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Cast.Priya.Token);
        var (status, body) = await Send("/api/v1/imports?kind=people", Gigabyte(tellsLength: true), waits: true, AsProgram);
        status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        body.ShouldContain("That is more than Inward takes at once.");
        (await Send("/api/v1/imports?kind=people", Gigabyte(tellsLength: false), waits: false, AsProgram)).Status.ShouldBeOneOf(HttpStatusCode.RequestEntityTooLarge, null);

        var browser = await place.Browse(Cast.Priya);
        await browser.Open("/imports");
        void AsReader(HttpRequestMessage request) => request.Headers.Add("Cookie", string.Join("; ", browser.Cookies.Select(c => $"{c.Key}={c.Value}")));
        foreach (var tellsLength in (bool[])[true, false])
        {
            using var form = new MultipartFormDataContent { { new StringContent("people"), "kind" }, { Gigabyte(tellsLength), "files", "big.csv" } };
            (status, body) = await Send("/imports", form, waits: tellsLength, AsReader);
            status.ShouldBeOneOf(HttpStatusCode.RequestEntityTooLarge, tellsLength ? HttpStatusCode.RequestEntityTooLarge : null);
            if (status is not null)
                body.ShouldContain("That is more than Inward takes at once.");
        }
        (Process.GetCurrentProcess().WorkingSet64 - before).ShouldBeLessThan(600L << 20);
        (await place.Read(s => s.Count("select count(*) from import"))).ShouldBe(0);
        (await place.Call(Cast.Priya).Get("imports")).Expect(200);
    }

    private Task<long> Count(string sql) => house.Read(s => s.Count(sql, new { Cast.Osterfenn }));

    /// <summary>A body that is made while it is sent.</summary>
    private sealed class Endless(byte[] line, long length, bool tellsLength) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await using var source = new Repeating([], line, length);
            await source.CopyToAsync(stream);
        }

        protected override bool TryComputeLength(out long known)
        {
            known = length;
            return tellsLength;
        }
    }
}

/// <summary>A header, and one line over and over, so that a test needs no file of that size.</summary>
internal sealed class Repeating(byte[] header, byte[] line, long length) : Stream
{
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var given = 0;
        while (given < buffer.Length && position < length)
        {
            var (from, at) = position < header.Length ? (header, (int)position) : (line, (int)((position - header.Length) % line.Length));
            var some = (int)Math.Min(Math.Min(from.Length - at, buffer.Length - given), length - position);
            from.AsSpan(at, some).CopyTo(buffer[given..]);
            (given, position) = (given + some, position + some);
        }
        return given;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

public sealed class BigAndBrokenFilesOnSqlite(SqliteHouse house) : BigAndBrokenFileStories(house), IClassFixture<SqliteHouse>;

public sealed class BigAndBrokenFilesOnPostgres(PostgresHouse house) : BigAndBrokenFileStories(house), IClassFixture<PostgresHouse>;

/// <summary>Trouble of one machine: its disk, its memory.</summary>
public sealed class BigFilesOnAMachineTests(SqliteHouse house) : IClassFixture<SqliteHouse>
{
    [Theory]
    [InlineData("name\n", "Ann Meyer and a few words more\n", "“big.csv” has more than 200000 rows. Split it and import the parts one after the other.")]
    [InlineData("name,title\n", "fat", "“big.csv” holds more text than one import takes. Split it and import the parts one after the other.")]
    public async Task A_gigabyte_that_would_not_fit_into_memory_is_refused(string header, string row, string sentence)
    {
        byte[] line = row == "fat" ? [.. "Ann,"u8, .. Enumerable.Repeat((byte)'x', 500_000), (byte)'\n'] : Encoding.UTF8.GetBytes(row);
        var file = Source("people", Encoding.UTF8.GetBytes(header), line);
        var before = Settled();
        (await Should.ThrowAsync<BrokenRule>(() => house.Read(s => ImportPlan.For(s, Cast.Osterfenn, file, house.Clock.GetUtcNow())))).Message.ShouldBe(sentence);
        (Process.GetCurrentProcess().WorkingSet64 - before).ShouldBeLessThan(700L << 20);
    }

    [Fact]
    public async Task A_gigabyte_of_which_no_row_fits_keeps_only_the_first_rows_that_were_left_out()
    {
        byte[] line = [.. "Ann,Buyer,too many,"u8, .. Enumerable.Repeat((byte)'x', 9_000), (byte)'\n'];
        var file = Source("people", "name,title\n"u8.ToArray(), line);
        var before = Settled();
        var plan = await house.Read(s => ImportPlan.For(s, Cast.Osterfenn, file, house.Clock.GetUtcNow()));
        var errors = plan.Errors(file).ShouldHaveSingleItem();
        errors.Rows.Sum(one => one.Cells.Sum(cell => cell.Length)).ShouldBeLessThanOrEqualTo(ErrorRows.Longest);
        errors.NotKept.ShouldBeGreaterThan(100_000);
        (Process.GetCurrentProcess().WorkingSet64 - before).ShouldBeLessThan(700L << 20);
    }

    [Fact]
    public async Task A_disk_that_fills_up_during_an_upload_is_named_and_the_file_can_be_sent_again()
    {
        await using var disk = await Tmpfs.Mount(24);
        var (place, template) = (Place.At(disk.Folder), await Place.New(Engine.Sqlite));
        File.Copy(Path.Combine(template.Data!, "inward.db"), Path.Combine(place.Data!, "inward.db"));
        await using var small = await TestHouse.OpenAt(place);
        await File.WriteAllBytesAsync(disk.Ballast, new byte[14 << 20]);
        var priya = small.Call(Cast.Priya);
        var file = Encoding.UTF8.GetBytes("name,remarks\nPumps & Co," + new string('x', 900_000) + "\n" + string.Concat(Enumerable.Repeat("Belts & Co," + new string('y', 900_000) + "\n", 5)));
        Answer answer;
        var sent = 0;
        do
            answer = await priya.Post("imports?kind=customers&name=fat.csv", new ByteArrayContent(file));
        while (answer.Status == 201 && ++sent < 5);
        answer.Expect(503)["detail"].GetString().ShouldBe("The disk is full. Nothing was saved; free some space and try again.");
        (await priya.Get("imports")).Items.Count.ShouldBe(sent);
        File.Delete(disk.Ballast);
        (await priya.Post("imports?kind=customers&name=fat.csv", new ByteArrayContent(file))).Expect(201);
        (await small.Read(s => s.One<string>("pragma integrity_check"))).ShouldBe("ok");
    }

    [Fact]
    public async Task No_room_for_the_file_of_a_form_is_named_too()
    {
        await using var disk = await Tmpfs.Mount(1);
        var place = await Place.New(Engine.Sqlite);
        await using var child = await Child.Start(place, $"ASPNETCORE_TEMP='{disk.Folder}' exec");
        var priya = new Browser(child.Address, []);
        await priya.Submit(await priya.Open("/signin"), "form", new { name = Cast.Priya.Email, password = Cast.Priya.Password });
        var page = await priya.Open("/imports");
        var refused = await priya.Submit(page, "form[enctype]", new { kind = "customers", files = new Upload("c.csv", Encoding.UTF8.GetBytes("name\n" + new string('x', 3 << 20))) });
        refused.Expect(503).Text.ShouldContain("The disk is full. Nothing was saved; free some space and try again.");
        (await priya.Submit(await priya.Open("/imports"), "form[enctype]", new { kind = "customers", files = new Upload("c.csv", Encoding.UTF8.GetBytes("name\nPumps & Co\n")) })).Expect(200);
    }

    [Fact]
    public async Task A_gigabyte_on_the_disk_of_the_server_stays_within_half_a_gigabyte_of_memory()
    {
        var place = await Place.New(Engine.Sqlite);
        var file = Path.Combine(Place.NewFolder(), "big.csv");
        await using (var written = File.Create(file))
        {
            await using var source = new Repeating("name,remarks\n"u8.ToArray(), [.. "Ann Meyer,"u8, .. Enumerable.Repeat((byte)'x', 9_000), (byte)'\n'], 1L << 30);
            await source.CopyToAsync(written);
        }
        try
        {
            using var inward = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Inward.Server.dll"), "import", "customers", file, "--dry-run", "--workspace", "Osterfenn", "--data", place.Data!])
            {
                RedirectStandardOutput = true, Environment = { ["LC_ALL"] = "C.UTF-8" },
            })!;
            var said = inward.StandardOutput.ReadToEndAsync();
            var peak = 0L;
            while (!inward.WaitForExit(50))
                peak = Math.Max(peak, Peak(inward.Id));
            (inward.ExitCode, await said).ShouldBe((0, "Rows read: 119,160; left out: 0.\nCustomers: 1 new, 0 changed, 0 as they are.\nNothing was written.\n"));
            TestContext.Current.SendDiagnosticMessage("A gigabyte of CSV: at most {0} MB resident.", peak);
            peak.ShouldBeInRange(20, 512);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static ImportSource Source(string kind, byte[] header, byte[] line) =>
        ImportSource.Of(kind, "big.csv", new Dictionary<string, Func<Stream>> { ["big.csv"] = () => new Repeating(header, line, 1L << 30) }, null);

    private static long Settled()
    {
        GC.Collect();
        return Process.GetCurrentProcess().WorkingSet64;
    }

    // In megabytes; 0 where the process has just ended.
    private static long Peak(int process)
    {
        try
        {
            return long.Parse(File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            return 0;
        }
    }
}

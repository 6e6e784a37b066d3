using System.IO.Compression;
using System.Text;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Storage;

/// <summary>What is backed up under load comes back whole, on either engine; what is damaged does not come back at all.</summary>
public abstract class BackupStories(TestHouse house)
{
    private readonly string folder = Place.NewFolder();

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_backup_taken_under_load_comes_back_on_either_engine(Engine engine)
    {
        var file = Path.Combine(folder, $"to-{engine}.zip");
        using var stop = new CancellationTokenSource();
        var load = Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Load(stop.Token)));
        await WaitForAsks(200);
        var manifest = await Backup.Take(house.Store, file, house.Clock.GetUtcNow());
        var then = await Asks(house.Store);
        await stop.CancelAsync();
        await load;
        manifest.Tables.Single(t => t.Name == "ask").Rows.ShouldBeInRange(200, then);

        await using var copy = (await Place.Empty(engine)).Open(new Bell(), house.Clock);
        await Restore.From(copy, file);
        (await Sums(copy)).Where(t => t.Name != "workspace").ShouldBe(manifest.Tables.Where(t => t.Name != "workspace").Select(t => (t.Name, t.Rows, t.Digest)));
        (await Check.Run(copy)).Faults.ShouldBeEmpty();
        (await copy.Read(s => s.Count("select count(*) from workspace where silent = 0"))).ShouldBe(0);
    }

    [Fact]
    public async Task A_restored_house_is_lived_in_and_silent()
    {
        var file = Path.Combine(folder, "house.zip");
        var kept = (await house.Call(Cast.Marta).Post("asks", new { what = "Kept in a tin box", draft = true })).Expect(201).Id;
        await house.Store.Write(house.Store.System(Cast.Osterfenn), unit =>
        {
            unit.DoLater("unheard.of", null, new { }, unit.Now);
            return Task.CompletedTask;
        });
        await Backup.Take(house.Store, file, house.Clock.GetUtcNow());
        var place = await Place.Empty(house.Engine);
        await using (var store = place.Open(new Bell(), house.Clock))
            await Restore.From(store, file);
        await using var copy = await TestHouse.OpenAt(place);
        (await copy.Call(Cast.Marta).Get($"asks/{kept}")).Expect(200);
        (await (await copy.Browse(Cast.Wanda)).Open("/")).Expect(200);
        (await copy.Call(Cast.Marta).Get("search?q=tin+box")).Expect(200).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_damaged_backup_brings_back_nothing_or_everything_but_nothing_else()
    {
        var file = Path.Combine(folder, "damaged.zip");
        var manifest = await Backup.Take(house.Store, file, house.Clock.GetUtcNow());
        var whole = await File.ReadAllBytesAsync(file);
        var dice = new Random(20261121);
        var refused = 0;
        for (var i = 0; i < 40; i++)
        {
            var damaged = i % 8 == 0 ? whole[..dice.Next(whole.Length)] : [.. whole];
            if (i % 8 != 0)
                damaged[dice.Next(damaged.Length)] ^= (byte)(1 << dice.Next(8));
            await File.WriteAllBytesAsync(file, damaged);
            await using var copy = (await Place.Empty(Engine.Sqlite)).Open(new Bell(), house.Clock);
            if (await Record.ExceptionAsync(() => Restore.From(copy, file)) is { } failure)
            {
                failure.ShouldBeOfType<BrokenRule>().Message.ShouldMatch("The backup is damaged: .+ Nothing was restored.|made by a newer Inward");
                (await Migrator.Version(copy) == 0 || await copy.Read(s => s.Count("select count(*) from workspace")) == 0).ShouldBeTrue();
                refused++;
            }
            else
            {
                // A flipped bit in a time stamp of the zip changes nothing that is restored.
                (await Sums(copy)).Where(t => t.Name != "workspace").ShouldBe(manifest.Tables.Where(t => t.Name != "workspace").Select(t => (t.Name, t.Rows, t.Digest)));
            }
        }
        refused.ShouldBeGreaterThan(25);
    }

    [Fact]
    public async Task A_row_that_is_missing_or_changed_is_named()
    {
        var file = Path.Combine(folder, "changed.zip");
        await Backup.Take(house.Store, file, house.Clock.GetUtcNow());
        (await Refusal(file, "team.jsonl", text => text.Replace("Warehouse", "Warehause", StringComparison.Ordinal))).ShouldContain("its table team has 4 rows that do not add up to the 4");
        (await Refusal(file, "team.jsonl", text => text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..])).ShouldContain("its table team has 3 rows that do not add up to the 4");
        (await Refusal(file, "team.jsonl", null)).ShouldContain("table team is missing");
        (await Refusal(file, "manifest.json", text => text.Replace("\"schema\":", "\"schema\":9", StringComparison.Ordinal))).ShouldContain("made by a newer Inward");
        (await Refusal(file, "manifest.json", null)).ShouldContain("it has no manifest");
        (await Refusal(file, "manifest.json", text => text.Replace("\"schema\":", "\"schela\":", StringComparison.Ordinal))).ShouldContain("The backup is damaged: ");
        (await Refusal(file, "manifest.json", text => text.Replace("\"schema\":", "\"schema\":-", StringComparison.Ordinal))).ShouldContain("its manifest names no schema");
        (await Refusal(file, "manifest.json", text => text.Replace("\"columns\":", "\"colunns\":", StringComparison.Ordinal))).ShouldContain("The backup is damaged: ");
        (await Refusal(file, "manifest.json", text => text.Replace("\"name\":\"team\"", "\"name\":\"person\"", StringComparison.Ordinal))).ShouldContain("its manifest names a table twice");
    }

    [Fact]
    public async Task A_store_with_something_in_it_is_not_overwritten_nor_is_a_file()
    {
        var file = Path.Combine(folder, "kept.zip");
        await Backup.Take(house.Store, file, house.Clock.GetUtcNow());
        (await Should.ThrowAsync<BrokenRule>(() => Restore.From(house.Store, file))).Message.ShouldContain("This store is not empty");
        var before = await File.ReadAllBytesAsync(file);
        (await Should.ThrowAsync<BrokenRule>(() => Backup.Take(house.Store, file, house.Clock.GetUtcNow()))).Message.ShouldContain("a backup overwrites nothing");
        (await File.ReadAllBytesAsync(file)).ShouldBe(before);
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task A_backup_for_which_there_is_no_space_leaves_nothing_behind()
    {
        await using var disk = await Tmpfs.Mount(1);
        await File.WriteAllBytesAsync(disk.Ballast, new byte[1_040_000]);
        await Should.ThrowAsync<IOException>(() => Backup.Take(house.Store, Path.Combine(disk.Folder, "full.zip"), house.Clock.GetUtcNow()));
        Directory.GetFiles(disk.Folder).ShouldBe([disk.Ballast]);
    }

    private async Task<string> Refusal(string file, string entry, Func<string, string>? change)
    {
        var changed = file + ".changed";
        File.Copy(file, changed, overwrite: true);
        await using (var zip = await ZipFile.OpenAsync(changed, ZipArchiveMode.Update))
        {
            var old = zip.GetEntry(entry)!;
            using var reader = new StreamReader(await old.OpenAsync(), Encoding.UTF8);
            var text = await reader.ReadToEndAsync();
            reader.Dispose();
            old.Delete();
            if (change is not null)
            {
                await using var writer = new StreamWriter(await zip.CreateEntry(entry).OpenAsync());
                await writer.WriteAsync(change(text));
            }
        }
        await using var copy = (await Place.Empty(house.Engine)).Open(new Bell(), house.Clock);
        return (await Should.ThrowAsync<BrokenRule>(() => Restore.From(copy, changed))).Message;
    }

    private async Task Load(CancellationToken stop)
    {
        var marta = house.Call(Cast.Marta);
        while (!stop.IsCancellationRequested)
            (await marta.Post("asks", new { what = "Written while a backup is taken", draft = true }, key: Id.New(house.Clock.GetUtcNow()).ToString())).Expect(201);
    }

    private async Task WaitForAsks(int count)
    {
        while (await Asks(house.Store) < count)
            await Task.Delay(20);
    }

    private static Task<long> Asks(Store store) => store.Read(s => s.Count("select count(*) from ask"));

    private static async Task<List<(string Name, long Rows, string Digest)>> Sums(Store store)
    {
        var sums = new List<(string, long, string)>();
        await store.Administer(async connection =>
        {
            await using var moment = await Backup.Moment(connection);
            sums.AddRange((await Backup.Sums(store.Engine, connection, moment)).Select(t => (t.Name, t.Rows, t.Digest)));
        });
        return sums;
    }
}

public sealed class BackupsOnSqlite(SqliteHouse house) : BackupStories(house), IClassFixture<SqliteHouse>;

public sealed class BackupsOnPostgres(PostgresHouse house) : BackupStories(house), IClassFixture<PostgresHouse>;

using System.Security.Cryptography;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Tests.House;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Inward.Server.Tests.Storage;

/// <summary>The disk is full, the database is gone or held by another: said in a sentence, and nothing acknowledged is lost.</summary>
public sealed class TroubleStories
{
    [Fact]
    public async Task Another_program_that_holds_the_database_is_waited_for_and_then_named()
    {
        var place = await Place.New(Engine.Sqlite);
        await using var house = await TestHouse.OpenAt(place, builder => builder.Services.AddSingleton<Store>(services => new SqliteStore(
            FileOf(place), services.GetRequiredService<Bell>(), services.GetRequiredService<TimeProvider>(), TimeSpan.FromSeconds(1))));
        var marta = house.Call(Cast.Marta);
        await using var other = new SqliteConnection($"Data Source={FileOf(place)};Pooling=false");
        await other.OpenAsync();
        Say(other, "begin immediate");
        Refused(await Draft(marta, "Written while it is held"), "Another program holds the database. Nothing was saved; try again in a moment.");
        (await marta.Get("asks")).Expect(200);
        var waiting = Draft(marta, "Written after a short wait");
        await Task.Delay(300);
        Say(other, "rollback");
        (await waiting).Expect(201);
        (await Drafts(house)).ShouldBe(["Written after a short wait"]);
    }

    [Fact]
    public async Task A_full_disk_is_named_and_what_was_acknowledged_stays()
    {
        await using var disk = await Tmpfs.Mount(16);
        var (place, template) = (Place.At(disk.Folder), await Place.New(Engine.Sqlite));
        File.Copy(FileOf(template), FileOf(place));
        await using var house = await TestHouse.OpenAt(place);
        await FillUp(house, disk, "The disk is full. Nothing was saved; free some space and try again.");
        (await house.Read(s => s.One<string>("pragma integrity_check"))).ShouldBe("ok");
    }

    [Fact]
    public async Task A_full_disk_under_PostgreSQL_is_named_and_what_was_acknowledged_stays()
    {
        Place.NeedsPostgres();
        await using var disk = await Tmpfs.Mount(40);
        await using var cluster = await Cluster.Start();
        await cluster.Own(disk.Folder);
        await cluster.Say($"create tablespace small location '{disk.Folder}/space'");
        var place = await Place.NewDatabase(cluster, "template0", "tablespace small");
        await using (var store = place.Open(new Bell(), TimeProvider.System))
            await Cast.MoveIn(store);
        await using var house = await TestHouse.OpenAt(place);
        await FillUp(house, disk, "The database has no space left. Nothing was saved.");
    }

    [Fact]
    public async Task PostgreSQL_that_was_killed_is_named_and_what_was_acknowledged_is_there_when_it_is_back()
    {
        Place.NeedsPostgres();
        await using var cluster = await Cluster.Start();
        var place = await Place.NewDatabase(cluster, "template0");
        await using (var store = place.Open(new Bell(), TimeProvider.System))
            await Cast.MoveIn(store);
        await using var house = await TestHouse.OpenAt(place);
        var marta = house.Call(Cast.Marta);
        var acknowledged = new List<string>();
        for (var kill = 0; kill < 3; kill++)
        {
            for (var i = 0; i < 10; i++)
                acknowledged.Add((await Draft(marta, $"Kept {kill} {i}")).Expect(201)["what"].GetString()!);
            await cluster.Kill();
            Refused(await Draft(marta, "Written to nobody"), "The database cannot be reached. Nothing was saved; try again in a moment.");
            (await marta.Get("/readyz")).Expect(503);
            (await marta.Get("/healthz")).Expect(200);
            await cluster.Resume();
            (await marta.Get("/readyz")).Expect(200);
        }
        acknowledged.Add((await Draft(marta, "Kept at last")).Expect(201)["what"].GetString()!);
        (await Drafts(house)).ShouldBe(acknowledged);
    }

    [Fact]
    public async Task A_folder_is_served_by_one_Inward_at_a_time()
    {
        var folder = Place.NewFolder();
        using (OnlyServer.Of(folder))
            Should.Throw<StoreRefused>(() => OnlyServer.Of(folder)).Message.ShouldContain("Another Inward serves");
        OnlyServer.Of(folder).Dispose();
        await Task.CompletedTask;
    }

    private static async Task FillUp(TestHouse house, Tmpfs disk, string sentence)
    {
        var marta = house.Call(Cast.Marta);
        await File.WriteAllBytesAsync(disk.Ballast, new byte[4 << 20]);
        var acknowledged = new List<string>();
        Answer answer;
        // Random letters do not compress, so the disk is full soon.
        while ((answer = await Draft(marta, Convert.ToHexString(RandomNumberGenerator.GetBytes(1500)))).Status == 201)
            acknowledged.Add(answer["what"].GetString()!);
        Refused(answer, sentence);
        (await marta.Get("asks?show=drafts")).Expect(200);
        (await Drafts(house)).ShouldBe(acknowledged);
        File.Delete(disk.Ballast);
        acknowledged.Add((await Draft(marta, "There is space again")).Expect(201)["what"].GetString()!);
        (await Drafts(house)).ShouldBe(acknowledged);
    }

    private static Task<Answer> Draft(Caller marta, string what) => marta.Post("asks", new { what, draft = true, reason = new string('r', 2000) });

    private static void Refused(Answer answer, string sentence)
    {
        answer.Expect(503).Type.ShouldBe("application/problem+json");
        answer["type"].GetString().ShouldBe("urn:inward:store");
        answer["detail"].GetString().ShouldBe(sentence);
    }

    private static Task<List<string>> Drafts(TestHouse house) => house.Read(s => s.All<string>("select what from ask where workspace = @Osterfenn order by id", new { Cast.Osterfenn }));

    private static string FileOf(Settings place) => Path.Combine(place.Data!, "inward.db");

    private static void Say(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

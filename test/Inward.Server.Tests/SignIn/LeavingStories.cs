using System.Text;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.SignIn;

/// <summary>Whichever door tells that somebody leaves, one rule follows: no way in is left, within the request, and what they promised is asked afresh.</summary>
public abstract class LeavingStories(TestHouse house)
{
    private static int guests;

    public static TheoryData<string> Doors => ["page", "api", "command line", "import", "import by an operator"];

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Whoever_leaves_by_any_door_is_out_at_once_and_their_promises_are_asked_afresh(string door)
    {
        var guest = await Moved();
        var (promised, asked) = (await Ask(guest), await Ask(guest));
        (await house.Call(token: guest.Token).Post($"asks/{promised}/promise", new { by = "2026-11-27" })).Expect(200);
        (await house.Call(token: guest.Token).Get("me")).Expect(200);

        await Leave(door, guest);

        (await house.Call(token: guest.Token).Get("me")).Expect(401);
        (await house.Call(Cast.Priya).Get($"people/{guest.Id}")).Expect(200)["leftOn"].GetString().ShouldBe("2026-11-23");
        (await house.Read(s => s.Count("select count(*) from token where workspace = @Workspace and person = @Id and revoked_at is null", new { guest.Workspace, guest.Id }))).ShouldBe(0);
        var revoked = (await house.Call(Cast.Marta).Get($"asks/{promised}")).Expect(200);
        revoked["state"].GetString().ShouldBe("revoked");
        revoked["revocation"].GetProperty("left").GetBoolean().ShouldBeTrue();
        var open = (await house.Call(Cast.Marta).Get("asks?role=requester&limit=200")).Items.Select(a => a.GetProperty("id").GetString()).ToList();
        var afresh = await house.Read(s => s.All<string>("select facts from ask where workspace = @Workspace and requester = @marta and is_open = 1", new { guest.Workspace, marta = Cast.Marta.Id }));
        afresh.ShouldContain(facts => facts.Contains($"\"follows\":\"{promised}\"", StringComparison.Ordinal));
        var waiting = (await house.Call(Cast.Marta).Get($"asks/{asked}")).Expect(200);
        waiting["turn"].GetProperty("kind").GetString().ShouldBe("team");
        waiting["performer"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        open.ShouldContain(asked);
    }

    [Fact]
    public async Task A_day_to_come_closes_the_doors_when_it_comes()
    {
        await using var later = await TestHouse.Open(house.Engine);
        var guest = await Moved(later);
        var asked = await Ask(guest, later);
        await Import(later, guest, "2026-11-25");
        (await later.Call(token: guest.Token).Get("me")).Expect(200);
        later.Clock.MoveOn(TimeSpan.FromDays(2));
        await later.DoJobs();
        (await later.Call(token: guest.Token).Get("me")).Expect(401);
        (await later.Call(Cast.Marta).Get($"asks/{asked}")).Expect(200)["turn"].GetProperty("kind").GetString().ShouldBe("team");
    }

    [Fact]
    public async Task No_file_takes_the_last_administrator_away()
    {
        await using var small = await TestHouse.Open(house.Engine);
        var planned = (await small.Call(Cast.Priya).Post("imports?kind=people", File($"name,email,leftOn\n{Cast.Priya.Name},{Cast.Priya.Email},2026-11-23\n"))).Expect(201);
        planned["noticed"].EnumerateArray().Select(n => n.GetProperty("sentence").GetString()).ShouldContain("A company needs an administrator. Make somebody else one first.");
        (await small.Call(Cast.Priya).Post($"imports/{planned.Id}/application")).Expect(200);
        (await small.Call(Cast.Priya).Get("me")).Expect(200)["administrator"].GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task The_form_of_a_person_is_no_such_door()
    {
        var guest = await Moved();
        (await house.Call(Cast.Priya).Patch($"people/{guest.Id}", new { leftOn = "2026-11-23", title = "Gone?" }, "*")).Expect(200)["leftOn"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await house.Call(token: guest.Token).Get("me")).Expect(200);
    }

    private async Task Leave(string door, Guest guest)
    {
        switch (door)
        {
            case "page":
                var priya = await house.Browse(Cast.Priya);
                (await priya.Submit(await priya.Open($"/settings/people/{guest.Id}"), "form[action*='handler=leave' i]")).Expect(200);
                break;
            case "api":
                (await house.Call(Cast.Priya).Post($"accounts/{guest.Id}/departure")).Expect(200);
                break;
            case "command line":
                (await new Terminal(house.Address.ToString(), Cast.Priya.Token).Type("accounts", "leave", guest.Name)).Expect(0);
                break;
            case "import":
                await Import(house, guest, "2026-11-23");
                break;
            default:
                var file = Path.Combine(Place.NewFolder(), "staff.csv");
                await System.IO.File.WriteAllTextAsync(file, $"name,key,leftOn\n{guest.Name},{guest.Key},2026-11-23\n", TestContext.Current.CancellationToken);
                var source = Inward.Server.Imports.ImportSource.OnDisk("people", file, null);
                await house.Store.Write(new Act(guest.Workspace, null, house.Clock.GetUtcNow(), "import"), unit => Inward.Server.Imports.ImportDesk.Bring(unit, source));
                break;
        }
    }

    private static async Task Import(TestHouse at, Guest guest, string day)
    {
        var planned = (await at.Call(Cast.Priya).Post("imports?kind=people", File($"name,key,leftOn\n{guest.Name},{guest.Key},{day}\n"))).Expect(201);
        (await at.Call(Cast.Priya).Post($"imports/{planned.Id}/application")).Expect(200);
    }

    private static ByteArrayContent File(string csv) => new(Encoding.UTF8.GetBytes(csv));

    private async Task<string> Ask(Guest guest, TestHouse? at = null) => (await (at ?? house).Call(Cast.Marta).Post("asks", new
    {
        what = "Would you measure the crate?", performer = guest.Id, reason = "The door is 91 cm wide.", effect = "No second delivery.", conditions = new[] { "In centimetres" }, answerBy = "2026-11-25", neededBy = "2026-11-30",
    })).Expect(201).Id;

    private async Task<Guest> Moved(TestHouse? at = null)
    {
        var n = Interlocked.Increment(ref guests);
        var guest = new Guest(Cast.Osterfenn, default, $"Guest Number {n}", $"guest-{n}", Keys.NewSecret("iwt", Cast.Osterfenn));
        var id = (await (at ?? house).Call(Cast.Priya).Post("people", new { name = guest.Name, key = guest.Key, team = "Warehouse" })).Expect(201).Id;
        guest = guest with { Id = Id.Parse(id) };
        await (at ?? house).Store.Write(new Act(guest.Workspace, null, (at ?? house).Clock.GetUtcNow(), "system"), unit =>
        {
            unit.Write("insert into token (workspace, id, hash, person, name, scopes, made_at) values (@Workspace, @token, @hash, @Id, 'stories', 'read write', @Now)",
                new { guest.Workspace, token = Id.New(unit.Now), hash = Keys.Hash(guest.Token), guest.Id, unit.Now });
            return Task.CompletedTask;
        });
        return guest;
    }

    private sealed record Guest(Id Workspace, Id Id, string Name, string Key, string Token);
}

public sealed class LeavingOnSqlite(SqliteHouse house) : LeavingStories(house), IClassFixture<SqliteHouse>;

public sealed class LeavingOnPostgres(PostgresHouse house) : LeavingStories(house), IClassFixture<PostgresHouse>;

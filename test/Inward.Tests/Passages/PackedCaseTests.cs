using Inward.Passages;

namespace Inward.Tests.Passages;

public class PackedCaseTests
{
    [Fact]
    public void What_is_packed_comes_out_as_it_was()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var passings = Enumerable.Range(0, random.Next(1, 40)).Select(_ => Any(random)).ToList();
            var read = new List<Passing>();
            PackedCase.Unpack(PackedCase.Pack(passings), read);
            read.ShouldBe(passings);
        }
    }

    [Fact]
    public void An_ordinary_passing_takes_few_bytes()
    {
        var start = new DateTimeOffset(2026, 3, 31, 8, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        var passings = Enumerable.Range(0, 100).Select(at => new Passing(1 + (at % 8), start + (at * 3_600_000L), start + (at * 3_600_000L)) { Team = 3 }).ToList();
        PackedCase.Pack(passings).Length.ShouldBeLessThan(100 * 7);
    }

    private static Passing Any(Random random)
    {
        var at = random.NextInt64(-2_000_000_000_000, 6_000_000_000_000);
        return new Passing(random.Next(1, 1_000), at, random.Next(2) == 0 ? at : at - random.NextInt64(0, 10_000_000_000))
        {
            Team = random.Next(5_000),
            Product = random.Next(3),
            Hand = (ushort)random.Next(65_536),
            Opened = Sometimes(at),
            Promised = Sometimes(at),
            Kept = Sometimes(at),
            InTime = random.Next(3) switch { 0 => null, 1 => true, _ => false },
        };

        long Sometimes(long near) => random.Next(2) == 0 ? Passing.Untold : near + random.NextInt64(-5_000_000_000, 5_000_000_000);
    }
}

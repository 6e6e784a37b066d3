using Inward.House;
using Inward.Trash;

namespace Inward.Tests.Trash;

public class TrashedTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_stays_thirty_days_and_never_longer_than_it_would_have_lived()
    {
        Trashed.Until(Now, null).ShouldBe(Now.AddDays(30));
        Trashed.Until(Now, Now.AddDays(200)).ShouldBe(Now.AddDays(30));
        Trashed.Until(Now, Now.AddDays(3)).ShouldBe(Now.AddDays(3));
    }

    [Fact]
    public void When_its_time_is_over_it_is_not_there_any_more()
    {
        var trashed = new Trashed(default, Id.New(Now), Id.New(Now), default, TrashKind.View, "Late", Now, Now.AddDays(30));
        Should.NotThrow(() => trashed.CheckRestoring(Now.AddDays(30).AddMilliseconds(-1)));
        Should.Throw<BrokenRule>(() => trashed.CheckRestoring(Now.AddDays(30))).Why.ShouldBe(Broken.NotVisible);
    }
}

using Inward.Passages;

namespace Inward.Tests.Passages;

public class KnownPassingsTests
{
    private static readonly string[] January = ["case,activity,time,deadline,case_enddate", "A,asked,2026-01-01,2026-01-05,", "A,asked,2026-01-01,2026-01-05,", "A,seen,2026-01-02,2026-01-05,"];

    [Fact]
    public void The_same_file_again_adds_nothing() =>
        new KnownPassings(Log.Of(January).Told("A")).NewOf(Log.Of(January).Told("A")).ShouldBeEmpty();

    [Fact]
    public void A_file_that_overlaps_adds_what_is_new_and_the_day_on_which_the_promise_was_kept()
    {
        var known = Log.Of(January).Told("A");
        var later = Log.Of("case,activity,time,deadline,case_enddate", "A,asked,2026-01-01,2026-01-07,2026-01-06", "A,seen,2026-01-02,2026-01-07,2026-01-06", "A,sent,2026-01-06,2026-01-07,2026-01-06");
        // The later file numbers its stages in the same order, as a log that is kept does.
        var added = new KnownPassings(known).NewOf(later.Told("A"));
        added.Select(passing => passing.Stage).ShouldBe([0, 3]);
        var one = new OneCase();
        one.Fill([.. known, .. added]).ShouldBeTrue();
        one.Passings.Select(passing => passing.Stage).ShouldBe([1, 1, 2, 3]);
        // The first promise was the fifth, whatever the later file says.
        (one.OnTime, one.Ended).ShouldBe((false, later["A"].Ended));
        new KnownPassings([.. known, .. added]).NewOf(later.Told("A")).ShouldBeEmpty();
    }

    [Fact]
    public void One_that_stands_twice_here_and_once_there_is_added_once()
    {
        var known = Log.Of("case,activity,time", "A,rang,2026-01-01").Told("A");
        new KnownPassings(known).NewOf(Log.Of("case,activity,time", "A,rang,2026-01-01", "A,rang,2026-01-01").Told("A")).Count.ShouldBe(1);
    }

    [Fact]
    public void Words_about_a_case_without_a_passing_are_no_case() =>
        new OneCase().Fill([new Passing(0, 5, 5) { Kept = 5 }]).ShouldBeFalse();
}

using Inward.Asks.Wording;

namespace Inward.Tests.Asks.Wording;

/// <summary>The coach against people's own labels. The floor of each figure is a promise; the figures themselves are printed.</summary>
public class CorporaTests(ITestOutputHelper output)
{
    [Fact]
    public void It_finds_the_asks_in_mails_better_than_the_floor()
    {
        var sentences = Corpora.EmailIntent();
        Assert.SkipWhen(sentences is null, "asks-email-intent is not on this machine (INWARD_DATA or ../shared/data).");
        F1("held out", sentences!.Where(one => one.IsHeldOut)).ShouldBeGreaterThan(0.75);
        F1("whole", sentences!).ShouldBeGreaterThan(0.78);
    }

    [Fact]
    public void Its_tone_ranks_requests_as_people_do()
    {
        var requests = Corpora.Politeness();
        Assert.SkipWhen(requests is null, "asks-politeness is not on this machine (INWARD_DATA or ../shared/data).");
        Ranks("held out", requests!.Where(one => one.IsHeldOut)).ShouldBeGreaterThan(0.55);
        Ranks("whole", requests!).ShouldBeGreaterThan(0.60);
    }

    [Fact]
    public void F1_is_nought_for_a_reader_that_always_errs_and_one_for_one_that_never_does()
    {
        Agreement.Of([(true, false), (false, true)]).F1.ShouldBe(0);
        Agreement.Of([(true, true), (false, false)]).F1.ShouldBe(1);
        // Two found, one of them rightly; one missed: precision and recall are both a half.
        Agreement.Of([(true, true), (true, false), (false, true)]).ShouldBe((0.5, 0.5, 0.5));
    }

    [Fact]
    public void Rank_correlation_sees_order_only()
    {
        Agreement.Ranks([(1, 10), (2, 1000), (3, 100_000)]).ShouldBe(1, 1e-9);
        Agreement.Ranks([(3, 10), (2, 1000), (1, 100_000)]).ShouldBe(-1, 1e-9);
        Agreement.Ranks([(1, 1), (1, 2), (2, 3)]).ShouldBe(Math.Sqrt(0.75), 1e-9);
    }

    private double F1(string part, IEnumerable<Labelled> sentences)
    {
        var read = sentences.Select(one => (WordingCoach.IsThereAnAsk(one.Text).IsAsk, one.Label > 0.5)).ToList();
        var (f1, precision, recall) = Agreement.Of(read);
        output.WriteLine($"asks-email-intent, {part}, n = {read.Count}: F1 {f1:F3}, precision {precision:F3}, recall {recall:F3}");
        return f1;
    }

    private double Ranks(string part, IEnumerable<Labelled> requests)
    {
        var read = requests.Select(one => (WordingCoach.Tone(one.Text).Score, one.Label)).ToList();
        var correlation = Agreement.Ranks(read);
        output.WriteLine($"asks-politeness, {part}, n = {read.Count}: rank correlation {correlation:F3}");
        return correlation;
    }
}

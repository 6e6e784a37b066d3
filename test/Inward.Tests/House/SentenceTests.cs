using System.Text.Json;
using Inward.House;

namespace Inward.Tests.House;

public sealed class SentenceTests
{
    [Fact]
    public void A_day_in_a_sentence_is_written_as_everywhere_on_the_console() =>
        new Sentence("{0} ends on {1}.", "Ann", new DateOnly(2026, 11, 5)).ToString().ShouldBe("Ann ends on 2026-11-05.");

    [Fact]
    public void A_sentence_that_was_kept_can_still_be_said_in_any_language()
    {
        var said = new Sentence("{0} ends on {1}.", new Sentence("{0} of {1}", 3, "crates"), new DateOnly(2026, 11, 5));
        var read = JsonSerializer.Deserialize<Sentence>(JsonSerializer.Serialize(said))!;
        read.Template.ShouldBe(said.Template);
        read.Gaps[1].ShouldBe(new DateOnly(2026, 11, 5));
        read.Gaps[0].ShouldBeOfType<Sentence>().ToString().ShouldBe("3 of crates");
    }
}

using Inward.House;
using Inward.Notes;

namespace Inward.Tests.Notes;

public class NoteTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Id Osterfenn = Id.New(Monday), Marta = Id.New(Monday), Wanda = Id.New(Monday), Piotr = Id.New(Monday);
    private readonly Note note = new(Osterfenn, Id.New(Monday), Marta, Wanda, "Coffee first.", Monday, 30);
    private readonly NoteRequest request = new(Osterfenn, Id.New(Monday), Wanda, Monday.AddDays(1));

    [Fact]
    public void A_note_is_about_a_colleague_who_is_here_and_says_something()
    {
        (note with { Text = " Coffee first.\n" }).Checked(subjectHasLeft: false).Text.ShouldBe("Coffee first.");
        Wrong(() => (note with { About = Marta }).Checked(false)).ShouldBe(["about"]);
        Wrong(() => note.Checked(subjectHasLeft: true)).ShouldBe(["about"]);
        Wrong(() => (note with { Text = " " }).Checked(false)).ShouldBe(["text"]);
        Wrong(() => (note with { Text = new string('a', 4_001) }).Checked(false)).ShouldBe(["text"]);
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(90, true)]
    [InlineData(180, true)]
    [InlineData(365, true)]
    [InlineData(366, false)]
    [InlineData(0, false)]
    [InlineData(-30, false)]
    public void Its_author_chooses_a_shorter_time_and_never_a_longer_one(int days, bool may)
    {
        if (may)
            (note with { Days = days }).Checked(false).EndsAt.ShouldBe(Monday.AddDays(days));
        else
            Wrong(() => (note with { Days = days }).Checked(false)).ShouldBe(["days"]);
    }

    [Fact]
    public void A_change_does_not_make_it_younger()
    {
        var changed = note.Changed("Tea first.", 90, Monday.AddDays(20));
        (changed.Text, changed.EndsAt, changed.Version).ShouldBe(("Tea first.", Monday.AddDays(90), 2));
        Wrong(() => (note with { Days = 365 }).Changed("Tea first.", 30, Monday.AddDays(40))).ShouldBe(["days"]);
    }

    [Fact]
    public void It_is_released_only_to_whom_asked_for_it_and_then_stays_as_it_was_read()
    {
        Why(() => note.Released(null, Monday)).ShouldBe(Broken.NotNow);
        var released = note.Released(request, Monday.AddDays(2));
        released.ReleasedAt.ShouldBe(Monday.AddDays(2));
        Why(() => released.Released(request, Monday.AddDays(3))).ShouldBe(Broken.NotNow);
        Why(() => released.Changed("Something milder", 30, Monday.AddDays(3))).ShouldBe(Broken.NotNow);
    }

    [Fact]
    public void A_request_covers_what_was_written_about_its_subject_before_it()
    {
        request.Covers(note).ShouldBeTrue();
        request.Covers(note with { Text = "Changed meanwhile" }).ShouldBeTrue();
        request.Covers(note with { At = Monday.AddDays(1).AddMilliseconds(1) }).ShouldBeFalse();
        request.Covers(note with { About = Piotr }).ShouldBeFalse();
        request.Covers(note with { ReleasedAt = Monday.AddDays(1) }).ShouldBeFalse();
        (request with { ClosedAt = Monday.AddDays(15) }).Covers(note).ShouldBeFalse();
    }

    [Fact]
    public void There_is_one_request_at_a_time_and_it_closes_on_its_last_day_not_before()
    {
        NoteRequest.Of(Osterfenn, Id.New(Monday), Wanda, null, Monday).EndsAt.ShouldBe(Monday.AddDays(14));
        Why(() => NoteRequest.Of(Osterfenn, Id.New(Monday), Wanda, request, Monday)).ShouldBe(Broken.NotNow);
        Why(() => request.Closed(request.EndsAt.AddMilliseconds(-1))).ShouldBe(Broken.NotNow);
        request.Closed(request.EndsAt).IsOpen.ShouldBeFalse();
    }

    private static IEnumerable<string> Wrong(Func<object> act) => Should.Throw<BrokenRule>(() => act()).Fields.Select(f => f.Name);

    private static Broken Why(Func<object> act) => Should.Throw<BrokenRule>(() => act()).Why;
}

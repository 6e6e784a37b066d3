using Inward.House;
using Inward.People;

namespace Inward.Tests.People;

public class MergingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Id Company = Id.New(Now);
    private static readonly MergingFacts Nothing = new(true, false, false, []);

    private readonly Person wanda = new(Company, Id.New(Now), "Wanda Lorenz") { Email = "wanda@osterfenn.example", Title = "Warehouse lead" };
    private readonly Person twin = new(Company, Id.New(Now), "W. Lorenz") { Email = "w@old.example", ExternalKey = "H7", Zone = "Europe/Berlin" };

    [Fact]
    public void Who_stays_keeps_every_value_and_gets_what_was_empty()
    {
        var merged = new Merging(wanda, twin).Checked(Nothing, Today).Merged;
        (merged.Name, merged.Email, merged.Title, merged.ExternalKey, merged.Zone).ShouldBe(("Wanda Lorenz", "wanda@osterfenn.example", "Warehouse lead", "H7", "Europe/Berlin"));
        var left = new Merging(wanda, twin).Left(Today);
        (left.Email, left.ExternalKey, left.MergedInto, left.HasLeft(Today)).ShouldBe(("w@old.example", null, wanda.Id, true));
    }

    [Fact]
    public void What_was_chosen_of_the_one_that_goes_stays_and_an_empty_value_is_never_taken()
    {
        var merged = new Merging(wanda, twin with { Title = "Forklift" }) { Taken = new(["name", "title", "zone", "bestTime"]) }.Checked(Nothing, Today).Merged;
        (merged.Name, merged.Title, merged.Zone, merged.Email).ShouldBe(("W. Lorenz", "Forklift", "Europe/Berlin", "wanda@osterfenn.example"));
        new Merging(wanda, twin) { Taken = new(["title"]) }.Merged.Title.ShouldBe("Warehouse lead");
        var (size, shift) = (Id.New(Now), Id.New(Now));
        var both = new Merging(wanda with { Fields = FieldValues.None.With(size, "M").With(shift, "early") }, twin with { Fields = FieldValues.None.With(size, "S").With(shift, "late") });
        var fields = (both with { Taken = new([shift.ToString()]) }).Checked(Nothing, Today).Merged.Fields;
        (fields[size], fields[shift]).ShouldBe(("M", "late"));
        Should.Throw<BrokenRule>(() => (both with { Taken = new(["email"]) }).Checked(Nothing, Today)).Fields.Single().Name.ShouldBe("take");
    }

    [Fact]
    public void No_right_and_no_wish_moves()
    {
        var merged = new Merging(wanda, twin with { SharesWork = true, LeftOn = new DateOnly(2020, 1, 1) }).Checked(Nothing, Today).Merged;
        (merged.Administrator, merged.SharesWork, merged.LeftOn).ShouldBe((false, false, null));
        Refused(wanda, twin with { Administrator = true }, Nothing).Why.ShouldBe(Broken.NotNow);
        Refused(wanda, twin, Nothing with { GoneSignsIn = true }).Sentence.Template.ShouldStartWith("Both");
        Refused(wanda, twin, Nothing with { GoneSignsIn = true, KeptSignsIn = false }).Sentence.Template.ShouldEndWith("Keep {0}.");
    }

    [Fact]
    public void Two_people_are_not_one()
    {
        Refused(wanda, wanda, Nothing).Why.ShouldBe(Broken.Invalid);
        Refused(wanda, twin, Nothing with { HaveToDoWithEachOther = true }).Why.ShouldBe(Broken.NotNow);
        Refused(wanda, twin, Nothing with { AboveKept = [twin.Id, wanda.Id] }).Why.ShouldBe(Broken.NotNow);
        Refused(wanda with { LeftOn = Today }, twin, Nothing).Sentence.ToString().ShouldContain("Keep W. Lorenz");
    }

    [Fact]
    public void Nobody_reports_to_themself_or_stands_in_for_themself_afterwards()
    {
        new Merging(wanda with { Manager = twin.Id }, twin with { Manager = wanda.Id }).Manager.ShouldBeNull();
        new Merging(wanda, twin with { Manager = Company }).Manager.ShouldBe(Company);
        var away = new Merging(wanda with { Absences = [new(Today, Today.AddDays(3), twin.Id)] }, twin with { Absences = [new(Today.AddDays(2), Today.AddDays(4), null), new(Today.AddDays(9), Today.AddDays(9), wanda.Id)] }).Merged.Absences;
        away.ShouldBe([new(Today, Today.AddDays(3), null), new(Today.AddDays(9), Today.AddDays(9), null)]);
    }

    [Fact]
    public void A_stay_in_the_same_team_at_the_same_time_stays_behind()
    {
        Membership Stay(DateOnly? from, DateOnly? to) => new(Company, Id.New(Now), wanda.Id, Company, from, to, false);
        Merging.StaysBehind(Stay(null, null), [Stay(Today, Today)]).ShouldBeTrue();
        Merging.StaysBehind(Stay(null, Today.AddDays(-1)), [Stay(Today, null)]).ShouldBeFalse();
    }

    [Fact]
    public void Parted_again_what_was_changed_since_stays()
    {
        var merged = new Merging(wanda, twin).Merged;
        var parted = Merging.Parted(merged with { Title = "Head of logistics", Version = 9 }, wanda, merged);
        (parted.Title, parted.ExternalKey, parted.Zone, parted.Version).ShouldBe(("Head of logistics", null, null, 10));
        Should.Throw<BrokenRule>(() => new Merge(Company, Company, wanda.Id, twin.Id, null, Now, null).CheckParting(Now.AddDays(30)));
        new Merge(Company, Company, wanda.Id, twin.Id, null, Now, null).CheckParting(Now.AddDays(30).AddSeconds(-1));
    }

    private static BrokenRule Refused(Person kept, Person gone, MergingFacts facts) => Should.Throw<BrokenRule>(() => new Merging(kept, gone).Checked(facts, Today));
}

using Inward.House;
using Inward.People;

namespace Inward.Tests.People;

public class TellingTests
{
    private static readonly Id Osterfenn = Id.New(DateTimeOffset.UnixEpoch);
    private static readonly Id Priya = Id.New(DateTimeOffset.UnixEpoch);
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private readonly Person wanda = new(Osterfenn, Id.New(DateTimeOffset.UnixEpoch), "Wanda Lorenz") { Title = "Warehouse lead", Email = "wanda@osterfenn.example" };

    public static TheoryData<string> SignInFields => ["email", "userName", "key", "manager"];

    [Theory]
    [MemberData(nameof(SignInFields))]
    public void How_somebody_signs_in_and_whom_they_report_to_is_told_by_administrators(string field)
    {
        var told = field switch
        {
            "email" => wanda with { Email = "w@osterfenn.example" },
            "userName" => wanda with { UserName = "wanda" },
            "key" => wanda with { ExternalKey = "4711" },
            _ => wanda with { Manager = Priya },
        };
        Should.Throw<BrokenRule>(() => wanda.Retold(told, by: wanda.Id, administrator: false)).Why.ShouldBe(Broken.NotYours);
        wanda.Retold(told, by: Priya, administrator: true).ShouldBe(told with { Version = 2 });
    }

    [Fact]
    public void A_name_and_a_title_are_told_by_the_person_or_an_administrator_and_nobody_else()
    {
        var told = wanda with { Title = "Head of warehouse" };
        wanda.Retold(told, by: wanda.Id, administrator: false).Title.ShouldBe("Head of warehouse");
        wanda.Retold(told, by: Priya, administrator: true).Title.ShouldBe("Head of warehouse");
        Should.Throw<BrokenRule>(() => wanda.Retold(told, by: Priya, administrator: false)).Sentence.ToString().ShouldBe("Only Wanda Lorenz or an administrator changes this.");
    }

    [Fact]
    public void Wishes_are_the_persons_alone()
    {
        var told = wanda with { SharesWork = true };
        wanda.Retold(told, by: wanda.Id, administrator: false).SharesWork.ShouldBeTrue();
        Should.Throw<BrokenRule>(() => wanda.Retold(told, by: Priya, administrator: true)).Sentence.ToString().ShouldBe("Only Wanda Lorenz decides this.");
    }

    [Fact]
    public void Nobody_slips_own_words_absences_or_office_in_beside_a_title()
    {
        var slipped = wanda with { Title = "Lead", Administrator = true, LeftOn = Monday, OwnWords = new OwnWords(new Answer("I idle.", Monday), null, null, null, null, null), Absences = [new(Monday, Monday, null)] };
        wanda.Retold(slipped, by: Priya, administrator: true).ShouldBe(wanda with { Title = "Lead", Version = 2 });
    }

    [Fact]
    public void Only_the_person_writes_their_own_words()
    {
        var said = wanda.Says(new WordsTold("I send out what leaves the house."), by: wanda.Id, Monday);
        said.OwnWords.DoAndWhy.ShouldBe(new Answer("I send out what leaves the house.", Monday));
        Should.Throw<BrokenRule>(() => wanda.Says(new WordsTold("Ask her anything."), by: Priya, Monday)).Why.ShouldBe(Broken.NotYours);
    }

    [Fact]
    public void An_answer_keeps_its_day_until_it_changes_and_an_empty_one_goes()
    {
        var said = wanda.Says(new WordsTold(DoAndWhy: "I send.", HowToReach: "Gate two."), wanda.Id, Monday);
        var later = said.Says(new WordsTold(DoAndWhy: "I send.", HowToReach: " ", BestTime: "Before ten."), wanda.Id, Monday.AddDays(7));
        later.OwnWords.ShouldBe(new OwnWords(new Answer("I send.", Monday), null, null, null, null, new Answer("Before ten.", Monday.AddDays(7))));
    }

    [Fact]
    public void Every_answer_that_is_too_long_is_named() =>
        Should.Throw<BrokenRule>(() => wanda.Says(new WordsTold(DoAndWhy: new string('x', 2001), Strengths: "half \ud83d"), wanda.Id, Monday))
            .Fields.Select(f => f.Name).ShouldBe(["doAndWhy", "strengths"]);

    [Fact]
    public void Nobody_reports_in_a_circle()
    {
        var helen = new Person(Osterfenn, Id.New(DateTimeOffset.UnixEpoch), "Helen Marwick") { Manager = wanda.Id };
        var refused = Should.Throw<BrokenRule>(() => wanda.ReportsTo(helen, above: [wanda.Id]));
        refused.Sentence.ToString().ShouldStartWith("Helen Marwick already reports to Wanda Lorenz");
        wanda.ReportsTo(helen, above: []).Manager.ShouldBe(helen.Id);
        wanda.ReportsTo(null, above: []).Manager.ShouldBeNull();
    }
}

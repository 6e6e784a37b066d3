using Inward.House;
using Inward.People;

namespace Inward.Tests.People;

public class PersonTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly Id Workspace = Id.New(DateTimeOffset.UnixEpoch);
    private static readonly Person Wanda = new(Workspace, Id.New(DateTimeOffset.UnixEpoch), "Wanda Nowak");
    private static readonly Person Per = new(Workspace, Id.New(DateTimeOffset.UnixEpoch), "Per Lund");

    [Fact]
    public void A_person_is_trimmed_and_blank_is_nothing() =>
        (Wanda with { Name = " Wanda Nowak ", Email = " ", UserName = "", Title = " Lead ", ExternalKey = " 7 " }).Checked()
            .ShouldBe(Wanda with { Title = "Lead", ExternalKey = "7" });

    [Fact]
    public void Everything_wrong_is_said_at_once() =>
        Should.Throw<BrokenRule>(() => (Wanda with
        {
            Name = " ",
            Title = new string('x', 201),
            Email = "@",
            UserName = new string('u', 101),
            ExternalKey = "a\0b",
            Zone = "Europe/Atlantis",
            Manager = Wanda.Id,
        }).Checked()).Fields.Select(field => field.Name).ShouldBe(["name", "title", "key", "userName", "email", "zone", "manager"]);

    [Fact]
    public void A_deputy_is_somebody_else_who_is_there()
    {
        var absence = new Absence(Today, Today.AddDays(7), Per.Id);
        Wanda.Away(absence, Today, Per).AbsentOn(Today.AddDays(7)).ShouldBe(absence);
        Should.Throw<BrokenRule>(() => Wanda.Away(absence with { Deputy = Wanda.Id }, Today)).Message.ShouldBe("A deputy is somebody else.");
        Should.Throw<BrokenRule>(() => Wanda.Away(absence, Today, Per with { LeftOn = Today.AddDays(3) })).Message.ShouldStartWith("Per Lund leaves before that ends.");
        Should.Throw<BrokenRule>(() => Wanda.Away(absence, Today, Per with { Absences = [new(Today.AddDays(7), Today.AddDays(9), null)] }))
            .Message.ShouldStartWith("Per Lund is away then too");
        Wanda.Away(absence, Today, Per with { Absences = [new(Today.AddDays(8), Today.AddDays(9), null)], LeftOn = Today.AddDays(8) });
    }

    [Fact]
    public void An_absence_ends_after_it_begins_and_not_before_today()
    {
        Should.Throw<BrokenRule>(() => Wanda.Away(new(Today, Today.AddDays(-1), null), Today)).Fields[0].Name.ShouldBe("to");
        Should.Throw<BrokenRule>(() => Wanda.Away(new(Today.AddDays(-3), Today.AddDays(-1), null), Today)).Fields[0].Name.ShouldBe("to");
        Wanda.Away(new(Today.AddDays(-3), Today, null), Today).AbsentOn(Today).ShouldNotBeNull();
    }

    [Fact]
    public void A_membership_covers_both_its_days_and_is_told_in_order()
    {
        var stay = new Membership(Workspace, Wanda.Id, Wanda.Id, Workspace, Today, Today.AddDays(1), Lead: false);
        Enumerable.Range(-1, 4).Select(days => stay.Covers(Today.AddDays(days))).ShouldBe([false, true, true, false]);
        Should.Throw<BrokenRule>(() => (stay with { To = Today.AddDays(-1) }).Checked()).Fields[0].Name.ShouldBe("to");
        (stay with { To = null }).Checked().Covers(DateOnly.MaxValue).ShouldBeTrue();
    }
}

using Inward.House;
using Inward.Recorded;

namespace Inward.Tests.Recorded;

public class DisputeTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Id Marta = Id.New(Monday), Wanda = Id.New(Monday);
    private readonly Dispute dispute = new(Id.New(Monday), Id.New(Monday), Wanda, 1, " I never said so. ", Monday);

    [Fact]
    public void Whom_an_entry_names_disputes_what_somebody_else_wrote()
    {
        dispute.Checked(Marta, isNamed: true).Text.ShouldBe("I never said so.");
        Should.Throw<BrokenRule>(() => dispute.Checked(Wanda, isNamed: true)).Why.ShouldBe(Broken.NotYours);
        Should.Throw<BrokenRule>(() => dispute.Checked(Marta, isNamed: false)).Why.ShouldBe(Broken.NotYours);
        Should.Throw<BrokenRule>(() => (dispute with { Text = " " }).Checked(Marta, true)).Fields.Single().Name.ShouldBe("text");
        Should.Throw<BrokenRule>(() => (dispute with { Text = new string('a', 2_001) }).Checked(Marta, true)).Fields.Single().Name.ShouldBe("text");
    }
}

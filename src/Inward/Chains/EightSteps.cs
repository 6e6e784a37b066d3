namespace Inward.Chains;

/// <summary>What a company's first chain begins with. Readers see these names in their own language; what a company types stays as it is.</summary>
public static class EightSteps
{
    public const string Name = "After the sale";

    private const string Payment = "Payment", Banking = "Banking", Manufacture = "Manufacture", Pick = "Pick", Pack = "Pack", Ship = "Ship", Install = "Install", Teach = "Teach";
    private const string NeedsInstalling = "Does it need to be installed?", NeedsTeaching = "Does somebody need to learn it?";

    /// <summary>Money and goods run side by side and meet at the door; installing and teaching are decided sale by sale.</summary>
    public static readonly IReadOnlyList<StepTold> All =
    [
        new(Payment, Days: 5),
        new(Banking, Days: 1, After: [Payment]),
        new(Manufacture, Days: 10),
        new(Pick, Days: 1, After: [Manufacture]),
        new(Pack, Days: 1, After: [Pick]),
        new(Ship, Days: 3, After: [Banking, Pack]),
        new(Install, Days: 2, After: [Ship], Question: NeedsInstalling),
        new(Teach, Days: 1, After: [Install], Question: NeedsTeaching),
    ];

    /// <summary>A name or a question that came with it.</summary>
    public static bool IsItsOwn(string words) => words is Name or NeedsInstalling or NeedsTeaching || All.Any(step => step.Name == words);
}

namespace Inward.Journeys;

/// <summary>What a journey begins with when nobody says otherwise.</summary>
public static class JourneyTemplate
{
    public const string Name = "Customer journey";

    /// <summary>Ten stages in the order in which a customer lives through them. Readers see these names in their own language; what a company types stays as it is.</summary>
    public static readonly IReadOnlyList<string> Stages =
    [
        "Search for information",
        "First contact",
        "First visit",
        "Selection and negotiation",
        "Purchase",
        "Order management and delivery",
        "After-sales",
        "Payment",
        "Complaints",
        "Additional purchases",
    ];

    public static bool IsItsOwn(string name) => name == Name || Stages.Contains(name);
}

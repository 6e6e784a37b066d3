namespace Inward.Customers;

/// <summary>The ten stages that a new workspace begins with, in the order in which a customer lives through them.</summary>
public static class Stages
{
    public static readonly IReadOnlyList<string> First =
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

    /// <summary>Where a stage stands among the ten, from 0; null for a company's own word.</summary>
    public static int? Place(string? stage)
    {
        for (var i = 0; i < First.Count; i++)
        {
            if (string.Equals(First[i], stage, StringComparison.OrdinalIgnoreCase))
                return i;
        }
        return null;
    }
}

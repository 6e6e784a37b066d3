using Inward.Customers;
using Inward.House;

namespace Inward.AfterSales;

/// <summary>A customer came back: this sale follows an earlier one. Which asks made them come back is told beside it.</summary>
/// <param name="Id">That of the later sale.</param>
/// <param name="After">The earlier sale.</param>
public sealed record RepeatPurchase(Id Workspace, Id Id, Id After, Id ToldBy, DateTimeOffset ToldAt)
{
    public int Version { get; init; } = 1;

    /// <param name="before">What each sale of this customer follows, as far as it is told.</param>
    public static RepeatPurchase Told(Sale later, Sale? earlier, IReadOnlyDictionary<Id, Id> before, Id by, DateTimeOffset now)
    {
        if (earlier is null || earlier.Customer != later.Customer)
            throw Rule.Invalid("after", "Say after which sale with this customer they came back.");
        if (earlier.Id == later.Id)
            throw Rule.Invalid("after", "A sale does not follow itself.");
        if (earlier.Outcome == Outcome.Lost)
            throw Rule.Invalid("after", new Sentence("“{0}” was lost: nobody comes back to what they did not buy.", earlier.Name));
        if (later.OpenedOn < earlier.OpenedOn)
            throw Rule.Invalid("after", new Sentence("“{0}” was opened later than this sale.", earlier.Name));
        for (Id? at = earlier.Id; at is { } sale; at = before.TryGetValue(sale, out var next) ? next : null)
        {
            if (sale == later.Id)
                throw Rule.Invalid("after", new Sentence("“{0}” follows this sale already.", earlier.Name));
        }
        return new RepeatPurchase(later.Workspace, later.Id, earlier.Id, by, now);
    }
}

namespace Inward.Journeys;

/// <summary>A stage in the picture of value against control.</summary>
/// <param name="Place">From 1, in its journey.</param>
/// <param name="Value">The mean of its value to the customer and to us, 0 to 5.</param>
/// <param name="Slot">0 in the middle of its column, 1 and −1 beside it, 2 and −2 at its edges.</param>
public sealed record MatrixPoint(Stage Stage, int Place, Control Control, decimal Value, int Slot);

/// <summary>Stages by their worth and in whose hands they lie; those of which either is not said are not in it.</summary>
public static class Matrix
{
    /// <summary>Nearer than this in one slot, two would lie on one another.</summary>
    private const decimal Near = 0.75m;

    private static readonly int[] Slots = [0, 1, -1, 2, -2];

    public static IReadOnlyList<MatrixPoint> Of(Journey journey)
    {
        var points = new List<MatrixPoint>();
        foreach (var (stage, at) in journey.Stages.Select((stage, at) => (stage, at)))
        {
            if (stage is not { Control: { } control, CustomerValue: { } theirs, OurValue: { } ours })
                continue;
            var value = (theirs + ours) / 2;
            // In a column that is full they do lie on one another; the table names each.
            var slot = Slots.FirstOrDefault(slot => !points.Exists(point => point.Control == control && point.Slot == slot && Math.Abs(point.Value - value) < Near));
            points.Add(new MatrixPoint(stage, at + 1, control, value, slot));
        }
        return points;
    }
}

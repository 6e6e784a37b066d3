namespace Inward.Journeys;

/// <summary>A stage in the picture of value against control.</summary>
/// <param name="Place">From 1, in its journey.</param>
/// <param name="Value">The mean of its value to the customer and to us, 0 to 5.</param>
/// <param name="Beside">Which it is, from 0, of those that would lie on one another in its column; there are <paramref name="Of"/>.</param>
public sealed record MatrixPoint(Stage Stage, int Place, Control Control, decimal Value, int Beside, int Of);

/// <summary>Stages by their worth and in whose hands they lie; those of which either is not said are not in it.</summary>
public static class Matrix
{
    /// <summary>Nearer than this, two would lie on one another.</summary>
    private const decimal Near = 0.5m;

    public static IReadOnlyList<MatrixPoint> Of(Journey journey)
    {
        var points = new List<MatrixPoint>();
        foreach (var column in journey.Stages.Select((stage, at) => (stage, place: at + 1)).Where(one => one.stage is { Control: not null, CustomerValue: not null, OurValue: not null }).GroupBy(one => one.stage.Control!.Value))
        {
            var heap = new List<(Stage Stage, int Place, decimal Value)>();
            foreach (var one in column.Select(one => (one.stage, one.place, Value: (one.stage.CustomerValue!.Value + one.stage.OurValue!.Value) / 2)).OrderByDescending(one => one.Value).ThenBy(one => one.place))
            {
                if (heap.Count > 0 && heap[0].Value - one.Value >= Near)
                    Lay(heap, column.Key);
                heap.Add(one);
            }
            Lay(heap, column.Key);
        }
        return [.. points.OrderBy(point => point.Place)];

        void Lay(List<(Stage Stage, int Place, decimal Value)> heap, Control control)
        {
            points.AddRange(heap.OrderBy(one => one.Place).Select((one, beside) => new MatrixPoint(one.Stage, one.Place, control, one.Value, beside, heap.Count)));
            heap.Clear();
        }
    }
}

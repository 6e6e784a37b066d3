using Inward.House;

namespace Inward.Customers;

public enum Outcome
{
    Open,
    Won,
    Lost,
}

/// <summary>A deal or an order with a customer, on its way through the journey.</summary>
public sealed record Sale(Id Workspace, Id Id, Id Customer, string Name)
{
    public Id? Owner { get; init; }

    /// <summary>In the workspace's currency, never negative; null when nobody said.</summary>
    public decimal? Value { get; init; }

    public string? Stage { get; init; }
    public Outcome Outcome { get; init; }
    public DateOnly? OpenedOn { get; init; }

    /// <summary>The day the customer was promised.</summary>
    public DateOnly? PromisedOn { get; init; }

    public DateOnly? ClosedOn { get; init; }
    public string? ExternalKey { get; init; }
    public int Version { get; init; } = 1;

    /// <summary>Closed after the day that was promised.</summary>
    public bool IsLate => PromisedOn is { } promised && ClosedOn is { } closed && closed > promised;

    public Sale Checked()
    {
        var wrong = new List<Wrong>();
        var named = this with { Name = Name.Trim(), Stage = string.IsNullOrWhiteSpace(Stage) ? null : Stage.Trim() };
        Text.Check(wrong, "name", named.Name, 200, required: "A sale needs a name.");
        Text.Check(wrong, "stage", named.Stage, 200);
        if (Value is < 0 or > 1_000_000_000_000m)
            wrong.Add(new Wrong("value", "A value is between 0 and 1,000,000,000,000."));
        if (ClosedOn < OpenedOn)
            wrong.Add(new Wrong("closedOn", "A sale does not close before it opens."));
        return wrong.Count == 0 ? named : throw Rule.Invalid(wrong);
    }
}

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

    /// <summary>The journey it follows where somebody chose one; null leaves it to the name of its stage.</summary>
    public Id? Journey { get; init; }

    /// <summary>Where it stands, by the name of a stage or a word of another system's.</summary>
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

    /// <summary>Still open though the promised day has passed.</summary>
    public bool IsOverdue(DateOnly today) => ClosedOn is null && Outcome == Outcome.Open && PromisedOn < today;

    /// <summary>
    /// The sale as somebody tells it now. Everybody may keep it up to date; whoever owns it hands it over, an administrator
    /// may, and anyone while nobody owns it.
    /// </summary>
    public Sale Retold(Sale told, Id by, bool administrator)
    {
        if (told.Owner != Owner && Owner is { } owner && owner != by && !administrator)
            throw Rule.NotYours("Only the owner of a sale or an administrator hands it over.");
        return (told with { Workspace = Workspace, Id = Id, ExternalKey = ExternalKey, Version = Version + 1 }).Settled();
    }

    /// <summary>A sale told today: an open one has no closing day. What an import tells is history and only <see cref="Checked"/>.</summary>
    public Sale Settled() => Outcome == Outcome.Open && ClosedOn is not null
        ? throw Rule.Invalid("closedOn", "An open sale has no closing day. Say whether it was won or lost.")
        : Checked();

    public Sale Checked()
    {
        var wrong = new List<Wrong>();
        var named = this with { Name = Name.Trim(), Stage = string.IsNullOrWhiteSpace(Stage) ? null : Stage.Trim() };
        if (Customer == default)
            wrong.Add(new Wrong("customer", "Say which customer it is with."));
        Text.Check(wrong, "name", named.Name, 200, required: "A sale needs a name.");
        Text.Check(wrong, "stage", named.Stage, 200);
        if (Value is < 0 or > 1_000_000_000_000m)
            wrong.Add(new Wrong("value", "A value is between 0 and 1,000,000,000,000."));
        if (ClosedOn < OpenedOn)
            wrong.Add(new Wrong("closedOn", "A sale does not close before it opens."));
        return wrong.Count == 0 ? named : throw Rule.Invalid(wrong);
    }
}

using Inward.House;

namespace Inward.Customers;

/// <summary>The customer's own words, kept word for word. An edit is a new version beside the old ones.</summary>
public sealed record Verbatim(Id Workspace, Id Id, Id Customer, string Words, DateOnly SaidOn)
{
    public string? SaidBy { get; init; }
    public string? Stage { get; init; }
    public Id? Sale { get; init; }
    public Id? KeptBy { get; init; }
    public int Version { get; init; } = 1;

    /// <summary>The words as they stand after an edit; the version before stays beside it. Null when nothing changed.</summary>
    public Verbatim? Corrected(Verbatim told, DateOnly today)
    {
        var next = told with { Workspace = Workspace, Id = Id, KeptBy = KeptBy, Version = Version };
        return next == this ? null : (next with { Version = Version + 1 }).Checked(today);
    }

    /// <summary>Said about a sale with this customer, not with another.</summary>
    public Verbatim About(Sale? sale) => Sale is null || sale?.Customer == Customer
        ? this
        : throw Rule.Invalid("sale", "This sale is not with this customer.");

    /// <param name="today">In the zone of whoever writes: nobody has said anything tomorrow.</param>
    public Verbatim Checked(DateOnly today)
    {
        var wrong = new List<Wrong>();
        if (Customer == default)
            wrong.Add(new Wrong("customer", "Say which customer said it."));
        Text.Check(wrong, "words", Words, required: "Write down what the customer said, in their words.");
        Text.Check(wrong, "saidBy", SaidBy, 200);
        Text.Check(wrong, "stage", Stage, 200);
        if (SaidOn == default)
            wrong.Add(new Wrong("saidOn", "Say on which day it was said."));
        if (SaidOn > today)
            wrong.Add(new Wrong("saidOn", new Sentence("{0} has not come yet.", SaidOn)));
        return wrong.Count == 0 ? this : throw Rule.Invalid(wrong);
    }
}

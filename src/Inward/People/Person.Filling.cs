using Inward.House;

namespace Inward.People;

/// <summary>What the company's own fields say of a person.</summary>
public sealed partial record Person
{
    public FieldValues Fields { get; init; } = FieldValues.None;

    /// <param name="fields">All of the company's.</param>
    /// <param name="told">By the id of the field, or its name: what is named changes, null empties it, what is not named stays.</param>
    public Person Filled(IReadOnlyCollection<CompanyField> fields, IReadOnlyDictionary<string, string?> told, Id by, bool administrator) =>
        this with { Fields = Fields.Filled(fields.Where(field => field.About == FieldAbout.Person), told, field => field.CheckWriter(by == Id, Name, administrator)) };
}

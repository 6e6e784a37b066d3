using Inward.House;

namespace Inward.People;

/// <summary>What the company's own fields say of a person.</summary>
public sealed partial record Person
{
    public FieldValues Fields { get; init; } = FieldValues.None;

    /// <summary>Fills fields in: what is named changes, null empties it, what is not named stays. Whoever may not write a field may send it as it is.</summary>
    /// <param name="fields">All of the company's.</param>
    /// <param name="told">By the id of the field, or its name.</param>
    public Person Filled(IReadOnlyCollection<PersonField> fields, IReadOnlyDictionary<string, string?> told, Id by, bool administrator)
    {
        var (values, wrong) = (Fields, new List<Wrong>());
        foreach (var (called, typed) in told)
        {
            if (PersonField.Called(fields, called) is not { } field)
            {
                wrong.Add(new Wrong($"fields.{called}", new Sentence("There is no field called “{0}”.", called)));
                continue;
            }
            var same = string.IsNullOrWhiteSpace(typed) ? values[field.Id] is null : typed.Trim() == values[field.Id];
            var mistakes = wrong.Count;
            var value = same ? values[field.Id] : field.Read(typed, wrong);
            if (wrong.Count > mistakes || value == values[field.Id])
                continue;
            field.CheckWriter(this, by, administrator);
            values = values.With(field.Id, value);
        }
        return wrong.Count == 0 ? this with { Fields = values } : throw Rule.Invalid(wrong);
    }
}

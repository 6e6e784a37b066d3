using Inward.House;
using Inward.Lists;

namespace Inward.People;

/// <summary>Which colleagues.</summary>
/// <param name="Q">Part of a name, a title or an e-mail address.</param>
/// <param name="Left">Those who have left, and nobody else.</param>
public sealed record PeopleFilter(string? Q = null, bool Left = false) : ListFilter(Q)
{
    /// <summary>Whoever is in a team today, or in a team below it; who reports to somebody; and what the company's own fields say.</summary>
    public static readonly ListFields By = new("language:de", new ListField("team"), new("manager"), new("language", [.. Languages.All.Select(l => l.Code)])) { HasOwn = true };

    protected override IEnumerable<(string Name, string? Value)> Scope => [("left", Left ? "true" : null)];

    public static PeopleFilter Typed(IReadOnlyCollection<(string Name, string Value)> query) => Understood(wrong => Typed(query, wrong));

    /// <summary>What can be understood of it; the rest is told in <paramref name="wrong"/>.</summary>
    /// <param name="query">As an address has it; a field may stand there several times.</param>
    public static PeopleFilter Typed(IReadOnlyCollection<(string Name, string Value)> query, ICollection<Wrong> wrong)
    {
        var own = query.Select(f => new Condition(f.Name, f.Value.Trim())).Where(c => c.IsOwn && c.Value.Length > 0).Distinct();
        return new PeopleFilter(Words(Said("q")), HaveLeft())
        {
            Each = new([.. By.Each(Said, wrong).Conditions, .. own]), Any = By.Any(Said("any"), wrong),
        };

        string Said(string name) => string.Join(',', query.Where(f => f.Name == name).Select(f => f.Value));

        bool HaveLeft()
        {
            if (Said("left") is not ("" or "false" or "true" or "on"))
                wrong.Add(new Wrong("left", "Say true or false."));
            return Said("left") is "true" or "on";
        }
    }

    /// <summary>What it asks of the company's own fields.</summary>
    public (IReadOnlyList<FieldFilter> Each, IReadOnlyList<FieldFilter> Any) Own(IReadOnlyCollection<CompanyField> fields) => Understood(wrong =>
    {
        var ofPeople = (List<CompanyField>)[.. fields.Where(field => field.About == FieldAbout.Person)];
        var (each, any) = (FieldFilter.Each(ofPeople, Each, wrong), FieldFilter.Any(ofPeople, Any, wrong));
        if (each.Count + any.Count > FieldFilter.Most)
            wrong.Add(new Wrong("field", new Sentence("At most {0} fields can be asked for at once.", FieldFilter.Most)));
        return (each, any);
    });
}

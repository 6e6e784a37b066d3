namespace Inward.Server.Demo;

/// <summary>Who is who in the cast, and who stands behind a role such as “the owner of the sale”.</summary>
internal sealed class Colleagues(DemoContent content)
{
    private readonly Dictionary<string, PersonText> people = content.Cast.People.ToDictionary(p => p.Key);
    private readonly Dictionary<string, TeamText> teams = content.Cast.Teams.ToDictionary(t => t.Key);

    public PersonText this[string key] => people[key];

    /// <summary>Two who share a language other than the company's write in it.</summary>
    public string Between(string one, string other) =>
        people[one].Language == people[other].Language ? people[one].Language : "en";

    public string Playing(string role, CustomerText customer, SaleText sale) => role switch
    {
        "owner" => sale.Owner,
        "lead" => teams[people[sale.Owner].Team].Leads[0],
        "desk" => people[sale.Owner].Team == "sales-north" ? "joanna" : "milan",
        "installer" => customer.Country switch { "GB" => "aoife", "DK" or "SE" => "jens", _ => "matteo" },
        _ => role,
    };
}

/// <summary>The gaps of a text and what stands in them.</summary>
internal sealed class Gaps(IReadOnlyDictionary<string, string> filled)
{
    public static Gaps Of(DemoContent content, CustomerText customer, SaleText sale, string language) => new(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["customer"] = customer.Short,
        ["town"] = language == "de" ? customer.TownInGerman ?? customer.Town : customer.Town,
        ["contact"] = customer.Contacts[0].FirstName,
        ["sale"] = sale.Name,
        ["product"] = content.Cast.Products.FirstOrDefault(p => p.Key == sale.Product)?.Name ?? sale.Name,
    });

    public static Gaps Of(YearlyCase its) => new(its.Gaps.ToDictionary(g => g.Key, g => g.Value.GetString()!, StringComparer.Ordinal));

    public string In(string text)
    {
        foreach (var (gap, words) in filled)
            text = text.Replace("{" + gap + "}", words, StringComparison.Ordinal);
        return text.Contains('{', StringComparison.Ordinal) ? throw new InvalidOperationException($"A gap stays empty: {text}") : text;
    }
}

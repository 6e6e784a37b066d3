namespace Inward.House;

/// <summary>The languages that Inward speaks, by their two letters, each in its own words.</summary>
public static class Languages
{
    public static readonly IReadOnlyList<(string Code, string Name)> All = [("de", "Deutsch"), ("en", "English")];

    public static void Check(ICollection<Wrong> wrong, string? code)
    {
        if (code is not null && !All.Any(l => l.Code == code))
            wrong.Add(new Wrong("language", new Sentence("“{0}” is not a language that Inward speaks.", code)));
    }
}

using Inward.House;

namespace Inward.People;

/// <summary>A colleague: an internal customer with a login. Their own words are written by themselves.</summary>
public sealed partial record Person(Id Workspace, Id Id, string Name)
{
    public const int LongestName = 200;

    public string? Email { get; init; }
    public string? UserName { get; init; }
    public string? ExternalKey { get; init; }
    public string? Title { get; init; }
    public Id? Manager { get; init; }
    public string? Zone { get; init; }
    public string? Language { get; init; }
    public bool Administrator { get; init; }
    public DateOnly? LeftOn { get; init; }
    public OwnWords OwnWords { get; init; } = OwnWords.None;
    public IReadOnlyList<Absence> Absences { get; init; } = [];

    /// <summary>Whether askers may see how much this person has promised per day; teams' work is always shown.</summary>
    public bool SharesWork { get; init; }

    /// <summary>Thanks to this person are told to them alone.</summary>
    public bool PrefersPrivateThanks { get; init; }

    /// <summary>A copy of thanks to this person goes to whom they report to, else to whoever leads them.</summary>
    public bool CopiesThanks { get; init; }

    /// <summary>Whether Inward may write e-mail to this person.</summary>
    public bool Mail { get; init; } = true;

    /// <summary>At what hour of their working days a brief of the day comes by e-mail; null for none.</summary>
    public TimeOnly? BriefAt { get; init; }

    /// <summary>Two entries were one colleague: this one is kept for its name alone, and its addresses mean that one.</summary>
    public Id? MergedInto { get; init; }

    /// <summary>When all that was known of them was erased; what is left is that it was somebody.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    public int Version { get; init; } = 1;

    /// <summary>What sign-in and uniqueness compare: e-mail addresses and user names differ by more than case.</summary>
    public static string Key(string text) => text.Trim().ToLowerInvariant();

    public bool HasLeft(DateOnly today) => LeftOn is { } day && day <= today;

    public Absence? AbsentOn(DateOnly day) => Absences.FirstOrDefault(a => a.Covers(day));

    /// <summary>The person with everything trimmed, or every field that is wrong.</summary>
    public Person Checked()
    {
        var wrong = new List<Wrong>();
        var checkedPerson = this with { Name = Name.Trim(), Email = Blank(Email), UserName = Blank(UserName), Title = Blank(Title), ExternalKey = Blank(ExternalKey) };
        Text.Check(wrong, "name", checkedPerson.Name, LongestName, required: "A person needs a name.");
        Text.Check(wrong, "title", checkedPerson.Title, LongestName);
        Text.Check(wrong, "key", checkedPerson.ExternalKey, LongestName);
        Text.Check(wrong, "userName", checkedPerson.UserName, 100);
        if (checkedPerson.Email is { } email && (email.Length > 254 || email.IndexOf('@', StringComparison.Ordinal) is var at && (at < 1 || at == email.Length - 1) || email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))))
            wrong.Add(new Wrong("email", new Sentence("“{0}” is not an e-mail address.", email)));
        if (Zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _))
            wrong.Add(new Wrong("zone", new Sentence("“{0}” is not a time zone, such as Europe/Berlin.", Zone)));
        Languages.Check(wrong, Language);
        DailyBrief.Check(wrong, BriefAt);
        if (Manager == Id)
            wrong.Add(new Wrong("manager", "Nobody reports to themself here. Leave the manager empty for the top."));
        return wrong.Count == 0 ? checkedPerson : throw Rule.Invalid(wrong);
    }

    /// <summary>Says when this person is away. New asks then go to the deputy; promises stay theirs.</summary>
    /// <param name="deputy">Whoever <see cref="Absence.Deputy"/> names: who has left or is away then cannot stand in.</param>
    public Person Away(Absence absence, DateOnly today, Person? deputy = null)
    {
        if (absence.To < absence.From)
            throw Rule.Invalid("to", "The last day of an absence is not before its first.");
        if (absence.To < today)
            throw Rule.Invalid("to", new Sentence("{0} has already passed.", absence.To));
        if (absence.Deputy == Id)
            throw Rule.Invalid("deputy", "A deputy is somebody else.");
        if (deputy?.LeftOn <= absence.To)
            throw Rule.Invalid("deputy", new Sentence("{0} leaves before that ends. Choose another deputy.", deputy.Name));
        if (deputy?.Absences.FirstOrDefault(a => a.From <= absence.To && absence.From <= a.To) is { } away)
            throw Rule.Invalid("deputy", new Sentence("{0} is away then too, from {1} to {2}. Choose another deputy.", deputy.Name, away.From, away.To));
        return this with { Absences = [.. Absences.Where(a => a.To < absence.From || a.From > absence.To), absence] };
    }

    /// <summary>Is back: an absence that has begun ends yesterday, a later one is taken back.</summary>
    public Person Back(DateOnly from, DateOnly today)
    {
        var absence = Absences.FirstOrDefault(a => a.From == from && a.To >= today) ?? throw Rule.NotVisible();
        var others = Absences.Where(a => a != absence);
        return this with { Absences = absence.From < today ? [.. others, absence with { To = today.AddDays(-1) }] : [.. others] };
    }

    /// <summary>Becomes an administrator, or no longer is one. A company is never without.</summary>
    /// <param name="others">How many other administrators work here.</param>
    public Person Administering(bool administers, int others) => Administrator && !administers && others == 0
        ? throw Rule.NotNow("A company needs an administrator. Make somebody else one first.")
        : this with { Administrator = administers };

    /// <summary>Leaves: from this day on, none of the doors opens.</summary>
    /// <param name="others">How many other administrators work here.</param>
    public Person Leaving(DateOnly on, int others)
    {
        if (LeftOn is not null)
            throw Rule.NotNow(new Sentence("{0} has left already.", Name));
        return Administering(administers: false, others) with { LeftOn = on };
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Days away, both inclusive. Without a deputy, asks wait.</summary>
public sealed record Absence(DateOnly From, DateOnly To, Id? Deputy)
{
    public bool Covers(DateOnly day) => From <= day && day <= To;
}

using Inward.House;
using Inward.House.Imports;

namespace Inward.People;

public enum FieldKind
{
    Text,

    /// <summary>Up to <see cref="FieldKinds.MostDecimals"/> decimals.</summary>
    Number,
    Day,
    YesNo,

    /// <summary>One of a list.</summary>
    Choice,
}

/// <summary>On whose page a field stands.</summary>
public enum FieldAbout
{
    Person,
    Team,
}

/// <summary>Who fills a field in.</summary>
public enum FieldWriter
{
    /// <summary>Each colleague their own, those who are in a team its, and administrators.</summary>
    Person,
    Administrators,
}

/// <summary>A field as an administrator tells it.</summary>
/// <param name="Choices">The words of a choice, in their order.</param>
/// <param name="CanFilter">Colleagues can be found by it.</param>
/// <param name="About">Whose page it stands on.</param>
/// <param name="Renamed">Choices that are called otherwise from now on, also where they are chosen already: old word, new word.</param>
public sealed record FieldTold(
    string? Name, FieldKind Kind, IReadOnlyList<string>? Choices = null, FieldWriter Writer = FieldWriter.Person, bool CanFilter = false, bool Retired = false,
    IReadOnlyDictionary<string, string>? Renamed = null, FieldAbout About = FieldAbout.Person)
{
    public static FieldTold Of(CompanyField field) => new(field.Name, field.Kind, field.Choices, field.Writer, field.CanFilter, !field.IsInUse, About: field.About);

    /// <summary>What a choice is called from now on.</summary>
    internal string Instead(string choice) => Renamed?.FirstOrDefault(word => word.Key.Says(choice)).Value ?? choice;
}

/// <summary>
/// What a company wants to know of every colleague, or of every team, beside what Inward asks. Everybody in the company reads it. A field is never
/// deleted: retired, it is neither shown nor asked for, and its values are kept.
/// </summary>
/// <param name="Kind">Stays as it is for good: values of one kind are no values of another.</param>
public sealed record CompanyField(Id Workspace, Id Id, string Name, FieldKind Kind)
{
    public const int LongestName = 60, LongestText = 500, LongestChoice = 100, MostChoices = 100, MostInUse = 30;

    /// <summary>Stays as it is for good, as <see cref="Kind"/> does.</summary>
    public FieldAbout About { get; init; }
    public IReadOnlyList<string> Choices { get; init; } = [];
    public FieldWriter Writer { get; init; }
    public bool CanFilter { get; init; }

    /// <summary>Fields stand in the order of their places.</summary>
    public int Place { get; init; }
    public DateTimeOffset? RetiredAt { get; init; }
    public int Version { get; init; } = 1;

    public bool IsInUse => RetiredAt is null;

    public static void CheckKeeper(bool administrator)
    {
        if (!administrator)
            throw Rule.NotYours("Only an administrator says which fields a page of a colleague or a team has.");
    }

    /// <summary>Whom a word means: the field of this id, else the one in use of this name.</summary>
    public static CompanyField? Called(IEnumerable<CompanyField> fields, string word) =>
        Id.TryParse(word, null, out var id) ? fields.FirstOrDefault(field => field.Id == id) : fields.FirstOrDefault(field => field.IsInUse && field.Name.Says(word.Trim()));

    /// <summary>The field as it is told now.</summary>
    /// <param name="others">The other fields of the company.</param>
    public CompanyField Retold(FieldTold told, IReadOnlyCollection<CompanyField> others, DateTimeOffset now)
    {
        var wrong = new List<Wrong>();
        var after = this with
        {
            Name = (told.Name ?? "").Squeezed(),
            Writer = told.Writer,
            CanFilter = told.CanFilter,
            RetiredAt = told.Retired ? RetiredAt ?? now : null,
            Choices = Kind == FieldKind.Choice ? [.. (told.Choices ?? []).Select(choice => told.Instead(choice).Squeezed()).Where(choice => choice.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)] : [],
        };
        Text.Check(wrong, "name", after.Name, LongestName, required: "A field needs a name.");
        if (after.Name.Length > 0 && WhyNotCalled(after.Name, others, after.IsInUse) is { } taken)
            wrong.Add(new Wrong("name", taken));
        if (told.Kind != Kind)
            wrong.Add(new Wrong("kind", "The kind of a field stays as it is. Retire this one and make another."));
        if (told.About != About)
            wrong.Add(new Wrong("about", "A field stays with colleagues, or with teams. Retire this one and make another."));
        if (Kind == FieldKind.Choice && after.Choices.Count is 0 or > MostChoices)
            wrong.Add(new Wrong("choices", new Sentence("A choice has 1 to {0} words to choose from.", MostChoices)));
        foreach (var choice in after.Choices)
            Text.Check(wrong, "choices", choice, LongestChoice);
        if (after.IsInUse && others.Count(field => field.IsInUse) >= MostInUse)
            wrong.Add(new Wrong("name", new Sentence("A company has at most {0} fields in use. Retire one first.", MostInUse)));
        return wrong.Count == 0 ? after : throw Rule.Invalid(wrong);
    }

    /// <summary>Which words colleagues have chosen are called otherwise from now on.</summary>
    /// <param name="after">As <see cref="Retold"/> left it.</param>
    public IReadOnlyDictionary<string, string> Renames(FieldTold told, CompanyField after) => Choices
        .Select(choice => (Old: choice, New: after.Choices.FirstOrDefault(one => one.Says(told.Instead(choice).Squeezed()))))
        .Where(word => word.New is not null && word.New != word.Old).ToDictionary(word => word.Old, word => word.New!, StringComparer.Ordinal);

    /// <summary>Whoever may write the page fills it in, unless it is the administrators'.</summary>
    /// <param name="isTheirs">The page is the writer's own, or that of a team of theirs.</param>
    /// <param name="whose">The colleague's name, or the team's.</param>
    public void CheckWriter(bool isTheirs, string whose, bool administrator)
    {
        if (administrator)
            return;
        if (Writer == FieldWriter.Administrators)
            throw Rule.NotYours(new Sentence("Only an administrator fills in “{0}”.", Name));
        if (!isTheirs)
            throw Rule.NotYours(new Sentence(About == FieldAbout.Team ? "Only those who are in {0} or an administrator change this." : "Only {0} or an administrator changes this.", whose));
    }

    public bool IsWrittenBy(bool administrator) => administrator || Writer == FieldWriter.Person;

    /// <summary>What was typed, as it is kept; null for nothing. What it cannot be is told under <see cref="Key"/>.</summary>
    public string? Read(string? typed, ICollection<Wrong> wrong)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var (value, why) = IsInUse ? FieldKinds.Read(this, typed.Trim()) : (null, new Sentence("The field “{0}” is not used any more.", Name));
        if (why is not null)
            wrong.Add(new Wrong(Key, why));
        return value;
    }

    /// <summary>Its name in what is sent: fields.0198f3c2-….</summary>
    public string Key => $"fields.{Id}";

    private Sentence? WhyNotCalled(string name, IEnumerable<CompanyField> others, bool inUse)
    {
        var bare = name.Bare();
        if (bare.Length == 0)
            return "A name has a letter or a digit.";
        // A column of that name in a file must mean one thing.
        if (ImportKind.People.Fields.Any(field => field.Bare() == bare || FieldWords.Of(field).Template.Bare() == bare) || Inward.House.Id.TryParse(name, null, out _))
            return new Sentence("“{0}” is what Inward itself calls something of every colleague. Choose another name.", name);
        return inUse && others.Any(field => field.IsInUse && field.Id != Id && field.Name.Bare() == bare) ? new Sentence("There is a field called “{0}” already.", name) : null;
    }
}

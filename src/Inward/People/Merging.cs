using Inward.House;

namespace Inward.People;

/// <summary>What the store knows of two people who shall become one.</summary>
/// <param name="KeptSignsIn">Who stays has a password, a token or an open session, and works here.</param>
/// <param name="GoneSignsIn">Whoever goes has.</param>
/// <param name="HaveToDoWithEachOther">An ask, a thank-you or a shared talk stands between the two.</param>
/// <param name="AboveKept">The managers above who stays, once the two are one; the nearest first.</param>
public sealed record MergingFacts(bool KeptSignsIn, bool GoneSignsIn, bool HaveToDoWithEachOther, IReadOnlyList<Id> AboveKept);

/// <summary>
/// Two entries of one colleague become one. Nobody who can sign in goes: what a colleague keeps for themselves is never opened to
/// another, and no right moves.
/// </summary>
/// <param name="Kept">Whose values stay; the other's fill what is empty.</param>
public sealed record Merging(Person Kept, Person Gone)
{
    /// <summary>What may be chosen from the entry that goes, besides the fields of the company by their ids. How somebody signs in is not among it.</summary>
    public static readonly IReadOnlyList<string> Choices =
        ["name", "title", "manager", "language", "zone", "doAndWhy", "needFromOthers", "howToReach", "howToThank", "strengths", "bestTime"];

    public Taken Taken { get; init; } = Taken.Nothing;

    public Merging Checked(MergingFacts facts, DateOnly today)
    {
        if (Kept.Id == Gone.Id)
            throw Rule.Invalid("other", "Choose another entry: nobody is merged with themself.");
        if (Kept.ErasedAt is not null || Gone.ErasedAt is not null)
            throw Rule.NotNow("What was known of one of the two has been erased.");
        if (Kept.HasLeft(today) && !Gone.HasLeft(today))
            throw Rule.NotNow(new Sentence("{0} has left and {1} works here. Keep {1}.", Kept.Name, Gone.Name));
        if (facts.GoneSignsIn && facts.KeptSignsIn)
            throw Rule.NotNow(new Sentence("Both {0} and {1} can sign in. What each keeps for themselves must not become the other's, so they are not merged while both can.", Kept.Name, Gone.Name));
        if (facts.GoneSignsIn)
            throw Rule.NotNow(new Sentence("{0} can sign in and {1} cannot. Keep {0}.", Gone.Name, Kept.Name));
        if (Gone.Administrator)
            throw Rule.NotNow(new Sentence("{0} is an administrator. Take that back first, so that no right moves unseen.", Gone.Name));
        if (facts.HaveToDoWithEachOther)
            throw Rule.NotNow(new Sentence("{0} and {1} have asked, thanked or talked with each other, so they are two people here.", Kept.Name, Gone.Name));
        if (facts.AboveKept.Contains(Kept.Id))
            throw Rule.NotNow(new Sentence("{0} would report to themself, directly or through others. Change a manager first.", Kept.Name));
        Taken.Check(Choices.Concat(Kept.Fields.All.Keys.Concat(Gone.Fields.All.Keys).Select(field => field.ToString())));
        return this;
    }

    /// <summary>Whom who stays reports to then.</summary>
    public Id? Manager => Taken.Of("manager", Of(Kept.Manager, Gone.Id), Of(Gone.Manager, Kept.Id));

    /// <summary>Who stays, with what only the other had and what was chosen of it. Rights, wishes and the last day stay as they are.</summary>
    public Person Merged => Kept with
    {
        Name = Taken.Of("name", Kept.Name, Gone.Name)!,
        Email = Kept.Email ?? Gone.Email,
        UserName = Kept.UserName ?? Gone.UserName,
        ExternalKey = Kept.ExternalKey ?? Gone.ExternalKey,
        Title = Taken.Of("title", Kept.Title, Gone.Title),
        Manager = Manager,
        Zone = Taken.Of("zone", Kept.Zone, Gone.Zone),
        Language = Taken.Of("language", Kept.Language, Gone.Language),
        OwnWords = Words(Kept.OwnWords, Gone.OwnWords),
        Fields = Kept.Fields.FilledFrom(Gone.Fields, Taken),
        Absences = [.. Kept.Absences.Select(a => StoodInBy(a, Gone.Id)), .. Gone.Absences.Where(a => !Kept.Absences.Any(k => k.From <= a.To && a.From <= k.To)).Select(a => StoodInBy(a, Kept.Id))],
        Version = Kept.Version + 1,
    };

    /// <summary>The entry that goes: it keeps its name for what was told of it, and the addresses that still find who stays.</summary>
    public Person Left(DateOnly today) => Gone with
    {
        Email = Kept.Email is null ? null : Gone.Email,
        UserName = Kept.UserName is null ? null : Gone.UserName,
        ExternalKey = Kept.ExternalKey is null ? null : Gone.ExternalKey,
        // A day before, so that it has gone in every zone.
        LeftOn = Gone.LeftOn < today ? Gone.LeftOn : today.AddDays(-1),
        Mail = false,
        BriefAt = null,
        MergedInto = Kept.Id,
        Version = Gone.Version + 1,
    };

    /// <summary>Who stays as before, except for what was changed since.</summary>
    /// <param name="now">As they are today.</param>
    /// <param name="merged">As the merging left them.</param>
    public static Person Parted(Person now, Person before, Person merged) => now with
    {
        Name = now.Name == merged.Name ? before.Name : now.Name,
        Email = now.Email == merged.Email ? before.Email : now.Email,
        UserName = now.UserName == merged.UserName ? before.UserName : now.UserName,
        ExternalKey = now.ExternalKey == merged.ExternalKey ? before.ExternalKey : now.ExternalKey,
        Title = now.Title == merged.Title ? before.Title : now.Title,
        Manager = now.Manager == merged.Manager ? before.Manager : now.Manager,
        Zone = now.Zone == merged.Zone ? before.Zone : now.Zone,
        Language = now.Language == merged.Language ? before.Language : now.Language,
        OwnWords = now.OwnWords == merged.OwnWords ? before.OwnWords : now.OwnWords,
        Fields = now.Fields.PutBack(before.Fields, merged.Fields),
        Absences = now.Absences.SequenceEqual(merged.Absences) ? before.Absences : now.Absences,
        Version = now.Version + 1,
    };

    /// <summary>A stay of the one who goes in a team in which who stays was at the same time stays behind.</summary>
    public static bool StaysBehind(Membership stay, IEnumerable<Membership> kept) =>
        kept.Any(k => k.Team == stay.Team && !(k.To < stay.From) && !(stay.To < k.From));

    private OwnWords Words(OwnWords kept, OwnWords gone) => new(
        Taken.Of("doAndWhy", kept.DoAndWhy, gone.DoAndWhy), Taken.Of("needFromOthers", kept.NeedFromOthers, gone.NeedFromOthers), Taken.Of("howToReach", kept.HowToReach, gone.HowToReach),
        Taken.Of("howToThank", kept.HowToThank, gone.HowToThank), Taken.Of("strengths", kept.Strengths, gone.Strengths), Taken.Of("bestTime", kept.BestTime, gone.BestTime));

    private static Id? Of(Id? manager, Id not) => manager == not ? null : manager;

    private static Absence StoodInBy(Absence absence, Id not) => absence.Deputy == not ? absence with { Deputy = null } : absence;
}

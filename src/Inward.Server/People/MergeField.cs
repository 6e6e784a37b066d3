using Inward.House;
using Inward.People;
using Inward.Server.House.Words;

namespace Inward.Server.People;

/// <summary>A field of two entries side by side.</summary>
/// <param name="Becomes">Its value once they are one.</param>
public sealed record MergeField(string Name, string? Kept, string? Gone, string? Becomes)
{
    /// <summary>The value comes from the entry that goes.</summary>
    public bool IsFilled => Becomes is not null && Becomes != Kept;

    /// <summary>Said to be left behind: who stays has another value.</summary>
    public bool IsLost => Gone is not null && Gone != Becomes;

    /// <summary>Every field of a person, in the reader's words.</summary>
    public static IReadOnlyList<MergeField> All(MergePreview preview, Tongue t)
    {
        var (kept, gone, merged) = (preview.Merging.Kept, preview.Merging.Gone, preview.Merging.Merged);
        string Yes(bool value) => value ? t["yes"] : t["no"];
        string? Called(Id? id) => id is { } known ? preview.Names.GetValueOrDefault(known.ToString()) : null;
        string? Away(Person person) => person.Absences.Count == 0 ? null : string.Join("; ", person.Absences.OrderBy(a => a.From)
            .Select(a => $"{t.Date(a.From)} – {t.Date(a.To)}{(Called(a.Deputy) is { } deputy ? $" ({deputy})" : "")}"));
        return
        [
            Of(t["Name"], p => p.Name), Of(t["E-mail"], p => p.Email), Of(t["User name"], p => p.UserName), Of(t["Key"], p => p.ExternalKey), Of(t["Title"], p => p.Title),
            Of(t["Reports to"], p => Called(p.Manager)), Of(t["Language"], p => p.Language), Of(t["Time zone"], p => p.Zone), Of(t["Administrator"], p => Yes(p.Administrator)),
            Of(t["Has left"], p => p.LeftOn is { } day ? t.Date(day) : null), Of(t["What we do, and why"], p => p.OwnWords.DoAndWhy?.Words), Of(t["What they need from others"], p => p.OwnWords.NeedFromOthers?.Words),
            Of(t["How to reach them"], p => p.OwnWords.HowToReach?.Words), Of(t["How they like to be thanked"], p => p.OwnWords.HowToThank?.Words), Of(t["What they offer"], p => p.OwnWords.Strengths?.Words),
            Of(t["When to come"], p => p.OwnWords.BestTime?.Words), Of(t["Absences"], Away), Of(t["Shows their promised work per day"], p => Yes(p.SharesWork)),
            Of(t["Likes thanks in private"], p => Yes(p.PrefersPrivateThanks)), Of(t["A copy of thanks goes to the manager"], p => Yes(p.CopiesThanks)), Of(t["Gets e-mail"], p => Yes(p.Mail)), Of(t["Brief of the day"], p => p.BriefAt?.ToString("HH:mm", t.Culture)),
            .. preview.Fields.Where(f => f.IsInUse).Select(f => Of(f.Name, p => p.Fields[f.Id] is { } value ? new FieldOnPage(f, value).Said(t) : null)),
        ];

        MergeField Of(string name, Func<Person, string?> value) => new(name, value(kept), value(gone), value(merged));
    }
}

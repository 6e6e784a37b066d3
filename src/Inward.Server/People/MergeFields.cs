using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.House.Words;

namespace Inward.Server.People;

/// <summary>Every field of two entries of a colleague, in the reader's words.</summary>
public static class MergeFields
{
    public static IReadOnlyList<MergeField> All(MergePreview preview, Tongue t)
    {
        var (kept, gone, merged) = (preview.Merging.Kept, preview.Merging.Gone, preview.Merging.Merged);
        string Yes(bool value) => value ? t["yes"] : t["no"];
        string? Called(Id? id) => id is { } known ? preview.Names.GetValueOrDefault(known.ToString()) : null;
        string? Away(Person person) => person.Absences.Count == 0 ? null : string.Join("; ", person.Absences.OrderBy(a => a.From)
            .Select(a => $"{t.Date(a.From)} – {t.Date(a.To)}{(Called(a.Deputy) is { } deputy ? $" ({deputy})" : "")}"));
        return
        [
            Of("name", t["Name"], p => p.Name), Of(null, t["E-mail"], p => p.Email), Of(null, t["User name"], p => p.UserName), Of(null, t["Key"], p => p.ExternalKey), Of("title", t["Title"], p => p.Title),
            Of("manager", t["Reports to"], p => Called(p.Manager)), Of("language", t["Language"], p => p.Language), Of("zone", t["Time zone"], p => p.Zone), Of(null, t["Administrator"], p => Yes(p.Administrator)),
            Of(null, t["Has left"], p => p.LeftOn is { } day ? t.Date(day) : null), Of("doAndWhy", t["What we do, and why"], p => p.OwnWords.DoAndWhy?.Words), Of("needFromOthers", t["What they need from others"], p => p.OwnWords.NeedFromOthers?.Words),
            Of("howToReach", t["How to reach them"], p => p.OwnWords.HowToReach?.Words), Of("howToThank", t["How they like to be thanked"], p => p.OwnWords.HowToThank?.Words), Of("strengths", t["What they offer"], p => p.OwnWords.Strengths?.Words),
            Of("bestTime", t["When to come"], p => p.OwnWords.BestTime?.Words), Of(null, t["Absences"], Away), Of(null, t["Shows their promised work per day"], p => Yes(p.SharesWork)),
            Of(null, t["Likes thanks in private"], p => Yes(p.PrefersPrivateThanks)), Of(null, t["A copy of thanks goes to the manager"], p => Yes(p.CopiesThanks)), Of(null, t["Gets e-mail"], p => Yes(p.Mail)), Of(null, t["Brief of the day"], p => p.BriefAt?.ToString("HH:mm", t.Culture)),
            .. preview.Fields.Where(f => f.IsInUse).Select(f => Of(f.Id.ToString(), f.Name, p => p.Fields[f.Id] is { } value ? new FieldOnPage(f, value).Said(t) : null)),
        ];

        MergeField Of(string? key, string name, Func<Person, string?> value) => new(key, name, value(kept), value(gone), value(merged));
    }
}

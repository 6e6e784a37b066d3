using Inward.Lists;

namespace Inward.Server.Demo;

/// <summary>Filters that somebody at Osterfenn looks at every week.</summary>
internal sealed class DemoViews(DemoContent content, DemoDays days, DemoCompany company, Names names)
{
    public IEnumerable<DemoView> Tell() => content.Views.Views.Select(text =>
    {
        var by = names.Person(text.By);
        var at = days.Moment(text.Day, names.ZoneOf(by), $"view {text.Name}");
        var any = new Choice([.. text.Any.Select(pair => Meant(pair[0], pair[1]))]);
        return new DemoView(at, by, new SavedView(names.Workspace, Chance.IdOf($"view {text.Name}", at), by, text.Room, text.Name, $"any={Uri.EscapeDataString(any.ToString())}", text.Shared ? names.Workspace : null));
    });

    private Condition Meant(string field, string value) => field switch
    {
        "team" => new Condition(field, names.Team(value).ToString()),
        "field.site" => new Condition($"{Condition.Own}{company.Fields.First(f => f.Field.Choices.Contains(value)).Field.Id}", value),
        _ => new Condition(field, value),
    };
}

using Inward.Chains;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Journeys;
using Inward.Server.Storage;

namespace Inward.Server.Chains;

/// <summary>A template as everybody sees it, with the names of whom it names.</summary>
/// <param name="MayChange">Whether the one who looks may change it.</param>
public sealed record TemplateSeen(ChainTemplate Template, PersonNamed? Owner, IReadOnlyDictionary<string, string> Teams, bool MayChange)
{
    /// <summary>The team of a step; null where none is named.</summary>
    public Named? Team(Step step) => step.Team is { } team ? new Named(team, Teams.GetValueOrDefault(team.ToString(), "")) : null;

    /// <summary>A team stands here that is not there any more.</summary>
    public bool IsGone(Step step) => Team(step) is { Name: "" };

    public Step Step(Id id) => Template.Step(id) ?? throw Rule.NotVisible();

    /// <summary>From the day on which it begins, how many working days it takes if every step is needed.</summary>
    public int Days()
    {
        var days = new Dictionary<Id, int>();
        foreach (var step in StepOrder.Of(Template.Steps))
            days[step.Id] = step.Days + step.After.Select(before => days[before]).DefaultIfEmpty(0).Max();
        return days.Values.Max();
    }

    public static async Task<TemplateSeen> One(Session session, Me me, Id id, DateOnly today) =>
        (await Of(session, me, [await session.ChainTemplate(me.Workspace, id) ?? throw Rule.NotVisible()], today))[0];

    /// <summary>Those whose name holds the words, the oldest first.</summary>
    public static async Task<(List<TemplateSeen> Rows, string? Next)> List(Session session, Me me, string? words, string? after, int size, DateOnly today)
    {
        var place = Cursor.Id(string.IsNullOrEmpty(after) ? null : after);
        var all = (await session.ChainTemplates(me.Workspace)).Where(template => (place is not { } last || template.Id.CompareTo(last) > 0)
            && (string.IsNullOrWhiteSpace(words) || template.Name.Contains(words.Trim(), StringComparison.OrdinalIgnoreCase)));
        var (rows, next) = Cursor.Cut([.. all.Take(size + 1)], size, last => last.Id.ToString());
        return (await Of(session, me, rows, today), next);
    }

    private static async Task<List<TemplateSeen>> Of(Session session, Me me, IReadOnlyList<ChainTemplate> templates, DateOnly today)
    {
        var owners = (await session.PeopleNamed(me.Workspace, [.. templates.Select(template => template.Owner).OfType<Id>().Distinct()], today)).ToDictionary(person => person.Id);
        var teams = await session.Names(me.Workspace, templates.SelectMany(template => template.Steps).Select(step => step.Team).OfType<Id>());
        return [.. templates.Select(template =>
        {
            var owner = template.Owner is { } owned ? owners.GetValueOrDefault(owned) : null;
            return new TemplateSeen(template, owner, teams, template.MayChange(me.Person, me.Administrator, owner is { HasLeft: false }));
        })];
    }
}

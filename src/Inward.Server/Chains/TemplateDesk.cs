using Inward.Chains;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Journeys;
using Inward.Server.Storage;
using Inward.Server.Trash;
using Inward.Trash;

namespace Inward.Server.Chains;

/// <summary>What one can do with templates of chains. Every change of one is told as the whole template as it shall stand. Chains that have begun stay as they are.</summary>
public static class TemplateDesk
{
    private const int Most = 500;

    /// <param name="copyOf">The template whose steps it takes over, where none are told.</param>
    public static async Task<ChainTemplate> Make(Unit unit, Me me, ChainTemplateTold told, Id? copyOf = null)
    {
        var templates = await unit.ChainTemplates(me.Workspace);
        if (templates.Count >= Most)
            throw Rule.NotNow(new Sentence("A company has at most {0} templates of chains.", Most));
        if (copyOf is { } source)
        {
            var copied = templates.Find(one => one.Id == source) ?? throw Rule.Invalid("copyOf", "There is no such chain here.");
            told = told with { Steps = told.Steps ?? ChainTemplateTold.Of(copied).Steps };
        }
        var template = ChainTemplate.Begun(told, me.Workspace, me.Person, unit.Now);
        await CheckNamed(unit, me, template, templates.Find(one => one.Id == copyOf));
        unit.Save(template, isNew: true);
        unit.Append("chain-template.made", template.Id, new { template.Name, steps = template.Steps.Count });
        return template;
    }

    public static async Task<ChainTemplate> Retell(Unit unit, Me me, Id id, int? version, Func<ChainTemplateTold, ChainTemplateTold> tell)
    {
        var before = await ToChange(unit, me, id, version);
        var after = before.Retold(tell(ChainTemplateTold.Of(before)), unit.Now);
        await CheckNamed(unit, me, after, before);
        unit.Save(after, isNew: false);
        unit.Append("chain-template.changed", id, new { after.Name, changed = Patch.Changed(ChainTemplateTold.Of(before), ChainTemplateTold.Of(after)) });
        return after;
    }

    public static Task<ChainTemplate> AddStep(Unit unit, Me me, Id id, int? version, StepTold told) =>
        Retell(unit, me, id, version, template => template with { Steps = [.. template.Steps!, told with { Id = null }] });

    /// <param name="tell">From the step as it is, the step as it shall be.</param>
    public static Task<ChainTemplate> RetellStep(Unit unit, Me me, Id id, Id step, int? version, Func<StepTold, StepTold> tell) => Retell(unit, me, id, version, template =>
        template.Steps!.Any(one => one.Id == step) ? template with { Steps = [.. template.Steps!.Select(one => one.Id == step ? tell(one) with { Id = step } : one)] } : throw Rule.NotVisible());

    /// <summary>What waited for it waits for what it waited for.</summary>
    public static Task<ChainTemplate> RemoveStep(Unit unit, Me me, Id id, Id step, int? version) => Retell(unit, me, id, version, template =>
    {
        var gone = template.Steps!.FirstOrDefault(one => one.Id == step) ?? throw Rule.NotVisible();
        return template with
        {
            Steps = [.. template.Steps!.Where(one => one != gone).Select(one => one with { After = [.. one.After!.SelectMany(before => before == step.ToString() ? gone.After! : [before]).Distinct()] })],
        };
    });

    public static async Task Delete(Unit unit, Me me, Id id, int? version)
    {
        var template = await ToChange(unit, me, id, version);
        unit.Remove(template);
        unit.PutInTrash(me.Person, TrashKind.Chain, id, template.Name, template);
        unit.Append("chain-template.deleted", id, new { template.Name });
    }

    internal static async Task Restore(Unit unit, Trashed trashed) => unit.Save(await unit.TrashedAs<ChainTemplate>(trashed), isNew: true);

    public static async Task<bool> MayChange(Session session, Me me, ChainTemplate template, DateOnly today) =>
        template.MayChange(me.Person, me.Administrator, template.Owner is { } owner && await session.PeopleNamed(me.Workspace, [owner], today) is [{ HasLeft: false }]);

    private static async Task<ChainTemplate> ToChange(Unit unit, Me me, Id id, int? version)
    {
        var template = await unit.ChainTemplate(me.Workspace, id) ?? throw Rule.NotVisible();
        Rule.Fresh(version, template.Version);
        return await MayChange(unit, me, template, me.Today(unit.Now)) ? template : throw ChainTemplate.NotYours();
    }

    // A team that was named before may be gone since; none is named newly that is not there.
    private static async Task CheckNamed(Unit unit, Me me, ChainTemplate after, ChainTemplate? before)
    {
        if (after.Owner is { } owner && owner != before?.Owner && await unit.PeopleNamed(me.Workspace, [owner], me.Today(unit.Now)) is not [{ HasLeft: false }])
            throw Rule.Invalid("owner", "There is no such colleague here.");
        var teams = after.Steps.Select(step => step.Team).Except(before?.Steps.Select(step => step.Team) ?? []).OfType<Id>().ToList();
        if (teams.Count > 0 && await unit.Count("select count(*) from team where workspace = @Workspace and id in @teams", new { unit.Workspace, teams }) < teams.Count)
            throw Rule.Invalid("team", "There is no such team here.");
    }
}

using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>What administrators do with the fields of a company: make, rename, order and retire them.</summary>
public static class FieldDesk
{
    public static async Task<CompanyField> Add(Unit unit, Me me, FieldTold told)
    {
        CompanyField.CheckKeeper(me.Administrator);
        var others = await Held(unit, me);
        var blank = new CompanyField(me.Workspace, Id.New(unit.Now), "", told.Kind) { About = told.About, Place = others.Count == 0 ? 1 : others.Max(field => field.Place) + 1 };
        var field = blank.Retold(told, others, unit.Now);
        unit.Save(field, isNew: true);
        unit.Append("field.added", field.Id, new { field.Name, field.Kind, field.About });
        return field;
    }

    public static async Task<CompanyField> Retell(Unit unit, Me me, Id id, int? version, Func<FieldTold, FieldTold> told)
    {
        CompanyField.CheckKeeper(me.Administrator);
        var all = await Held(unit, me);
        var before = all.Find(field => field.Id == id) ?? throw Rule.NotVisible();
        Rule.Fresh(version, before.Version);
        var said = told(FieldTold.Of(before));
        var after = before.Retold(said, [.. all.Where(field => field.Id != id)], unit.Now);
        var (was, now) = (FieldTold.Of(before), FieldTold.Of(after));
        var changed = Patch.Changed(was, now);
        if (changed.Count == 0)
            return before;
        after = after with { Version = before.Version + 1 };
        await Rename(unit, before, before.Renames(said, after));
        unit.Save(after, isNew: false);
        unit.Append(was.Retired == now.Retired ? "field.changed" : now.Retired ? "field.retired" : "field.returned", id, new { after.Name, changed });
        return after;
    }

    /// <summary>Puts the fields into this order; those that are not named follow as they stood.</summary>
    public static async Task<IReadOnlyList<CompanyField>> Order(Unit unit, Me me, IReadOnlyList<Id>? order)
    {
        CompanyField.CheckKeeper(me.Administrator);
        var all = await Held(unit, me);
        if (order?.Any(id => !all.Exists(field => field.Id == id)) ?? true)
            throw Rule.Invalid("fields", "Name the fields by their ids, in the order in which they shall stand.");
        List<CompanyField> ordered = [.. order.Distinct().Select(id => all.Find(field => field.Id == id)!), .. all.Where(field => !order.Contains(field.Id))];
        for (var i = 0; i < ordered.Count; i++)
        {
            if (ordered[i].Place == i + 1)
                continue;
            ordered[i] = ordered[i] with { Place = i + 1, Version = ordered[i].Version + 1 };
            unit.Save(ordered[i], isNew: false);
            unit.Append("field.moved", ordered[i].Id, new { ordered[i].Place });
        }
        return ordered;
    }

    // One after the other: two fields of one name would both be made.
    private static async Task<List<CompanyField>> Held(Unit unit, Me me)
    {
        await unit.OneAtATime();
        return await unit.CompanyFields(me.Workspace);
    }

    // What was chosen is called otherwise now, and is the same choice.
    private static async Task Rename(Unit unit, CompanyField field, IReadOnlyDictionary<string, string> renames)
    {
        if (renames.Count == 0)
            return;
        if (field.About == FieldAbout.Team)
        {
            foreach (var team in await unit.Teams(unit.Workspace))
            {
                if (team.Fields[field.Id] is { } chosen && renames.TryGetValue(chosen, out var name))
                    unit.Save(team with { Fields = team.Fields.With(field.Id, name), Version = team.Version + 1 }, isNew: false);
            }
            return;
        }
        var words = renames.Keys.Select(FieldKinds.Sought).ToList();
        var people = await unit.All<Id>("select person from person_value where workspace = @Workspace and field = @Id and sought in @words", new { unit.Workspace, field.Id, words });
        foreach (var person in await unit.People(unit.Workspace, people))
        {
            if (person.Fields[field.Id] is { } chosen && renames.TryGetValue(chosen, out var name))
                unit.Keep(person with { Fields = person.Fields.With(field.Id, name), Version = person.Version + 1 }, isNew: false);
        }
    }
}

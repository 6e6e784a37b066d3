using System.Text.Json;
using Inward.Chains;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Chains;

/// <summary>Where templates of chains are kept. Everybody in the workspace sees them.</summary>
public static class TemplateTable
{
    private const string Columns = "select workspace, id, name, owner, steps, version from chain_template where workspace = @workspace";

    public static async Task<ChainTemplate?> ChainTemplate(this Session session, Id workspace, Id id) =>
        (await session.One<Row>($"{Columns} and id = @id", new { workspace, id }))?.Template();

    /// <summary>All of them, the oldest first.</summary>
    public static async Task<List<ChainTemplate>> ChainTemplates(this Session session, Id workspace) =>
        (await session.All<Row>($"{Columns} order by id", new { workspace })).ConvertAll(row => row.Template());

    public static void Save(this Unit unit, ChainTemplate template, bool isNew)
    {
        var row = new
        {
            template.Workspace, template.Id, template.Name, template.Owner, steps = JsonSerializer.Serialize(template.Steps, Wire.Json), template.Version, before = template.Version - 1, unit.Now,
        };
        if (isNew)
        {
            unit.Write("insert into chain_template (workspace, id, name, owner, steps, version, made_at) values (@Workspace, @Id, @Name, @Owner, @steps, @Version, @Now)", row);
            unit.ShowTo(template.Id, [new Reader(template.Workspace)]);
        }
        else
        {
            unit.Write("update chain_template set name = @Name, owner = @Owner, steps = @steps, version = @Version where workspace = @Workspace and id = @Id and version = @before", row, 1);
        }
        unit.MakeFindable(template.Id, "chain_template", template.Name, string.Join('\n', template.Steps.Select(step => step.Name)));
    }

    public static void Remove(this Unit unit, ChainTemplate template)
    {
        unit.Write("delete from chain_template where workspace = @Workspace and id = @Id and version = @Version", new { template.Workspace, template.Id, template.Version }, 1);
        unit.Forget(template.Id);
    }

    private sealed record Row(Id Workspace, Id Id, string Name, Id? Owner, string Steps, int Version)
    {
        public ChainTemplate Template() => new(Workspace, Id, Name) { Owner = Owner, Steps = JsonSerializer.Deserialize<List<Step>>(Steps, Wire.Json)!, Version = Version };
    }
}

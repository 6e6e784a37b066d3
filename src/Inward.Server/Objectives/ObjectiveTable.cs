using System.Text.Json;
using Inward.House;
using Inward.Objectives;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Objectives;

/// <summary>
/// Where objectives are kept. A draft is seen by who writes it, then by those who are asked for advice as well, and by everybody
/// once it is published.
/// </summary>
public static class ObjectiveTable
{
    /// <summary>The objective, whoever asks; null when there is none.</summary>
    public static async Task<Objective?> Objective(this Session session, Id workspace, Id id) =>
        await session.One<Row>("select document from objective where workspace = @workspace and id = @id", new { workspace, id }) is { } row ? row.Read() : null;

    /// <summary>The objective, if I may see it.</summary>
    public static async Task<Objective> SeenObjective(this Session session, Me me, Id id) =>
        await session.One<Row>($"select x.document from objective x where x.workspace = @Workspace and x.id = @id and {Me.MaySee("x.id")}", new { me.Workspace, id, me.Sees, me.Led }) is { } row
            ? row.Read() : throw Rule.NotVisible();

    /// <summary>The one above it and those above that, the nearest first.</summary>
    public static async Task<List<Objective>> Above(this Session session, Id workspace, Id? parent)
    {
        var above = new List<Objective>();
        while (parent is { } id && above.Count <= Inward.Objectives.Objective.Deepest && await session.Objective(workspace, id) is { } next)
        {
            above.Add(next);
            parent = next.Parent;
        }
        return above;
    }

    /// <summary>Those right under it.</summary>
    public static async Task<List<Objective>> Below(this Session session, Id workspace, Id id) =>
        (await session.All<Row>("select document from objective where workspace = @workspace and parent = @id order by id", new { workspace, id })).ConvertAll(row => row.Read());

    public static void Save(this Unit unit, Objective objective, bool isNew)
    {
        var row = new
        {
            objective.Workspace, objective.Id, objective.Owner, objective.Parent, objective.What, state = Word(objective.State), document = JsonSerializer.Serialize(objective, Wire.Json),
            objective.Version, before = objective.Version - 1,
        };
        if (isNew)
            unit.Write("insert into objective (workspace, id, owner, parent, what, state, document, version) values (@Workspace, @Id, @Owner, @Parent, @What, @state, @document, @Version)", row);
        else
            unit.Write("update objective set owner = @Owner, parent = @Parent, what = @What, state = @state, document = @document, version = @Version where workspace = @Workspace and id = @Id and version = @before", row, 1);
        unit.ShowTo(objective.Id, Readers(objective));
        unit.MakeFindable(objective.Id, "objective", objective.What, string.Join('\n', [objective.Measure ?? "", objective.Because ?? "", objective.DayAfter ?? "", .. objective.Observables.Select(one => one.Text), objective.Closed?.Learned ?? ""]));
    }

    public static void Remove(this Unit unit, Objective objective)
    {
        unit.Write("delete from objective where workspace = @Workspace and id = @Id and version = @Version", new { objective.Workspace, objective.Id, objective.Version }, 1);
        unit.Forget(objective.Id);
    }

    public static string Word(ObjectiveState state) => state.ToString().ToLowerInvariant();

    private static IEnumerable<Reader> Readers(Objective objective) => objective.Published is not null ? [new Reader(objective.Workspace)] : [new Reader(objective.Owner), .. objective.Editors.Select(editor => new Reader(editor))];

    internal sealed record Row(string Document)
    {
        public Objective Read() => JsonSerializer.Deserialize<Objective>(Document, Wire.Json)!;
    }
}

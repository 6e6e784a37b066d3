using Inward.House;
using Inward.Objectives;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Objectives;

/// <summary>Which objectives are looked for.</summary>
public sealed record ObjectiveFilter(string? Q = null, ObjectiveState? State = null, Id? Owner = null, Id? Parent = null);

/// <param name="MayChange">Whether I write it.</param>
public sealed record ObjectiveRow(Objective Objective, Named Owner, bool MayChange);

/// <summary>Objectives that I may see, the newest first. Two questions.</summary>
public static class ObjectiveList
{
    public static async Task<(List<ObjectiveRow> Rows, string? Next)> Ask(Session session, Me me, ObjectiveFilter filter, string? after = null, int size = 50)
    {
        var place = Cursor.Id(string.IsNullOrEmpty(after) ? null : after);
        var rows = await session.All<ObjectiveTable.Row>($"""
            select x.document from objective x where x.workspace = @Workspace and {Me.MaySee("x.id")}
              {(place is null ? "" : "and x.id < @place")}
              {(filter.State is null ? "" : "and x.state = @state")}
              {(filter.Owner is null ? "" : "and x.owner = @Owner")}
              {(filter.Parent is null ? "" : "and x.parent = @Parent")}
              {(string.IsNullOrWhiteSpace(filter.Q) ? "" : "and lower(x.what) like @part escape '!'")}
            order by x.id desc limit @most
            """,
            new { me.Workspace, me.Sees, me.Led, place, state = filter.State is { } state ? ObjectiveTable.Word(state) : null, filter.Owner, filter.Parent, part = Cursor.Anywhere(filter.Q ?? ""), most = size + 1 });
        var (page, next) = Cursor.Cut(rows.ConvertAll(row => row.Read()), size, last => last.Id.ToString());
        return (await Named(session, me, page), next);
    }

    /// <summary>The one above and those right below, as far as I may see them. One question.</summary>
    public static async Task<List<ObjectiveRow>> Around(Session session, Me me, Objective objective) => await Named(session, me, (await session.All<ObjectiveTable.Row>($"""
        select x.document from objective x where x.workspace = @Workspace and (x.id = @Parent or x.parent = @Id) and {Me.MaySee("x.id")} order by x.id
        """, new { me.Workspace, objective.Id, objective.Parent, me.Sees, me.Led })).ConvertAll(row => row.Read()));

    private static async Task<List<ObjectiveRow>> Named(Session session, Me me, List<Objective> objectives)
    {
        var names = await session.Names(me.Workspace, objectives.Select(one => one.Owner));
        return objectives.ConvertAll(one => new ObjectiveRow(one, new Named(one.Owner, names.GetValueOrDefault(one.Owner.ToString(), "")), one.MayChange(me.Person, administrator: false, ownerIsHere: true)));
    }
}

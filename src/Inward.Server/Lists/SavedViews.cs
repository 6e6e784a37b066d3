using Inward.House;
using Inward.Lists;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Trash;
using Inward.Trash;

namespace Inward.Server.Lists;

/// <summary>A view of mine, or one that a colleague shares with me.</summary>
public sealed record ViewRow(Id Id, Id Owner, string OwnerName, ListRoom Room, string Name, string Query, Id? SharedWith);

/// <summary>What one can do with views: keep, share and remove one's own, and use those that others share.</summary>
public static class SavedViews
{
    private const int Most = 200;

    private const string Rows = "select v.id, v.person as owner, p.name as owner_name, v.room, v.name, v.query, v.shared_with from saved_view v join person p on p.workspace = v.workspace and p.id = v.person";

    public static Task<List<ViewRow>> Mine(Session session, Me me) =>
        session.All<ViewRow>($"{Rows} where v.workspace = @Workspace and v.person = @Person order by v.made_at, v.id", new { me.Workspace, me.Person });

    /// <summary>Mine of one list.</summary>
    public static Task<List<ViewRow>> Mine(Session session, Me me, ListRoom room) =>
        session.All<ViewRow>($"{Rows} where v.workspace = @Workspace and v.person = @Person and v.room = @room order by v.made_at, v.id", new { me.Workspace, me.Person, room });

    /// <summary>Those that others share with me, by name.</summary>
    public static Task<List<ViewRow>> SharedWithMe(Session session, Me me) => session.All<ViewRow>($"""
        {Rows} where v.workspace = @Workspace and v.shared_with in @Sees and v.person <> @Person order by v.name, v.id limit {Most}
        """, new { me.Workspace, me.Person, me.Sees });

    public static SavedView Keep(Unit unit, Me me, ListRoom room, string? name, string? query, Id? with)
    {
        var view = new SavedView(me.Workspace, Id.New(unit.Now), me.Person, room, name ?? "", query ?? "", with).Checked(me.Teams);
        Save(unit, view);
        return view;
    }

    internal static void Save(Unit unit, SavedView view)
    {
        Insert(unit, view);
        unit.Append("view.saved", view.Id, new { view.Name });
    }

    /// <summary>Shares one of mine with a team of mine or everyone; with null, keeps it to myself again.</summary>
    public static async Task<SavedView> Share(Unit unit, Me me, Id id, Id? with)
    {
        var row = (await Mine(unit, me)).Find(v => v.Id == id) ?? throw Rule.NotVisible();
        var view = new SavedView(me.Workspace, id, me.Person, row.Room, row.Name, row.Query, with).Checked(me.Teams);
        unit.Write("update saved_view set shared_with = @With where workspace = @Workspace and id = @Id", new { view.Workspace, view.Id, view.With });
        if (row.SharedWith is { } before)
            unit.HideFrom(id, before);
        ShowTo(unit, view);
        unit.Append("view.shared", id, new { view.With });
        return view;
    }

    public static async Task Remove(Unit unit, Me me, Id id)
    {
        var row = (await Mine(unit, me)).Find(v => v.Id == id) ?? throw Rule.NotVisible();
        unit.Write("delete from saved_view where workspace = @Workspace and person = @Person and id = @id", new { me.Workspace, me.Person, id }, 1);
        unit.PutInTrash(me.Person, TrashKind.View, id, row.Name, new SavedView(me.Workspace, id, me.Person, row.Room, row.Name, row.Query, null));
        unit.Append("view.removed", id, new { });
    }

    /// <summary>One's own alone, even if it was shared.</summary>
    internal static async Task Restore(Unit unit, Me me, Trashed trashed)
    {
        var view = (await unit.TrashedAs<SavedView>(trashed)).Checked(me.Teams);
        Insert(unit, view);
        foreach (var reader in me.Sees.Where(r => r != me.Person))
            unit.HideFrom(view.Id, reader);
    }

    private static void Insert(Unit unit, SavedView view)
    {
        unit.Write("insert into saved_view (workspace, id, person, room, name, query, shared_with, made_at) values (@Workspace, @Id, @Owner, @Room, @Name, @Query, @With, @Now)",
            new { view.Workspace, view.Id, view.Owner, view.Room, view.Name, view.Query, view.With, unit.Now });
        ShowTo(unit, view);
    }

    private static void ShowTo(Unit unit, SavedView view) => unit.ShowTo(view.Id, view.With is { } with ? [new Reader(view.Owner), new Reader(with)] : [new Reader(view.Owner)]);
}

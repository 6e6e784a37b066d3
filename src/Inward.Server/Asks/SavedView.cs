using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Asks;

/// <summary>Filters that somebody keeps under a name. Theirs alone.</summary>
public sealed record SavedView(Id Id, string Name, string Query);

public static class SavedViewTable
{
    public static Task<List<SavedView>> SavedViews(this Session session, Me me) =>
        session.All<SavedView>("select id, name, query from saved_view where workspace = @Workspace and person = @Person order by made_at", new { me.Workspace, me.Person });

    public static Id SaveView(this Unit unit, Me me, string? name, string? typed)
    {
        var query = typed ?? "";
        var wrong = new List<Wrong>();
        Text.Check(wrong, "name", name, 60, "Give the view a name.");
        if (query.Length > 2_000)
            wrong.Add(new Wrong("name", "These filters are too long to keep."));
        // It becomes part of an address again: nothing but what stands in one.
        if (query.Any(c => c is <= ' ' or > '~'))
            wrong.Add(new Wrong("query", "Write the filters as they stand in an address, such as due=late."));
        if (wrong.Count > 0)
            throw Rule.Invalid(wrong);
        var id = Id.New(unit.Now);
        unit.Write("insert into saved_view (workspace, id, person, name, query, made_at) values (@Workspace, @id, @Person, @name, @query, @Now)",
            new { me.Workspace, id, me.Person, name = name!.Trim(), query, unit.Now });
        unit.Append("view.saved", id, new { name });
        return id;
    }

    public static async Task RemoveView(this Unit unit, Me me, Id id)
    {
        if (await unit.Count("select count(*) from saved_view where workspace = @Workspace and person = @Person and id = @id", new { me.Workspace, me.Person, id }) == 0)
            throw Rule.NotVisible();
        unit.Write("delete from saved_view where workspace = @Workspace and person = @Person and id = @id", new { me.Workspace, me.Person, id }, 1);
        unit.Append("view.removed", id, new { });
    }
}

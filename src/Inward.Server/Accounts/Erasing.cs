using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Accounts;

/// <summary>
/// Erases somebody in every table there is. What names a record is told by <see cref="Check.References"/>, what was theirs alone by
/// <see cref="MergeMoves.Own"/>, and texts by the store itself: a new room is covered without a word here.
/// </summary>
internal sealed class Erasing(Unit unit, Person person)
{
    /// <summary>Rows that go besides what was theirs alone: what others noted of them for themselves, and what only tells who they were.</summary>
    private static readonly (string Table, string Column)[] AboutThem =
    [
        ("note", "about"), ("trash", "about"), ("relationship", "other"), ("suggestion", "author"), ("suggestion", "about"), ("dispute", "person"), ("mail_contact", "sender"),
        ("mail_contact", "receiver"), ("mail_link", "person"), ("thanks_copy", "person"), ("idempotency", "person"), ("job", "on_id"), ("import_row", "record"), ("merged", "kept"), ("merged", "gone"),
    ];

    private IReadOnlyList<KnownColumn> columns = [];

    public async Task Run(string called)
    {
        columns = await unit.All<KnownColumn>(Table.Question(unit.Engine));
        List<Id> ids = [person.Id, .. await unit.All<Id>("select id from person where workspace = @Workspace and merged_into = @Id", new { unit.Workspace, person.Id })];
        var entries = await unit.People(unit.Workspace, ids);
        var others = await unit.All<string>("select name from person where workspace = @Workspace and not (id in @ids) and erased_at is null", new { unit.Workspace, ids });
        unit.Write("delete from ask_file where workspace = @Workspace and ask in (select record from trash where workspace = @Workspace and owner in @ids)", new { unit.Workspace, ids });
        foreach (var (table, column) in MergeMoves.Own.Concat(AboutThem))
            await Delete(table, column, ids);
        await Delete("conversation", "id", await unit.All<Id>("select id from conversation where workspace = @Workspace and author in @ids and is_private = 1", new { unit.Workspace, ids }));
        await Delete("ask", "id", await unit.All<Id>("select id from ask where workspace = @Workspace and requester in @ids and state = 'draft'", new { unit.Workspace, ids }));
        foreach (var entry in entries)
        {
            unit.Keep(Erasure.Tombstone(entry, called), isNew: false);
            unit.Forget(entry.Id);
        }
        unit.Write("update person set erased_at = @Now where workspace = @Workspace and id in @ids", new { unit.Workspace, unit.Now, ids });
        unit.Write("update happening set payload = null, salt = null where workspace = @Workspace and on_id in @ids", new { unit.Workspace, ids });
        foreach (var run in Erasure.Mentions(entries, others) is var mentions ? mentions.Runs : [])
            await Replace(mentions, $"%{run}%", called);
    }

    // With all that hangs from the rows, and all that was told of them.
    private async Task Delete(string table, string column, IReadOnlyCollection<Id> of)
    {
        if (of.Count == 0)
            return;
        if (columns.Any(c => c.AtTable == table && c.AtColumn == "id"))
        {
            var ids = await unit.All<Id>($"select id from {table} where workspace = @Workspace and {column} in @of", new { unit.Workspace, of });
            foreach (var hanging in Check.References.Where(r => r.Names == table))
                await Delete(hanging.Table, hanging.Column, ids);
            foreach (var (told, on) in new[] { ("audience", "record"), ("search", "record"), ("job", "on_id") })
                unit.Write($"delete from {told} where workspace = @Workspace and {on} in @ids", new { unit.Workspace, ids });
            unit.Write("update happening set payload = null, salt = null where workspace = @Workspace and on_id in @ids", new { unit.Workspace, ids });
        }
        unit.Write($"delete from {table} where workspace = @Workspace and {column} in @of", new { unit.Workspace, of });
    }

    private async Task Replace(Mentions mentions, string run, string called)
    {
        foreach (var (table, column, _) in columns.Where(IsText))
        {
            var by = column.EndsWith("_key", StringComparison.Ordinal) ? called.ToLowerInvariant() : called;
            foreach (var text in await unit.All<string>($"select distinct {column} from {table} where workspace = @Workspace and lower({column}) like @run", new { unit.Workspace, run }))
            {
                if (mentions.In(text))
                    unit.Write($"update {table} set {column} = @clean where workspace = @Workspace and {column} = @text", new { unit.Workspace, text, clean = mentions.Replaced(text, by) });
            }
        }
        // The log is never rewritten: what was said goes with its salt, and the chain holds.
        var said = await unit.All<Said>("select id, payload from happening where workspace = @Workspace and lower(payload) like @run", new { unit.Workspace, run });
        var ids = said.Where(happening => mentions.In(happening.Payload)).Select(happening => happening.Id).ToList();
        unit.Write("update happening set payload = null, salt = null where workspace = @Workspace and id in @ids", new { unit.Workspace, ids });
    }

    // Others' own names and addresses are theirs, and a key belongs to another system.
    private bool IsText(KnownColumn column) => column.Type == "text" && column.AtColumn != "external_key" && column.AtTable is not ("happening" or "workspace")
        && (column.AtTable != "person" || column.AtColumn is "title" or "own_words" or "absences" or "field_values")
        && columns.Any(c => c.AtTable == column.AtTable && c.AtColumn == "workspace");

    private sealed record Said(Id Id, string Payload);
}

using System.Text;
using Inward.House;
using Inward.House.Imports;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;

namespace Inward.Server.Imports;

/// <summary>The rows that were left out, as a file that can be corrected and brought in again.</summary>
public static class ImportErrors
{
    public static async Task<Import> Visible(Session session, Me me, Id id)
    {
        Import.CheckKeeper(me.Administrator);
        return await session.Import(me.Workspace, id) is { } import && import.IsShownTo(me.Person) ? import : throw Rule.NotVisible();
    }

    public static async Task<(Import Import, string Csv)> Of(Session session, Me me, Id id, Tongue t)
    {
        var import = await Visible(session, me, id);
        var text = new StringBuilder();
        foreach (var row in (await session.ErrorsOf(me.Workspace, id)).SelectMany(errors => errors.Told(sentence => t[sentence])))
            text.AppendJoin(',', row.Select(Csv.Cell)).Append("\r\n");
        return (import, text.ToString());
    }

    public static void Map(WebApplication app) => app.MapGet("/imports/{id}/errors", async (HttpContext http, Store store, Id id) =>
    {
        var t = http.Tongue();
        var (import, csv) = await store.Read(session => Of(session, http.Me()!, id, t));
        return Results.File(Encoding.UTF8.GetBytes('\uFEFF' + csv), "text/csv", $"{Path.GetFileNameWithoutExtension(import.File)} ({t["left out"]}).csv");
    }).ExcludeFromDescription();
}

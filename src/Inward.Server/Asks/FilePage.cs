using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Asks;

/// <summary>The download beside the page of an ask.</summary>
public static class FilePage
{
    public static void Map(WebApplication app) => app.MapGet("/asks/{id}/files/{file}", async (HttpContext http, Store store, Id id, Id file) =>
        AskFiles.Download(await store.Read(session => AskFiles.Read(session, http.Me()!, id, file)))).ExcludeFromDescription();
}

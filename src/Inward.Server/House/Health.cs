using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>/healthz: alive. /readyz: the store answers and its schema is ours.</summary>
public static class Health
{
    public static void Map(WebApplication app)
    {
        app.MapMethods("/healthz", ["GET", "HEAD"], () => Results.Text("alive")).AllowAnonymous();
        app.MapMethods("/readyz", ["GET", "HEAD"], async (Store store) =>
        {
            try
            {
                return await Migrator.Version(store) == Migrator.Newest ? Results.Text("ready") : Results.Text("The schema is not current.", statusCode: 503);
            }
            catch (Exception failure) when (failure is StoreRefused or System.Data.Common.DbException)
            {
                return Results.Text("The store cannot be reached.", statusCode: 503);
            }
        }).AllowAnonymous();
    }
}

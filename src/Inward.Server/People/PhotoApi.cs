using System.Security.Cryptography;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>A colleague's picture for programs, and for pages under an address that changes with it.</summary>
public static class PhotoApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var people = api.MapGroup("/people/{id}/photo").WithTags("people");
        people.MapGet("", async (Door door, Id id) =>
        {
            var photo = await door.Read(session => Visible(session, door.Me, id));
            return Results.Bytes(photo.Content, photo.Type);
        }).WithName("getPhoto").WithSummary("A colleague's picture").Produces<byte[]>(200, "image/jpeg", "image/png").ProducesProblem(404);
        people.MapPut("", async (Door door, Id id, HttpRequest request) =>
        {
            var bytes = await PhotoDesk.ReadUpload(request.Body, request.HttpContext.RequestAborted);
            return await door.Change(new { hash = Convert.ToHexString(SHA256.HashData(bytes)) }, async unit =>
            {
                await PhotoDesk.Show(unit, door.Me, id, door.IfMatch(), bytes);
                return Reply.Nothing();
            });
        }).WithName("showPhoto").WithSummary("Shows my picture (the body is the bytes of a PNG or JPEG); where and with what it was taken is not kept")
            .Accepts<byte[]>(isOptional: true, "image/jpeg", "image/png", "*/*").Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422).ProducesProblem(428);
        people.MapDelete("", (Door door, Id id) => door.Change(null, async unit =>
        {
            await PhotoDesk.Remove(unit, door.Me, id, door.IfMatch());
            return Reply.Nothing();
        })).WithName("removePhoto").WithSummary("Removes a picture: one's own, or any for administrators").Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(428);
    }

    public static void MapPage(WebApplication app) => app.MapGet("/people/{id}/photo/{hash}", async (HttpContext http, Store store, Id id, string hash) =>
    {
        var photo = await store.Read(session => Visible(session, http.Me()!, id));
        if (photo.Hash != hash)
            throw Rule.NotVisible();
        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return Results.Bytes(photo.Content, photo.Type);
    }).ExcludeFromDescription();

    private static async Task<PhotoDesk.Photo> Visible(Session session, Me me, Id id) =>
        await session.Person(me.Workspace, id) is not null && await session.PhotoOf(me.Workspace, id) is { } photo ? photo : throw Rule.NotVisible();
}

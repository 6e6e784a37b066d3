using System.Security.Cryptography;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>Pictures of colleagues and teams for programs, and for pages under an address that changes with them.</summary>
public static class PhotoApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var people = api.MapGroup("/people/{id}/photo").WithTags("people");
        people.MapGet("", (Door door, Id id) => Bytes(door, session => OfPerson(session, door.Me, id)))
            .WithName("getPhoto").WithSummary("A colleague's picture").Produces<byte[]>(200, "image/jpeg", "image/png").ProducesProblem(404);
        people.MapPut("", (Door door, Id id, HttpRequest request) => Show(door, request, (unit, bytes) => PhotoDesk.Show(unit, door.Me, id, door.IfMatch(), bytes)))
            .WithName("showPhoto").WithSummary("Shows my picture (the body is the bytes of a PNG or JPEG); where and with what it was taken is not kept")
            .Accepts<byte[]>(isOptional: true, "image/jpeg", "image/png", "*/*").Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422).ProducesProblem(428);
        people.MapDelete("", (Door door, Id id) => Remove(door, unit => PhotoDesk.Remove(unit, door.Me, id, door.IfMatch())))
            .WithName("removePhoto").WithSummary("Removes a picture: one's own, or any for administrators").Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(428);

        var teams = api.MapGroup("/teams/{id}/photo").WithTags("teams");
        teams.MapGet("", (Door door, Id id) => Bytes(door, session => OfTeam(session, door.Me, id)))
            .WithName("getTeamPhoto").WithSummary("A team's picture").Produces<byte[]>(200, "image/jpeg", "image/png").ProducesProblem(404);
        teams.MapPut("", (Door door, Id id, HttpRequest request) => Show(door, request, (unit, bytes) => PhotoDesk.ShowOfTeam(unit, door.Me, id, door.IfMatch(), bytes)))
            .WithName("showTeamPhoto").WithSummary("Shows a picture of a team (whoever is in it); where and with what it was taken is not kept")
            .Accepts<byte[]>(isOptional: true, "image/jpeg", "image/png", "*/*").Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422).ProducesProblem(428);
        teams.MapDelete("", (Door door, Id id) => Remove(door, unit => PhotoDesk.RemoveOfTeam(unit, door.Me, id, door.IfMatch())))
            .WithName("removeTeamPhoto").WithSummary("Removes a team's picture (whoever is in it, and administrators)").Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(428);
    }

    public static void MapPages(WebApplication app)
    {
        app.MapGet("/people/{id}/photo/{hash}", (HttpContext http, Store store, Id id, string hash) => Page(http, store, hash, session => OfPerson(session, http.Me()!, id))).ExcludeFromDescription();
        app.MapGet("/teams/{id}/photo/{hash}", (HttpContext http, Store store, Id id, string hash) => Page(http, store, hash, session => OfTeam(session, http.Me()!, id))).ExcludeFromDescription();
    }

    private static async Task<IResult> Bytes(Door door, Func<Session, Task<PhotoDesk.Photo>> visible)
    {
        var photo = await door.Read(visible);
        return Results.Bytes(photo.Content, photo.Type);
    }

    private static async Task<IResult> Page(HttpContext http, Store store, string hash, Func<Session, Task<PhotoDesk.Photo>> visible)
    {
        var photo = await store.Read(visible);
        if (photo.Hash != hash)
            throw Rule.NotVisible();
        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return Results.Bytes(photo.Content, photo.Type);
    }

    private static async Task<IResult> Show(Door door, HttpRequest request, Func<Unit, byte[], Task> show)
    {
        var bytes = await PhotoDesk.ReadUpload(request.Body, request.HttpContext.RequestAborted);
        return await door.Change(new { hash = Convert.ToHexString(SHA256.HashData(bytes)) }, async unit =>
        {
            await show(unit, bytes);
            return Reply.Nothing();
        });
    }

    private static Task<IResult> Remove(Door door, Func<Unit, Task> remove) => door.Change(null, async unit =>
    {
        await remove(unit);
        return Reply.Nothing();
    });

    private static async Task<PhotoDesk.Photo> OfPerson(Session session, Me me, Id id) =>
        await session.Person(me.Workspace, id) is not null && await session.PhotoOf(me.Workspace, id) is { } photo ? photo : throw Rule.NotVisible();

    private static async Task<PhotoDesk.Photo> OfTeam(Session session, Me me, Id id) => await session.PhotoOfTeam(me.Workspace, id) ?? throw Rule.NotVisible();
}

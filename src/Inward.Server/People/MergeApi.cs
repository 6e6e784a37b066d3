using Inward.House;
using Inward.People;
using Inward.Server.House;

namespace Inward.Server.People;

/// <summary>/api/v1/people/{id}/merge: two entries of one colleague become one, and are parted again.</summary>
public static class MergeApi
{
    /// <param name="Stays">Stays in teams that move.</param>
    /// <param name="StaysBehind">Stays in teams in which who stays was at the same time.</param>
    /// <param name="Refused">Why it cannot be done; null when it can.</param>
    public sealed record MergePreviewOut(
        Named Kept, Named Gone, IReadOnlyList<MergeField> Fields, MergeCounts Moves, IReadOnlyList<TeamStay> Stays, IReadOnlyList<TeamStay> StaysBehind, string? Refused);

    public static void Map(RouteGroupBuilder api)
    {
        var people = api.MapGroup("/people").WithTags("people");
        people.MapGet("/{id}/merge", async (Door door, Id id, string? other, string? take) =>
        {
            MergeDesk.CheckKeeper(door.Me);
            var preview = await door.Read(session => MergeDesk.Preview(session, door.Me, id, Query.Id("other", other), TakenTyped.Of(take), door.Now));
            return Results.Json(new MergePreviewOut(new Named(id, preview.Merging.Kept.Name), new Named(preview.Merging.Gone.Id, preview.Merging.Gone.Name), MergeFields.All(preview, door.T), preview.Counts, preview.Stays,
                preview.StaysBehind, preview.Refused is { } rule ? door.T[rule.Sentence] : null), Wire.Json);
        }).WithName("previewMerge").WithSummary("What merging the entry `other` with this one would do; `take` names fields of which its value is chosen (administrators)").Produces<MergePreviewOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        people.MapPost("/{id}/merge", (Door door, Id id, MergeIn body) => door.Change(body, async unit =>
        {
            var merge = await MergeDesk.Merge(unit, door.Me, id, body.Other, new Taken(body.Take ?? []), (door.IfMatch(), null));
            return Reply.Created($"/api/v1/people/merges/{merge.Id}", MergeOut.Of(merge), 1);
        })).WithName("mergePeople").WithSummary("Two entries of one colleague become one: this one is kept (administrators)").Produces<MergeOut>(201).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
        people.MapGet("/merges", async (Door door) => door.List((await door.Read(session => MergeDesk.All(session, door.Me))).ConvertAll(MergeOut.Of), null))
            .WithName("listMerges").WithSummary("Entries that were merged, the newest first (administrators)").Produces<Listed<MergeOut>>().ProducesProblem(403);
        people.MapGet("/merges/{merge}", (Door door, Id merge) => door.Show(async session =>
            (MergeOut.Of(await MergeDesk.One(session, door.Me, merge)), 1))).WithName("readMerge").WithSummary("One of them (administrators)").Produces<MergeOut>().ProducesProblem(403).ProducesProblem(404);
        people.MapPost("/merges/{merge}/undoing", (Door door, Id merge) => door.Change(null, async unit =>
            Reply.Done(MergeOut.Of(await MergeDesk.Part(unit, door.Me, merge)), 1)))
            .WithName("partPeople").WithSummary("Parts them again, within 30 days and while no ask that came along has moved on (administrators)").Produces<MergeOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
    }
}

using System.Text.Json;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Customers;

/// <summary>A version of the words as they once stood.</summary>
public sealed record VersionShown(int Version, string Words, string? SaidBy, DateOnly SaidOn, string? Stage, Named Customer, Named? Sale, Named? By, DateTimeOffset At)
{
    public static VersionShown Of(VerbatimVersion v) =>
        new(v.Version, v.Words, v.SaidBy, v.SaidOn, v.Stage, new Named(v.Customer, v.CustomerName), Named.Maybe(v.Sale, v.SaleName), Named.Maybe(v.ByPerson, v.ByName), v.At);
}

/// <param name="Versions">Every version, the newest first; only where one verbatim is read.</param>
public sealed record VerbatimShown(
    Id Id, Named Customer, string Words, string? SaidBy, DateOnly SaidOn, string? Stage, Named? Sale, Named? KeptBy, DateTimeOffset At, int Version, IReadOnlyList<VersionShown>? Versions)
{
    public static VerbatimShown Of(VerbatimRow row, IReadOnlyList<VersionShown>? versions) => new(
        row.Id, new Named(row.Customer, row.CustomerName), row.Words, row.SaidBy, row.SaidOn, row.Stage, Named.Maybe(row.Sale, row.SaleName),
        Named.Maybe(row.KeptBy, row.KeptByName), row.MadeAt, row.Version, versions);
}

/// <summary>/api/v1/verbatims.</summary>
public static class VerbatimsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var verbatims = api.MapGroup("/verbatims").WithTags("verbatims");
        verbatims.MapGet("", List).WithName("listVerbatims").WithSummary("What customers said, newest first; by `customer` and `sale`").Produces<Listed<VerbatimShown>>().ProducesProblem(422);
        verbatims.MapGet("/{id}", Get).WithName("getVerbatim").WithSummary("The customer's words, with every version").Produces<VerbatimShown>().ProducesProblem(404);
        verbatims.MapPost("", Keep).WithName("keepVerbatim").WithSummary("Keeps what a customer said, word for word").Produces<VerbatimShown>(201).ProducesProblem(422);
        verbatims.MapPut("/{id}", (Door door, Id id, VerbatimTold body) => Correct(door, id, body, _ => body))
            .WithName("replaceVerbatim").WithSummary("Corrects the words; the version before is kept").Produces<VerbatimShown>().ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        verbatims.MapPatch("/{id}", (Door door, Id id, JsonElement body) => Correct(door, id, body, now => Patch.Over(now, body))).Accepts<VerbatimTold>("application/json", "application/merge-patch+json")
            .WithName("correctVerbatim").WithSummary("Corrects what is named; the version before is kept").Produces<VerbatimShown>().ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
    }

    private static async Task<IResult> List(Door door, string? customer, string? sale, string? after, string? limit)
    {
        var (rows, next) = await door.Read(session => VerbatimsList.Ask(session, door.Me, Query.Id("customer", customer), Query.Id("sale", sale), after, Cursor.Size(limit)));
        return door.List(rows.ConvertAll(r => VerbatimShown.Of(r, null)), next);
    }

    private static Task<IResult> Get(Door door, Id id) => door.Show(session => Shown(session, door.Me, id));

    private static Task<IResult> Keep(Door door, VerbatimTold body) => door.Change(body, async unit =>
    {
        var verbatim = await VerbatimDesk.Keep(unit, door.Me, body);
        return Reply.Created($"/api/v1/verbatims/{verbatim.Id}", (await Shown(unit, door.Me, verbatim.Id)).Verbatim, verbatim.Version);
    });

    private static Task<IResult> Correct(Door door, Id id, object body, Func<VerbatimTold, VerbatimTold> told) => door.Edit(body, async unit =>
    {
        var verbatim = await VerbatimDesk.Correct(unit, door.Me, id, door.IfMatch(), told);
        return Reply.Done((await Shown(unit, door.Me, id)).Verbatim, verbatim.Version);
    }, session => Shown(session, door.Me, id));

    private static async Task<(VerbatimShown Verbatim, int Version)> Shown(Session session, Me me, Id id)
    {
        var row = await VerbatimsList.One(session, me, id) ?? throw Rule.NotVisible();
        return (VerbatimShown.Of(row, (await VerbatimsList.Versions(session, me, id)).ConvertAll(VersionShown.Of)), row.Version);
    }
}

using System.Text.Json;
using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>/api/v1/people/fields: what a company asks of every colleague, or of every team, beside what Inward does. Everybody reads it, administrators change it.</summary>
public static class FieldsApi
{
    /// <param name="Kind">text, number, day, yesNo or choice.</param>
    /// <param name="Writer">person: each colleague their own, those in a team its, and administrators; or administrators alone.</param>
    /// <param name="About">person or team: on whose page it stands.</param>
    public sealed record FieldOut(Id Id, string Name, FieldKind Kind, IReadOnlyList<string> Choices, FieldWriter Writer, bool CanFilter, int Place, bool Retired, DateTimeOffset? RetiredAt, int Version, FieldAbout About)
    {
        public static FieldOut Of(CompanyField field) => new(field.Id, field.Name, field.Kind, field.Choices, field.Writer, field.CanFilter, field.Place, !field.IsInUse, field.RetiredAt, field.Version, field.About);
    }

    /// <param name="Fields">Ids in the order in which they shall stand; others follow.</param>
    public sealed record OrderIn(IReadOnlyList<Id>? Fields);

    public static void Map(RouteGroupBuilder api)
    {
        var fields = api.MapGroup("/people/fields").WithTags("people");
        fields.MapGet("", async (Door door) => door.List((await door.Read(session => session.CompanyFields(door.Me.Workspace))).ConvertAll(FieldOut.Of), null))
            .WithName("listPersonFields").WithSummary("The fields a company has made itself for its colleagues and teams, in their order, retired ones too").Produces<Listed<FieldOut>>();
        fields.MapPost("", (Door door, FieldTold body) => door.Change(body, async unit =>
        {
            var field = await FieldDesk.Add(unit, door.Me, body);
            return Reply.Created($"/api/v1/people/fields/{field.Id}", FieldOut.Of(field), field.Version);
        })).WithName("addPersonField").WithSummary("Makes a field (administrators)").WithDescription("Everybody in the company reads what it says of colleagues, so it must not ask for health, religion, origin or the like.")
            .Produces<FieldOut>(201).ProducesProblem(403).ProducesProblem(422);
        fields.MapPost("/order", (Door door, OrderIn body) => door.Change(body, async unit =>
            new Reply(200, JsonSerializer.Serialize(new Listed<FieldOut>([.. (await FieldDesk.Order(unit, door.Me, body.Fields)).Select(FieldOut.Of)], null), Wire.Json))))
            .WithName("orderPersonFields").WithSummary("Puts the fields into an order (administrators)").Produces<Listed<FieldOut>>().ProducesProblem(403).ProducesProblem(422);
        fields.MapGet("/{field}", (Door door, Id field) => door.Show(session => Shown(session, door, field))).WithName("getPersonField").WithSummary("One field").Produces<FieldOut>().ProducesProblem(404);
        fields.MapPut("/{field}", (Door door, Id field, FieldTold body) => Retell(door, field, body, _ => body))
            .WithName("replacePersonField").WithSummary("Tells a field anew (administrators); its kind stays").Produces<FieldOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        fields.MapPatch("/{field}", (Door door, Id field, JsonElement body) => Retell(door, field, body, now => Patch.Over(now, body))).Accepts<FieldTold>("application/json", "application/merge-patch+json")
            .WithName("changePersonField").WithSummary("Changes what is named: rename it, retire it and bring it back, rename a choice with `renamed` (administrators)")
            .Produces<FieldOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
    }

    private static Task<IResult> Retell(Door door, Id id, object body, Func<FieldTold, FieldTold> told) => door.Edit(body, async unit =>
    {
        var field = await FieldDesk.Retell(unit, door.Me, id, door.IfMatch(), told);
        return Reply.Done(FieldOut.Of(field), field.Version);
    }, session => Shown(session, door, id));

    private static async Task<(FieldOut Field, int Version)> Shown(Session session, Door door, Id id) =>
        (await session.CompanyFields(door.Me.Workspace)).Find(field => field.Id == id) is { } field ? (FieldOut.Of(field), field.Version) : throw Rule.NotVisible();
}

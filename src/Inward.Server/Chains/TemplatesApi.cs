using System.Text.Json;
using Inward.Chains;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Journeys;
using Inward.Server.Storage;

namespace Inward.Server.Chains;

/// <param name="Days">How many working days it usually takes.</param>
/// <param name="After">The steps that it waits for.</param>
/// <param name="Question">Only when this is answered with yes, sale by sale; null where every sale has it.</param>
public sealed record StepShown(Id Id, string Name, Named? Team, int Days, IReadOnlyList<Named> After, string? Question, string? Reason, string? Effect, IReadOnlyList<string> Conditions)
{
    public static StepShown Of(TemplateSeen seen, Step step) => new(
        step.Id, step.Name, seen.Team(step), step.Days, [.. step.After.Select(before => new Named(before, seen.Step(before).Name))], step.Question, step.Reason, step.Effect, step.Conditions);
}

/// <param name="Owner">Null while nobody owns it: then everybody may change it.</param>
/// <param name="Days">How many working days it takes if every step is needed.</param>
public sealed record TemplateShown(Id Id, string Name, PersonNamed? Owner, int Days, IReadOnlyList<StepShown> Steps, int Version)
{
    public static TemplateShown Of(TemplateSeen seen) =>
        new(seen.Template.Id, seen.Template.Name, seen.Owner, seen.Days(), [.. seen.Template.Steps.Select(step => StepShown.Of(seen, step))], seen.Template.Version);
}

/// <summary>/api/v1/chains: templates of what follows a sale.</summary>
public static class TemplatesApi
{
    /// <param name="CopyOf">A template whose steps it takes over, where none are told.</param>
    public sealed record ChainIn(string? Name, Id? Owner = null, IReadOnlyList<StepTold>? Steps = null, Id? CopyOf = null);

    /// <param name="After">Steps of the same chain, each by its id or its name.</param>
    public sealed record StepIn(
        string? Name, Id? Team = null, int? Days = null, IReadOnlyList<string>? After = null, string? Question = null, string? Reason = null, string? Effect = null, IReadOnlyList<string>? Conditions = null)
    {
        public static StepIn Of(StepTold told) => new(told.Name, told.Team, told.Days, told.After, told.Question, told.Reason, told.Effect, told.Conditions);

        public StepTold Told() => new(Name, Team, Days, After, Question, Reason, Effect, Conditions);
    }

    public static void Map(RouteGroupBuilder api)
    {
        var chains = api.MapGroup("/chains").WithTags("chains");
        chains.MapGet("", async (Door door, string? q, string? after, string? limit) =>
        {
            var (rows, next) = await door.Read(session => TemplateSeen.List(session, door.Me, q, after, Cursor.Size(limit), door.Today));
            return door.List(rows.ConvertAll(TemplateShown.Of), next);
        }).WithName("listChains").WithSummary("Templates of what follows a sale, the oldest first; `q` finds part of a name").Produces<Listed<TemplateShown>>().ProducesProblem(422);
        chains.MapGet("/{id}", (Door door, Id id) => door.Show(session => Shown(session, door, id))).WithName("getChain").WithSummary("One template with its steps").Produces<TemplateShown>().ProducesProblem(404);
        chains.MapPost("", (Door door, ChainIn body) => door.Change(body, async unit =>
        {
            var made = await TemplateDesk.Make(unit, door.Me, new ChainTemplateTold(body.Name, body.Owner, body.Steps), body.CopyOf);
            return Reply.Created($"/api/v1/chains/{made.Id}", (await Shown(unit, door, made.Id)).Template, made.Version);
        })).WithName("makeChain").WithSummary("Makes a template: of the steps told, of another's (`copyOf`), else of the eight").Produces<TemplateShown>(201).ProducesProblem(422);
        chains.MapPut("/{id}", (Door door, Id id, ChainTemplateTold body) => Retell(door, id, body, (unit, version) => TemplateDesk.Retell(unit, door.Me, id, version, _ => body)))
            .WithName("replaceChain").WithSummary("Tells a template anew; chains that have begun stay").Produces<TemplateShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        chains.MapPatch("/{id}", (Door door, Id id, JsonElement body) => Retell(door, id, body, (unit, version) => TemplateDesk.Retell(unit, door.Me, id, version, now => Patch.Over(now, body))))
            .Accepts<ChainTemplateTold>("application/json", "application/merge-patch+json").WithName("changeChain").WithSummary("Changes what is named, and leaves the rest").Produces<TemplateShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        chains.MapDelete("/{id}", (Door door, Id id) => door.Change(null, async unit =>
        {
            await TemplateDesk.Delete(unit, door.Me, id, door.IfMatch());
            return Reply.Nothing();
        })).WithName("deleteChain").WithSummary("Into the trash; chains that have begun stay").Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(428);
        MapSteps(chains);
    }

    private static void MapSteps(RouteGroupBuilder chains)
    {
        chains.MapPost("/{id}/steps", (Door door, Id id, StepIn body) => Retell(door, id, body, (unit, version) => TemplateDesk.AddStep(unit, door.Me, id, version, body.Told()), 201))
            .WithName("addStep").WithSummary("Adds a step to a template").Produces<TemplateShown>(201).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        chains.MapPatch("/{id}/steps/{step}", (Door door, Id id, Id step, JsonElement body) => Retell(door, id, body, (unit, version) => TemplateDesk.RetellStep(unit, door.Me, id, step, version, now => Patch.Over(StepIn.Of(now), body).Told())))
            .Accepts<StepIn>("application/json", "application/merge-patch+json").WithName("changeStep").WithSummary("Changes one step, and leaves the rest").Produces<TemplateShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        chains.MapDelete("/{id}/steps/{step}", (Door door, Id id, Id step) => Retell(door, id, null, (unit, version) => TemplateDesk.RemoveStep(unit, door.Me, id, step, version)))
            .WithName("removeStep").WithSummary("Removes a step; what waits for it waits for what it waited for").Produces<TemplateShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
    }

    private static Task<IResult> Retell(Door door, Id id, object? body, Func<Unit, int?, Task<ChainTemplate>> change, int status = 200) => door.Edit(body, async unit =>
    {
        var template = await change(unit, door.IfMatch());
        return Reply.Done((await Shown(unit, door, id)).Template, template.Version) with { Status = status };
    }, session => Shown(session, door, id));

    private static async Task<(TemplateShown Template, int Version)> Shown(Session session, Door door, Id id)
    {
        var seen = await TemplateSeen.One(session, door.Me, id, door.Today);
        return (TemplateShown.Of(seen), seen.Template.Version);
    }
}

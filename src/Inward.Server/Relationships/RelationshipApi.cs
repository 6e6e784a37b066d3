using Inward.House;
using Inward.People;
using Inward.Relationships;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Relationships;

/// <summary>Keeping in touch, for programs that act for me. What stands here is mine alone.</summary>
public static class RelationshipApi
{
    /// <param name="Ideal">Days from 1 to 730; null for the default, 30 and 60.</param>
    public sealed record CadenceIn(int? Ideal, int? Limit);

    /// <param name="Until">A day to come, within a year; null to show them again.</param>
    public sealed record SnoozeIn(DateOnly? Until);

    /// <param name="At">To come, within a year; null lets the planned talk go.</param>
    /// <param name="About">What to bring up, up to 200 characters.</param>
    public sealed record PlanIn(DateTimeOffset? At, string? About);

    public sealed record PlanOut(OtherOut Other, DateTimeOffset At, string? About);

    public sealed record FocusIn(Id? Person);

    public sealed record OtherOut(string Kind, Id Id, string Name);

    /// <param name="Why">Each reason in words; there is no figure behind it that is not said here.</param>
    /// <param name="Warmth">green, amber or red; null when no days are counted.</param>
    /// <param name="Leverage">Of a team, 0 to 1: how much of what matters to customers lies with it and is not won yet.</param>
    public sealed record NextOut(OtherOut Other, IReadOnlyList<string> Why, int? Days, int Ideal, int Limit, Warmth? Warmth, int AsksDue, double Leverage)
    {
        public static NextOut Of(NextRow row, Tongue t) => new(new OtherOut(row.Next.IsTeam ? "team" : "person", row.Next.Other, row.Name), [.. row.Next.Why.Select(w => t[w])],
            row.Next.Days, row.Next.Cadence.Ideal, row.Next.Cadence.Limit, row.Next.Warmth, row.Next.AsksDue, row.Next.Leverage);
    }

    public sealed record ContactOut(DateTimeOffset At, string By, Id On);

    public sealed record RelationshipOut(Id Other, int Ideal, int Limit, bool Chosen, ContactOut? LastContact, DateOnly? SnoozedUntil, DateOnly? FocusSince, PlannedTalk? Plan)
    {
        public static RelationshipOut Of(Relationship kept) => new(kept.Other, kept.Cadence.Ideal, kept.Cadence.Limit, kept.Chosen is not null,
            kept.Last is { } last ? new ContactOut(last.At, last.By, last.On) : null, kept.SnoozedUntil, kept.FocusSince, kept.Plan);
    }

    /// <param name="Evidence">What stands behind it, newest first, each with the path of its page.</param>
    public sealed record StepOut(FocusStep Step, bool Evident, string Finding, IReadOnlyList<EvidenceOut> Evidence);

    public sealed record EvidenceOut(string Text, string Page);

    public sealed record FocusOut(OtherOut Person, DateOnly? Since, IReadOnlyList<StepOut> Steps, FocusStep? Next, IReadOnlyList<string> NeverAnswered);

    public sealed record BriefOut(OtherOut Person, WordsShown OwnWords, IReadOnlyList<TalkSeen> Talks, IReadOnlyList<AskLine> Open, IReadOnlyList<ThanksSeen> Thanks, IReadOnlyList<AskSeen> ToThank, IReadOnlyList<string> NeverAnswered, IReadOnlyList<PromisedOut> Promises);

    /// <summary>What one of us promised the other in a talk and still owes.</summary>
    public sealed record PromisedOut(string Text, Id By, Id To, DateTimeOffset At, string Page);

    /// <param name="On">Whether this company brings mail logs in.</param>
    /// <param name="FromMe">Mails, newer ones counting more: half after 90 days.</param>
    /// <param name="Mutual">The smaller of the two.</param>
    /// <param name="Dormant">Strong once, and silent for thirty days.</param>
    public sealed record MailOut(bool On, double FromMe, double ToMe, double Mutual, DateOnly? LastOn, bool Dormant)
    {
        public static MailOut Of(MailPair pair, bool on) => new(on, Math.Round(pair.FromMe, 2), Math.Round(pair.ToMe, 2), Math.Round(pair.Mutual, 2), pair.LastOn, pair.IsDormant);
    }

    public static void Map(RouteGroupBuilder api)
    {
        var mine = api.MapGroup("/me").WithTags("relationships");
        mine.MapGet("/next", async (Door door) => door.List([.. (await door.Read(s => SeeNext.Ask(s, door.Me, door.Today))).Select(n => NextOut.Of(n, door.T))], null))
            .WithName("seeNext").WithSummary("Whom I might see next, and why: my own list").Produces<Listed<NextOut>>();
        mine.MapGet("/relationships/{id}", (Door door, Id id) => door.Show(s => Shown(s, door, id)))
            .WithName("readRelationship").WithSummary("How I keep in touch with a colleague or a team").Produces<RelationshipOut>();
        mine.MapPut("/relationships/{id}", (Door door, Id id, CadenceIn body) => door.Edit(body, async unit =>
            Done(await RelationshipDesk.Keep(unit, door.Me, id, body is { Ideal: null, Limit: null } ? null : Cadence.Chosen(body.Ideal, body.Limit), door.IfMatch())), s => Shown(s, door, id)))
            .WithName("chooseCadence").WithSummary("Choose how often: ideal and limit in days").Produces<RelationshipOut>();
        mine.MapPost("/relationships/{id}/snooze", (Door door, Id id, SnoozeIn body) => door.Change(body, async unit => Done(await RelationshipDesk.Snooze(unit, door.Me, id, body.Until))))
            .WithName("snooze").WithSummary("Leave them out of what comes next until a day").Produces<RelationshipOut>();
        mine.MapGet("/plans", async (Door door) => door.List([.. (await door.Read(s => s.PlannedTalks(door.Me, door.Now))).Select(p => new PlanOut(new OtherOut(p.IsTeam ? "team" : "person", p.Other, p.Name), p.Plan.At, p.Plan.About))], null))
            .WithName("listPlans").WithSummary("Talks that I planned, the next first").Produces<Listed<PlanOut>>();
        mine.MapPost("/relationships/{id}/plan", (Door door, Id id, PlanIn body) => door.Change(body, async unit => Done(await RelationshipDesk.Plan(unit, door.Me, id,
            body is { At: null, About: null } ? null : PlannedTalk.Checked(body.At, body.About, unit.Now)))))
            .WithName("planTalk").WithSummary("Plan a talk, or let it go").Produces<RelationshipOut>();
        mine.MapGet("/relationships/{id}/mail", async (Door door, Id id) => Results.Json(await door.Read(async s => MailOut.Of(await MailContacts.Asked(s, door.Me, id, door.Today), await MailContacts.AreOn(s, door.Me.Workspace))), Wire.Json))
            .WithName("readMailBetweenUs").WithSummary("How much a colleague and I write to each other, as mail logs tell it: for the two of us alone").Produces<MailOut>().ProducesProblem(422);
        api.MapGet("/teams/mail", async (Door door, string? quarter) => Results.Json(await door.Read(s => MailCuts.Ask(s, door.Me, quarter, door.T)), Wire.Json))
            .WithTags("teams").WithName("readMailBetweenTeams").WithSummary("Mail between teams in a quarter, counted once, by five people or more").Produces<MailBetweenTeams>().ProducesProblem(422);
        MapFocus(api, mine);
    }

    private static void MapFocus(RouteGroupBuilder api, RouteGroupBuilder mine)
    {
        mine.MapGet("/focus", async (Door door) =>
        {
            var us = await door.Read(async s => await s.InFocus(door.Me) is { } other ? await BetweenUs.Ask(s, door.Me, other) : null);
            return us is null ? Results.NoContent() : Results.Json(FocusOf(us, door), Wire.Json);
        }).WithName("readFocus").WithSummary("The colleague I want to win over now, and where I stand; 204 when nobody is").Produces<FocusOut>().Produces(204);
        mine.MapPost("/focus", (Door door, FocusIn body) => door.Change(body, async unit =>
        {
            var kept = await RelationshipDesk.Focus(unit, door.Me, body.Person ?? throw Rule.Invalid("person", "Choose a colleague."));
            return Reply.Done(FocusOf(await BetweenUs.Ask(unit, door.Me, kept.Other), door), kept.Version);
        })).WithName("focus").WithSummary("Choose the one colleague to win over now").Produces<FocusOut>();
        mine.MapDelete("/focus", (Door door) => door.Change(null, async unit =>
        {
            await RelationshipDesk.EndFocus(unit, door.Me);
            return Reply.Nothing();
        })).WithName("endFocus").WithSummary("Nobody is in my focus any more").Produces(204);
        api.MapGet("/people/{id}/brief", async (Door door, Id id) => Results.Json(await door.Read(s => BriefOf(s, door, id)), Wire.Json))
            .WithTags("relationships").WithName("brief").WithSummary("Before I meet a colleague: what we talked about, what is open, what I owe").Produces<BriefOut>();
    }

    private static async Task<(RelationshipOut Record, int Version)> Shown(Session session, Door door, Id other)
    {
        var kept = await RelationshipDesk.Mine(session, door.Me, other, door.Now);
        return (RelationshipOut.Of(kept), kept.Version);
    }

    private static Reply Done(Relationship kept) => Reply.Done(RelationshipOut.Of(kept), kept.Version);

    private static FocusOut FocusOf(BetweenUs us, Door door)
    {
        var steps = FocusGuide.Tell(us.Facts(door.Now));
        return new FocusOut(Of(us.Person), us.Kept?.FocusSince, [.. steps.Select(s => new StepOut(s.Step, s.IsEvident, door.T[s.Finding], [.. us.Evidence(s.Step).Select(e => new EvidenceOut(e.Text, e.Address))]))],
            FocusGuide.Next(steps), Unanswered(us, door.T));
    }

    private static async Task<BriefOut> BriefOf(Session session, Door door, Id id)
    {
        var us = await BetweenUs.Ask(session, door.Me, id);
        return new BriefOut(Of(us.Person), await WordsShown.Of(session, door.Me.Workspace, us.Person.OwnWords), us.Talks, us.Open, us.Thanks, us.ToThank, Unanswered(us, door.T),
            [.. us.Promises.Select(p => new PromisedOut(p.Text, p.Author, p.Person, p.At, p.Source))]);
    }

    private static List<string> Unanswered(BetweenUs us, Tongue t) => [.. FocusGuide.NeverAnswered(us.Person.OwnWords).Select(q => t[q])];

    private static OtherOut Of(Person person) => new("person", person.Id, person.Name);
}

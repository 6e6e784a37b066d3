using System.Globalization;
using System.Text.Json;
using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Accounts;

/// <summary>Me, for programs: who the token stands for, and when I am away.</summary>
public static class MeApi
{
    public sealed record AbsenceIn(DateOnly? From, DateOnly? To, Id? Deputy)
    {
        public Absence Absence()
        {
            var wrong = new List<Wrong>();
            if (From is null)
                wrong.Add(new Wrong("from", "Say from which day you are away."));
            if (To is null)
                wrong.Add(new Wrong("to", "Say until which day you are away."));
            return wrong.Count == 0 ? new Absence(From!.Value, To!.Value, Deputy) : throw Rule.Invalid(wrong);
        }
    }

    /// <param name="Id">Names the session; it opens nothing.</param>
    /// <param name="UsedOn">The day it was last used: Inward keeps no hour.</param>
    public sealed record SessionOut(string Id, string Browser, DateTimeOffset SignedInAt, DateOnly UsedOn, DateTimeOffset EndsAt)
    {
        public static SessionOut Of(SignedIn session) => new(session.Key, session.Agent, session.MadeAt, session.UsedDay, session.EndsAt);
    }

    public static void Map(RouteGroupBuilder api)
    {
        var mine = api.MapGroup("/me").WithTags("me");
        mine.MapGet("/", (Door door) => door.Show(session => Shown(session, door))).WithName("readMe").WithSummary("Who this token stands for").Produces<MeOut>();
        mine.MapPatch("/", (Door door, JsonElement body) => door.Edit(body, async unit =>
        {
            await MeDesk.Change(unit, door.Me, told => Patch.Over(told, body), door.IfMatch());
            var (me, version) = await Shown(unit, door);
            return Reply.Done(me, version);
        }, session => Shown(session, door))).Accepts<MeTold>("application/json", "application/merge-patch+json")
            .WithName("changeMe").WithSummary("Change my name, title, language, time zone and wishes").Produces<MeOut>();
        mine.MapGet("/absences", async (Door door) =>
        {
            var person = await door.Read(session => session.Person(door.Me.Workspace, door.Me.Person)) ?? throw Rule.NotVisible();
            return door.List([.. person.Absences.OrderBy(a => a.From)], null);
        }).WithName("listMyAbsences").WithSummary("When I am away, and who stands in").Produces<Listed<Absence>>();
        mine.MapPost("/absences", (Door door, AbsenceIn body) => door.Change(body, async unit =>
        {
            var absence = body.Absence();
            var person = await MeDesk.Away(unit, door.Me, absence, door.IfMatch());
            return Reply.Created($"/api/v1/me/absences/{absence.From:yyyy-MM-dd}", absence, person.Version);
        })).WithName("beAway").WithSummary("Say when I am away; new asks then go to the deputy").Produces<Absence>(201);
        mine.MapDelete("/absences/{from}", (Door door, string from) => door.Change(null, async unit =>
        {
            if (!DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                throw Rule.NotVisible();
            await MeDesk.Back(unit, door.Me, day, door.IfMatch());
            return Reply.Nothing();
        })).WithName("beBack").WithSummary("Be back: an absence that has begun ends yesterday, a later one is taken back").Produces(204);
        MapSessions(mine);
    }

    private static void MapSessions(RouteGroupBuilder mine)
    {
        mine.MapGet("/sessions", async (Door door) => door.List([.. (await door.Read(s => s.Sessions(door.Me.Workspace, door.Me.Person, door.Now))).Select(SessionOut.Of)], null))
            .WithName("listMySessions").WithSummary("The browsers in which I am signed in").Produces<Listed<SessionOut>>();
        mine.MapDelete("/sessions/{id}", (Door door, string id) => door.Change(null, async unit =>
        {
            await AccountDesk.EndSession(unit, door.Me, SignedIn.HashOf(id));
            return Reply.Nothing();
        })).WithName("endMySession").WithSummary("Sign out in one browser").Produces(204);
        mine.MapDelete("/sessions", (Door door) => door.Change(null, async unit =>
        {
            await AccountDesk.EndMySessions(unit, door.Me);
            return Reply.Nothing();
        })).WithName("endMySessions").WithSummary("Sign out everywhere").Produces(204);
    }

    // Asked afresh: what the token was opened with may be older than what was just changed.
    private static async Task<(MeOut Me, int Version)> Shown(Session session, Door door)
    {
        var person = await session.Person(door.Me.Workspace, door.Me.Person) ?? throw Rule.NotVisible();
        var me = await Keys.Of(session, person.Workspace, person.Id, door.Now, door.Me.Scopes) ?? throw Rule.NotVisible();
        return (MeOut.Of(person, me, await session.CompanyFields(person.Workspace, FieldAbout.Person)), person.Version);
    }
}

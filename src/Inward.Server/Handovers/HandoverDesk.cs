using Inward.Customers;
using Inward.Handovers;
using Inward.House;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.Mail;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Handovers;

/// <summary>What one can do with promises to a customer, and with a sale that goes into other hands.</summary>
public static class HandoverDesk
{
    public static async Task<CustomerPromise> Promise(Unit unit, Me me, Id sale, CustomerPromiseTold told)
    {
        await Sale(unit, me, sale);
        var promise = await Retold(unit, me, new CustomerPromise(me.Workspace, Id.New(unit.Now), sale, ""), told);
        unit.Save(promise, isNew: true);
        unit.Append("customer-promise.made", promise.Id, new { sale, promise.What, promise.By, promise.SaidBy });
        return promise;
    }

    public static async Task<CustomerPromise> Retell(Unit unit, Me me, (Id Sale, Id Promise) which, int? version, Func<CustomerPromiseTold, CustomerPromiseTold> told)
    {
        var promise = await Fresh(unit, me, which, version);
        var before = new CustomerPromiseTold(promise.What, promise.By, promise.SaidBy, promise.SaidOn, promise.Spoken);
        var after = await Retold(unit, me, promise with { Version = promise.Version + 1 }, told(before));
        unit.Save(after, isNew: false);
        unit.Append("customer-promise.changed", promise.Id, new { which.Sale, changed = Patch.Changed(before, new CustomerPromiseTold(after.What, after.By, after.SaidBy, after.SaidOn, after.Spoken)) });
        return after;
    }

    public static Task<CustomerPromise> Keep(Unit unit, Me me, (Id, Id) which, int? version, string? note) =>
        Settle(unit, me, which, version, promise => promise.Keep(me.Person, note, unit.Now), "customer-promise.kept");

    public static Task<CustomerPromise> LetGo(Unit unit, Me me, (Id, Id) which, int? version, string? reason) =>
        Settle(unit, me, which, version, promise => promise.LetGo(me.Person, reason, unit.Now), "customer-promise.let-go");

    public static Task<CustomerPromise> Reopen(Unit unit, Me me, (Id, Id) which, int? version) =>
        Settle(unit, me, which, version, promise => promise.Reopen(), "customer-promise.reopened");

    public static async Task<Handover> HandOver(Unit unit, Me me, Id id, Id? team, string? note)
    {
        await Sale(unit, me, id);
        if (team is not { } to || await unit.Team(me.Workspace, to) is null)
            throw Rule.Invalid("team", "Say which team takes over.");
        var open = (await unit.CustomerPromises(me.Workspace, id)).Where(promise => promise.IsOpen).Select(promise => promise.Id);
        var handover = new Handover(me.Workspace, Id.New(unit.Now), id, to, me.Person, unit.Now) { From = me.Teams.Count > 0 ? me.Teams[0] : null }.With(open, note);
        unit.Save(handover, isNew: true);
        unit.TellHandedOver(handover, Append(unit, HandoverNews.Happened, handover, null));
        return handover;
    }

    public static Task<Handover> Accept(Unit unit, Me me, (Id, Id) which, int? version, IReadOnlyCollection<Id>? promises) => Move(unit, me, which, version,
        (handover, _) => handover.Accept(promises, me.Person, handover.IsFor(me.Teams), unit.Now), "handover.accepted", null);

    public static Task<Handover> Query(Unit unit, Me me, (Id, Id) which, int? version, Id promise, string? question) => Move(unit, me, which, version,
        (handover, _) => handover.Query(promise, question, me.Person, handover.IsFor(me.Teams), unit.Now), "handover.queried", promise);

    public static Task<Handover> Answer(Unit unit, Me me, (Id, Id) which, int? version, Id promise, string? text) => Move(unit, me, which, version,
        (handover, sale) => handover.Answer(promise, text, me.Person, handover.IsOf(me.Person, sale.Owner), unit.Now), "handover.answered", promise);

    public static Task<Handover> TakeBack(Unit unit, Me me, (Id, Id) which, int? version) => Move(unit, me, which, version,
        (handover, sale) => handover.TakeBack(handover.IsOf(me.Person, sale.Owner), unit.Now), "handover.taken-back", null);

    private static async Task<Handover> Move(Unit unit, Me me, (Id Sale, Id Handover) which, int? version, Func<Handover, Sale, Handover> move, string kind, Id? promise)
    {
        var sale = await Sale(unit, me, which.Sale);
        var handover = await unit.Handover(me.Workspace, which.Sale, which.Handover) ?? throw Rule.NotVisible();
        Rule.Fresh(version, handover.Version);
        var moved = move(handover, sale);
        if (moved.Version == handover.Version)
            return handover;
        unit.Save(moved, isNew: false);
        Append(unit, kind, moved, promise);
        return moved;
    }

    private static async Task<CustomerPromise> Settle(Unit unit, Me me, (Id Sale, Id) which, int? version, Func<CustomerPromise, CustomerPromise> settle, string kind)
    {
        var settled = settle(await Fresh(unit, me, which, version));
        unit.Save(settled, isNew: false);
        unit.Append(kind, settled.Id, new { which.Sale, settled.Settled?.Note });
        return settled;
    }

    private static async Task<CustomerPromise> Fresh(Unit unit, Me me, (Id Sale, Id Promise) which, int? version)
    {
        var promise = await unit.CustomerPromise(me.Workspace, which.Sale, which.Promise) ?? throw Rule.NotVisible();
        Rule.Fresh(version, promise.Version);
        return promise;
    }

    private static async Task<CustomerPromise> Retold(Unit unit, Me me, CustomerPromise promise, CustomerPromiseTold told)
    {
        if (told.SaidBy is { } saidBy && saidBy != promise.SaidBy && await unit.Person(unit.Workspace, saidBy) is null)
            throw Rule.Invalid("saidBy", "There is no such colleague here.");
        return promise.Retold(told, me.Person, me.Today(unit.Now));
    }

    private static async Task<Sale> Sale(Unit unit, Me me, Id id) => await unit.Sale(me.Workspace, id) ?? throw Rule.NotVisible();

    private static Id Append(Unit unit, string kind, Handover handover, Id? promise) => unit.Append(kind, handover.Sale, new { handover = handover.Id, handover.To, promise });
}

using Inward.Customers;
using Inward.House;
using Inward.Server.Asks;
using Inward.Server.House;
using Inward.Server.Journeys;
using Inward.Server.Mail;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Customers;

/// <summary>A sale as somebody tells it. Left out, the outcome follows from the closing day: what closed and was not lost was won.</summary>
/// <param name="Stage">The name of a stage, its id, or a word of one's own.</param>
/// <param name="Reason">Why, where its stage goes back; kept with its way.</param>
/// <param name="Journey">Where several journeys have a stage of this name; else the oldest that has it.</param>
public sealed record SaleTold(
    Id? Customer, string? Name, Id? Owner = null, decimal? Value = null, string? Stage = null,
    DateOnly? PromisedOn = null, DateOnly? OpenedOn = null, DateOnly? ClosedOn = null, Outcome? Outcome = null, Id? Journey = null, string? Reason = null)
{
    public static SaleTold Of(Sale sale) =>
        new(sale.Customer, sale.Name, sale.Owner, sale.Value, sale.Stage, sale.PromisedOn, sale.OpenedOn, sale.ClosedOn, sale.Outcome, sale.Journey);
}

/// <summary>What one can do with sales. Every member keeps them up to date; who hands one over is a rule of the sale.</summary>
public static class SaleDesk
{
    public static async Task<Sale> Open(Unit unit, Me me, SaleTold told)
    {
        var sale = (await AsTold(unit, new Sale(me.Workspace, Id.New(unit.Now), default, ""), told)).Settled();
        unit.Save(sale, isNew: true);
        await unit.Follow(null, sale, null);
        unit.Append("sale.opened", sale.Id, new { sale.Name, sale.Customer, sale.Owner, sale.Outcome });
        return sale;
    }

    public static async Task<Sale> Retell(Unit unit, Me me, Id id, int? version, Func<SaleTold, SaleTold> told)
    {
        var sale = await unit.Sale(me.Workspace, id) ?? throw Rule.NotVisible();
        Rule.Fresh(version, sale.Version);
        var heard = told(SaleTold.Of(sale));
        var retold = sale.Retold(await AsTold(unit, sale, heard), me.Person, me.Administrator);
        unit.Save(retold, isNew: false);
        await unit.Follow(sale, retold, heard.Reason);
        if (retold.Owner is { } owner && owner != sale.Owner)
            await AskDesk.SaleOwnerChanged(unit, id, owner);
        var happening = unit.Append(WhatHappened(sale, retold), id, new { retold.Name, retold.Customer, retold.Owner, retold.Outcome, changed = Patch.Changed(SaleTold.Of(sale), SaleTold.Of(retold)) });
        await unit.TellOf(retold, sale, happening);
        return retold;
    }

    private static async Task<Sale> AsTold(Unit unit, Sale sale, SaleTold told)
    {
        if (told.Customer is { } customer && customer != sale.Customer && await unit.Customer(unit.Workspace, customer) is null)
            throw Rule.Invalid("customer", "There is no such customer here.");
        if (told.Owner is { } owner && owner != sale.Owner && await unit.Person(unit.Workspace, owner) is not { LeftOn: null })
            throw Rule.Invalid("owner", "There is no such colleague here.");
        var (journey, stage) = (told.Journey, told.Stage) == (sale.Journey, sale.Stage) ? (sale.Journey, sale.Stage) : (await unit.KnownStages(unit.Workspace)).Meant(told.Journey, told.Stage);
        return sale with
        {
            Customer = told.Customer ?? default,
            Name = told.Name ?? "",
            Owner = told.Owner,
            Value = told.Value,
            Journey = journey,
            Stage = stage,
            PromisedOn = told.PromisedOn,
            OpenedOn = told.OpenedOn,
            ClosedOn = told.ClosedOn,
            Outcome = told.Outcome ?? (told.ClosedOn is null ? Outcome.Open : Outcome.Won),
        };
    }

    private static string WhatHappened(Sale before, Sale after) => (after.Outcome != before.Outcome, after.Owner != before.Owner) switch
    {
        (true, _) => after.Outcome switch { Outcome.Won => "sale.won", Outcome.Lost => "sale.lost", _ => "sale.reopened" },
        (_, true) => "sale.handed-over",
        _ => "sale.changed",
    };
}

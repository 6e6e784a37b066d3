using Inward.Customers;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Journeys;
using Inward.Server.Storage;

namespace Inward.Server.Customers;

/// <summary>What a customer said, as a colleague writes it down.</summary>
public sealed record VerbatimTold(Id? Customer, string? Words, string? SaidBy = null, DateOnly? SaidOn = null, string? Stage = null, Id? Sale = null)
{
    public static VerbatimTold Of(Verbatim verbatim) =>
        new(verbatim.Customer, verbatim.Words, verbatim.SaidBy, verbatim.SaidOn, verbatim.Stage, verbatim.Sale);
}

/// <summary>What one can do with the customer's words: keep them and correct them. Every version stays, so nobody deletes one.</summary>
public static class VerbatimDesk
{
    public static async Task<Verbatim> Keep(Unit unit, Me me, VerbatimTold told)
    {
        var blank = new Verbatim(me.Workspace, Id.New(unit.Now), default, "", default) { KeptBy = me.Person };
        var verbatim = (await AsTold(unit, blank, told)).Checked(me.Today(unit.Now));
        unit.Save(verbatim, isNew: true, me.Person);
        unit.Append("verbatim.kept", verbatim.Id, new { verbatim.Customer, verbatim.Sale });
        return verbatim;
    }

    public static async Task<Verbatim> Correct(Unit unit, Me me, Id id, int? version, Func<VerbatimTold, VerbatimTold> told)
    {
        var verbatim = await unit.Verbatim(me.Workspace, id) ?? throw Rule.NotVisible();
        Rule.Fresh(version, verbatim.Version);
        if (verbatim.Corrected(await AsTold(unit, verbatim, told(VerbatimTold.Of(verbatim))), me.Today(unit.Now)) is not { } corrected)
            return verbatim;
        unit.Save(corrected, isNew: false, me.Person);
        unit.Append("verbatim.corrected", id, new { corrected.Customer, corrected.Sale, corrected.Version, changed = Patch.Changed(VerbatimTold.Of(verbatim), VerbatimTold.Of(corrected)) });
        return corrected;
    }

    private static async Task<Verbatim> AsTold(Unit unit, Verbatim verbatim, VerbatimTold told)
    {
        if (told.Customer is { } customer && customer != verbatim.Customer && await unit.Customer(unit.Workspace, customer) is null)
            throw Rule.Invalid("customer", "There is no such customer here.");
        var sale = told.Sale is { } about ? await unit.Sale(unit.Workspace, about) : null;
        var next = verbatim with
        {
            Customer = told.Customer ?? sale?.Customer ?? default,
            Words = told.Words ?? "",
            SaidBy = Blank(told.SaidBy),
            SaidOn = told.SaidOn ?? default,
            Stage = told.Stage == verbatim.Stage ? verbatim.Stage : Blank((await unit.KnownStages(unit.Workspace)).Meant(null, told.Stage).Word),
            Sale = told.Sale,
        };
        return next.About(sale);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

using Inward.House;
using Inward.Passages;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Passages;

/// <summary>
/// What a log of events says, as everybody in the company reads it: of all, or of one team, product or month. Only what was counted when
/// the log came in can be asked for, so that no two answers tell of a few people by their difference.
/// </summary>
/// <param name="Of">Empty for all that is not told apart.</param>
/// <param name="Cuts">What else can be asked for.</param>
public sealed record PassagesAsked(EventLog Log, CutBy By, string Of, IReadOnlyList<CutName> Cuts, Figures Figures)
{
    public static async Task<PassagesAsked> Ask(Session session, Me me, Id log, string? by, string? of)
    {
        var cut = Query.Word<CutBy>("by", by) ?? CutBy.All;
        var found = await session.EventLog(me.Workspace, log);
        var cuts = await session.CutsOf(me.Workspace, log);
        var figures = await session.FiguresOf(me.Workspace, log, cut, of ?? "")
            ?? throw Rule.Invalid("of", new Sentence("There are no figures of “{0}”. Small groups of people are not told apart.", of ?? ""));
        return new PassagesAsked(found, cut, of ?? "", [.. cuts.Where(one => one.ByWhat != "all")], figures);
    }
}

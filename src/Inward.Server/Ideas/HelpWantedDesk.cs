using Inward.House;
using Inward.Ideas;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Ideas;

/// <summary>A card as somebody posts it.</summary>
/// <param name="Kinds">ideas, knowledge, resources, actions; ideas when left out.</param>
/// <param name="Answerer">Who answers what comes in; whoever posts it when left out.</param>
public sealed record HelpWantedTold(string? Text, IReadOnlyList<HelpKind>? Kinds = null, Id? Answerer = null, DateOnly? Until = null, Id? About = null);

/// <summary>Everybody asks everybody for help with what they have in hand.</summary>
public static class HelpWantedDesk
{
    public static async Task<HelpWanted> Post(Unit unit, Me me, HelpWantedTold told)
    {
        var today = (await unit.CalendarOf(me.Workspace, null)).Today(unit.Now);
        if (told.Answerer is { } answerer && ((await unit.People(me.Workspace, [answerer])) is not [var colleague] || colleague.HasLeft(today)))
            throw Rule.Invalid("answerer", "There is no such colleague here.");
        var about = await IdeaDesk.AboutMeant(unit, me, told.About);
        var card = Inward.Ideas.HelpWanted.Of(me.Workspace, Id.New(unit.Now), me.Person, told.Text, told.Kinds, told.Answerer, told.Until, about?.About, today, unit.Now);
        unit.Save(card, isNew: true);
        unit.Append("help-wanted.posted", card.Id, new { card.Text, card.Kinds, card.Answerer, card.Until });
        return card;
    }

    public static async Task<HelpWanted> Close(Unit unit, Me me, Id id, int? version)
    {
        var card = await unit.HelpWanted(me.Workspace, id) ?? throw Rule.NotVisible();
        Rule.Fresh(version, card.Version);
        var closed = card.Close(me.Person, unit.Now);
        unit.Save(closed, isNew: false);
        unit.Append("help-wanted.closed", id, new { });
        return closed with { Version = closed.Version + 1 };
    }
}

using Inward.Asks;
using Inward.House;
using Inward.Server.Asks;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Inward.Thanks;

namespace Inward.Server.Thanks;

public static class ThanksDesk
{
    /// <summary>Says thank you. It is told privately when the receiver prefers that, and the giver is told so.</summary>
    public static async Task<ThankYou> Thank(Unit unit, Me me, Id? to, string? text, string? effect, bool isPublic, Id? forAsk)
    {
        var ask = forAsk is { } id ? await unit.AskToMove(me, id) ?? throw Rule.NotVisible() : null;
        if (ask is not null && ask.State != AskState.Accepted)
            throw Rule.NotNow("Thanks for an ask follow once it is accepted. Thank for something else any time.");
        var receiver = await unit.Person(me.Workspace, to ?? ask?.Performer ?? throw Rule.Invalid("to", "Say whom you thank.")) ?? throw Rule.Invalid("to", "Say whom you thank.");
        var today = DateOnly.FromDateTime(unit.Now.UtcDateTime);
        var open = isPublic && !receiver.PrefersPrivateThanks;
        var thanks = new ThankYou(me.Workspace, Id.New(unit.Now), me.Person, receiver.Id, text ?? "", effect ?? "", open, ask?.Id, unit.Now)
            .Checked(receiver.HasLeft(today))
            .CopiedTo(receiver.CopiesThanks, receiver.CopiesThanks ? await unit.ManagersOf(receiver, today) : []);
        unit.Save(thanks);
        if (ask is not null)
            unit.Write("update ask set thanked = 1 where workspace = @Workspace and id = @Id", new { ask.Workspace, ask.Id });
        return thanks;
    }

    /// <summary>A slip of the last ten seconds.</summary>
    public static async Task<ThankYou> TakeBack(Unit unit, Me me, Id id)
    {
        var row = await ThanksFeed.One(unit, me, id) ?? throw Rule.NotVisible();
        var thanks = row.ThankYou(me.Workspace);
        thanks.CheckTakingBack(me.Person, unit.Now);
        unit.TakeBack(thanks);
        unit.Append("thanks.taken-back", id, new { });
        return thanks;
    }
}

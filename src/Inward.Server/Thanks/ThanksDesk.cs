using Inward.Asks;
using Inward.House;
using Inward.Relationships;
using Inward.Server.Asks;
using Inward.Server.House;
using Inward.Server.Mail;
using Inward.Server.People;
using Inward.Server.Relationships;
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
        var open = isPublic && !receiver.PrefersPrivateThanks;
        var thanks = new ThankYou(me.Workspace, Id.New(unit.Now), me.Person, receiver.Id, text ?? "", effect ?? "", open, ask?.Id, unit.Now)
            .Checked(receiver.HasLeft(DateOnly.FromDateTime(unit.Now.UtcDateTime)));
        unit.Save(thanks);
        if (ask is not null)
            unit.Write("update ask set thanked = 1 where workspace = @Workspace and id = @Id", new { ask.Workspace, ask.Id });
        return thanks;
    }

    internal static void Save(this Unit unit, ThankYou thanks)
    {
        unit.Write("""
            insert into thanks (workspace, id, giver, receiver, ask, text, effect, is_public, at, version)
            values (@Workspace, @Id, @From, @To, @Ask, @Text, @Effect, @Public, @At, 1)
            """, thanks);
        unit.Met([(thanks.From, thanks.To), (thanks.To, thanks.From)], new Contact(thanks.At, "thanks", thanks.Id));
        unit.ShowTo(thanks.Id, [new Reader(thanks.From), new Reader(thanks.To), .. thanks.Public ? [new Reader(thanks.Workspace)] : Array.Empty<Reader>()]);
        unit.MakeFindable(thanks.Id, "thanks", thanks.Text, thanks.Effect);
        unit.TellThanked(thanks, unit.Append("thanks.given", thanks.Id, new { thanks.To, thanks.Text, thanks.Effect, thanks.Public, thanks.Ask }));
    }
}

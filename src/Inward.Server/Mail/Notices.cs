using Inward.Asks;
using Inward.House;
using Inward.Notes;
using Inward.Recorded;
using Inward.Server.Storage;
using Inward.Thanks;

namespace Inward.Server.Mail;

/// <summary>What a mail job knows of its cause. Everything else is read again when it runs.</summary>
/// <param name="Person">Whom it is for; null when it is for a team, whose members are looked up then.</param>
/// <param name="ForTheTurn">Only while it is their turn: whoever was faster has made it needless.</param>
public sealed record Notice(Id? Person, Id? Team, string Happened, Id Happening, bool ForTheTurn);

/// <summary>Whom a move concerns beside the one who made it: they get a mail once it can no longer be taken back.</summary>
public static class Notices
{
    // A moment more than the undo window, for an undo that is on its way when the window closes.
    private static readonly TimeSpan Wait = UndoWindow.Length + TimeSpan.FromSeconds(1);

    /// <summary>Call it after every change of an ask, in the same unit.</summary>
    public static void TellOf(this Unit unit, Ask ask, Ask? before, string happened, Id happening)
    {
        // History that is told by an import is no news.
        if (unit.Act.Door == "import" || happened is "ask.undone" || ask.State == AskState.Draft)
            return;
        var mover = unit.Act.Who;
        var passed = ask.Turn is { } turn && turn != before?.Turn ? turn : (Turn?)null;
        if (passed is { Kind: TurnKind.Team } team)
            Later(new Notice(null, team.Id, happened, happening, ForTheTurn: true));
        else if (passed is { } person && person.Id != mover)
            Later(new Notice(person.Id, null, happened, happening, ForTheTurn: true));
        foreach (var other in Concerned(ask, before, happened).Distinct().Where(p => p != mover && p != passed?.Id))
            Later(new Notice(other, null, happened, happening, ForTheTurn: false));

        void Later(Notice notice)
        {
            if (unit.Act.Bulk is { } bulk)
                TellOfBulk(unit, bulk, notice);
            else
                unit.DoLater("notice", ask.Id, notice, unit.Now + Wait);
        }
    }

    // One letter for all of it, once it can no longer be taken back.
    private static void TellOfBulk(Unit unit, Id bulk, Notice notice) =>
        unit.DoLater("notice", bulk, notice with { Happened = "bulk.made", ForTheTurn = false }, unit.Now + BulkChange.UndoFor + Wait, $"bulk {bulk} {notice.Person ?? notice.Team}");

    /// <summary>Somebody was thanked; whoever gets a copy hears of it too.</summary>
    public static void TellThanked(this Unit unit, ThankYou thanks, Id happening)
    {
        if (unit.Act.Door == "import")
            return;
        foreach (var person in thanks.Copies.Prepend(thanks.To))
            unit.DoLater("notice", thanks.Id, new Notice(person, null, "thanks.given", happening, ForTheTurn: false), unit.Now + Wait);
    }

    /// <summary>Somebody asked for what this author wrote about them.</summary>
    public static void TellAskedForNotes(this Unit unit, NoteRequest request, Id author, Id happening) =>
        unit.DoLater("notice", request.Id, new Notice(author, null, "note-request.made", happening, ForTheTurn: false), unit.Now + Wait);

    /// <summary>An author let somebody read a note about them.</summary>
    public static void TellReleased(this Unit unit, Note note, Id happening) =>
        unit.DoLater("notice", note.Id, new Notice(note.About, null, "note.released", happening, ForTheTurn: false), unit.Now + Wait);

    /// <summary>Somebody says that a talk was not as its author noted it.</summary>
    public static void TellDisputed(this Unit unit, Dispute dispute, Id author, Id happening) =>
        unit.DoLater("notice", dispute.Record, new Notice(author, null, "conversation.disputed", happening, ForTheTurn: false), unit.Now + Wait);

    private static IEnumerable<Id> Concerned(Ask ask, Ask? before, string happened)
    {
        IEnumerable<Id> performer = (ask.Performer ?? before?.Performer) is { } p ? [p] : [];
        IEnumerable<Id> both = [ask.Requester, .. performer];
        return happened switch
        {
            "ask.asked" or "ask.released" or "ask.delegated" or "ask.redrafted" => [],
            "ask.taken" or "ask.quiet" => [ask.Requester],
            "ask.customer-told" => performer,
            "ask.obstacle-raised" => [.. both, ask.Obstacles[^1].Owner],
            // What ended needs nobody's help any more: whoever was to clear the way is told too.
            _ when !ask.IsOpen && before is not null => [.. both, .. before.OpenObstacles.Select(o => o.Owner)],
            _ => both,
        };
    }
}

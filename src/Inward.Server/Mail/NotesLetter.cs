using Inward.Server.Notes;
using Inward.Server.Recorded;
using Inward.Server.Storage;

namespace Inward.Server.Mail;

/// <summary>Notes are asked for, one was released, a talk is disputed. What stands in a note is in no mail.</summary>
public static class NotesLetter
{
    public static async Task<Func<Unit, Letter>?> Of(Session session, Recipient to, Job job, string happened, OwnAddress address) => happened switch
    {
        "note.released" => await Released(session, to, job, address),
        "conversation.disputed" => await Disputed(session, to, job, address),
        _ => await Asked(session, to, job, address),
    };

    // Nothing to tell once they are released or deleted, or the request is over.
    private static async Task<Func<Unit, Letter>?> Asked(Session session, Recipient to, Job job, OwnAddress address)
    {
        var request = await session.NoteRequest(to.Me.Workspace, job.OnId!.Value);
        if ((await session.NotesAskedOf(to.Me.Workspace, to.Me.Person)).FirstOrDefault(n => n.About == request?.Subject) is not { } asked)
            return null;
        var (t, last) = (to.T, to.Me.Today(asked.Until));
        return Written(to, job, address, t["{0} asks for your notes about them", asked.Name], t["Release or delete them by {0}. What is left then is deleted.", t.Date(last)],
            (t["Your notes"], address.To($"/notes?about={asked.About}")));
    }

    private static async Task<Func<Unit, Letter>?> Released(Session session, Recipient to, Job job, OwnAddress address) =>
        (await session.NotesReleasedTo(to.Me)).FirstOrDefault(n => n.Id == job.OnId) is { } note
            ? Written(to, job, address, to.T["{0} lets you read a note about you", note.AuthorName], to.T["You asked for the notes about you."], (to.T["Read it"], address.To("/settings/records")))
            : null;

    private static async Task<Func<Unit, Letter>?> Disputed(Session session, Recipient to, Job job, OwnAddress address) =>
        (await session.DisputedOf(to.Me, job.MadeAt, andCorrected: true)).FirstOrDefault(d => d.Record == job.OnId) is { } disputed
            ? Written(to, job, address, to.T["{0} disputes a talk that you noted", disputed.Name], disputed.Text, (to.T["Open the talk"], address.To($"/conversations/{disputed.Record}")))
            : null;

    private static Func<Unit, Letter> Written(Recipient to, Job job, OwnAddress address, string headline, string says, (string, Uri) page)
    {
        var (t, settings) = (to.T, address.To("/settings"));
        var letter = new Letter(job.Id, job.OnId!.Value, to.Address, t.Code, headline)
        {
            Headline = headline,
            Facts = [(t["What happens now"], [says])],
            Page = page,
            Foot = [t["Nobody reads replies to this mail. To get no more of them: {0}", settings]],
            Unsubscribe = settings,
        };
        return _ => letter;
    }
}

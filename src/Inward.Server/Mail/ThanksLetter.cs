using Inward.House;
using Inward.Server.Storage;
using Inward.Server.Thanks;

namespace Inward.Server.Mail;

/// <summary>A thank-you, as it was said, with the effect it tells of: to whom it was said, or a copy that they like their manager to have.</summary>
public static class ThanksLetter
{
    public static async Task<Func<Unit, Letter>?> Of(Session session, Recipient to, Job job, OwnAddress address)
    {
        // Taken back meanwhile: nothing to tell.
        if (await ThanksFeed.One(session, to.Me, job.OnId!.Value) is not { } row)
            return null;
        var (t, isCopy) = (to.T, row.Receiver != to.Me.Person);
        var settings = address.To("/settings");
        var headline = isCopy ? t["{0} thanks {1}", row.GiverName, row.ReceiverName] : t["{0} thanks you", row.GiverName];
        var letter = new Letter(job.Id, job.OnId!.Value, to.Address, t.Code, headline)
        {
            Headline = headline,
            Quotes = [(row.Text, row.GiverName)],
            Facts = [.. row.Effect.Length == 0 ? Array.Empty<(string, IReadOnlyList<string>)>() : [(t["What it changed"], [row.Effect])],
                .. isCopy ? [(t["Why you read this"], [t["{0} likes their manager to get a copy.", row.ReceiverName]])] : Array.Empty<(string, IReadOnlyList<string>)>()],
            Page = (t["Look at it"], address.To($"/thanks/{row.Id}")),
            Foot = [t["Nobody reads replies to this mail. To get no more of them: {0}", settings]],
            Unsubscribe = settings,
        };
        return _ => letter;
    }
}

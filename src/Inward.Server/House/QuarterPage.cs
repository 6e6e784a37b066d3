using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>A page of one quarter: a wrong one in the address is named, and the newest shown.</summary>
public abstract class QuarterPage : RoomPage
{
    /// <summary>What _Quarters.cshtml offers to choose from.</summary>
    public abstract (string? Told, IReadOnlyList<string> All) Quarters { get; }

    public string Say(string quarter) => Quarter.Read(quarter) is { } q ? T["Quarter {0} of {1}", q.Number, $"{q.Year}"] : quarter;

    protected async Task<TResult> Told<TResult>(string? quarter, Func<Session, string?, Task<TResult>> ask)
    {
        try
        {
            return await Read(session => ask(session, quarter));
        }
        catch (BrokenRule mistake) when (mistake.Why == Broken.Invalid)
        {
            Mistake = mistake;
            Response.StatusCode = 422;
            return await Read(session => ask(session, null));
        }
    }
}

using Inward.House;
using Inward.Server.House;

namespace Inward.Server.Motives;

/// <summary>What moves the people of a team, pooled; and the trade: you get this, the company gets that.</summary>
public sealed class WishesPage : RoomPage
{
    public TeamWishes Wishes { get; private set; } = null!;

    public string Say(string quarter) => Quarter.Read(quarter) is { } q ? T["Quarter {0} of {1}", q.Number, $"{q.Year}"] : quarter;

    public async Task OnGetAsync(Id id, string? quarter)
    {
        try
        {
            Wishes = await Read(session => TeamWishes.Ask(session, Me, id, quarter));
        }
        catch (BrokenRule mistake) when (mistake.Why == Broken.Invalid)
        {
            Mistake = mistake;
            Response.StatusCode = 422;
            Wishes = await Read(session => TeamWishes.Ask(session, Me, id, null));
        }
    }
}

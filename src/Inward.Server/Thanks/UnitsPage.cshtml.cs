using Inward.House;
using Inward.Server.House;
using Inward.Thanks;

namespace Inward.Server.Thanks;

/// <summary>Work between units and its thanks: prompts, never a ranking.</summary>
public sealed class UnitsPage : RoomPage
{
    public ThanksByUnit By { get; private set; } = new(null, [], 0, 0, []);

    public string Say(string quarter) => Quarter.Read(quarter) is { } q ? T["Quarter {0} of {1}", q.Number, $"{q.Year}"] : quarter;

    public async Task OnGetAsync(string? quarter)
    {
        try
        {
            By = await Read(session => ThanksByUnit.Ask(session, Me, quarter, T));
        }
        catch (BrokenRule mistake) when (mistake.Why == Broken.Invalid)
        {
            Mistake = mistake;
            Response.StatusCode = 422;
            By = await Read(session => ThanksByUnit.Ask(session, Me, null, T));
        }
    }
}

using Inward.House;
using Inward.Server.House;
using Inward.Thanks;

namespace Inward.Server.Relationships;

/// <summary>Mail between teams, counted once a quarter.</summary>
public sealed class TeamMailPage : RoomPage
{
    public MailBetweenTeams By { get; private set; } = new(false, null, [], null, []);

    public string Say(string quarter) => Quarter.Read(quarter) is { } q ? T["Quarter {0} of {1}", q.Number, $"{q.Year}"] : quarter;

    public async Task OnGetAsync(string? quarter)
    {
        try
        {
            By = await Read(session => MailCuts.Ask(session, Me, quarter, T));
        }
        catch (BrokenRule mistake) when (mistake.Why == Broken.Invalid)
        {
            Mistake = mistake;
            Response.StatusCode = 422;
            By = await Read(session => MailCuts.Ask(session, Me, null, T));
        }
    }
}

using Inward.Server.House;

namespace Inward.Server.Relationships;

/// <summary>Mail between teams, counted once a quarter.</summary>
public sealed class TeamMailPage : QuarterPage
{
    public MailBetweenTeams By { get; private set; } = new(false, null, [], null, []);

    public override (string? Told, IReadOnlyList<string> All) Quarters => (By.Quarter, By.Quarters);

    public async Task OnGetAsync(string? quarter) => By = await Told(quarter, (session, told) => MailCuts.Ask(session, Me, told, T));
}

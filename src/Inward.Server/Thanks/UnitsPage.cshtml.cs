using Inward.Server.House;

namespace Inward.Server.Thanks;

/// <summary>Work between units and its thanks: prompts, never a ranking.</summary>
public sealed class UnitsPage : QuarterPage
{
    public ThanksByUnit By { get; private set; } = new(null, [], 0, 0, []);

    public override (string? Told, IReadOnlyList<string> All) Quarters => (By.Quarter, By.Quarters);

    public async Task OnGetAsync(string? quarter) => By = await Told(quarter, (session, told) => ThanksByUnit.Ask(session, Me, told, T));
}

using Inward.House;
using Inward.Server.House;

namespace Inward.Server.Motives;

/// <summary>What moves the people of a team, pooled; and the trade: you get this, the company gets that.</summary>
public sealed class WishesPage : QuarterPage
{
    public TeamWishes Wishes { get; private set; } = null!;

    public override (string? Told, IReadOnlyList<string> All) Quarters => (Wishes.Quarter, Wishes.Quarters);

    public async Task OnGetAsync(Id id, string? quarter) => Wishes = await Told(quarter, (session, told) => TeamWishes.Ask(session, Me, id, told));
}

using Inward.Server.House;

namespace Inward.Server.Accounts;

/// <summary>Who may do what, read from the table that the tests hold every door to.</summary>
public sealed class AccessPage : RoomPage
{
    public IEnumerable<IGrouping<string, Operation>> Rooms { get; } = [.. Access.All.GroupBy(o => o.Room, StringComparer.Ordinal)];

    public static IEnumerable<(string Role, May May)> Cells(Operation operation) =>
    [
        ("Owner", operation.Owner), ("Party", operation.Party), ("Lead", operation.Lead), ("Member", operation.Member), ("Administrator", operation.Administrator),
    ];

    public void OnGet()
    {
    }
}

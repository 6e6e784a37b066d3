using Inward.House;
using Inward.Objectives;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Objectives;

/// <summary>Objectives that I may see, as the tree they are.</summary>
public sealed class ObjectivesPage : RoomPage
{
    private const int Most = 500;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>open, mine, closed or all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    public IReadOnlyList<(ObjectiveRow Row, int Depth)> Rows { get; private set; } = [];

    public bool More { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Shown != "open";

    public string Shown => Show is "mine" or "closed" or "all" ? Show : "open";

    public async Task<IActionResult> OnGetAsync()
    {
        var (rows, next) = await Read(session => ObjectiveList.Ask(session, Me, new ObjectiveFilter(Q, Shown == "closed" ? ObjectiveState.Closed : null), size: Most));
        var kept = rows.FindAll(row => Shown switch
        {
            "mine" => row.MayChange,
            "open" => row.Objective.State != ObjectiveState.Closed,
            _ => true,
        });
        (Rows, More) = (ObjectiveTree.InOrder(kept, row => row.Objective.Id, row => row.Objective.Parent), next is not null);
        return PageOr("objectives", "/Objectives/_Objectives.cshtml");
    }
}

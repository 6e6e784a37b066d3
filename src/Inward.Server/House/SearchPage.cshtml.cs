using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.House;

public sealed class SearchPage : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<Found> Found { get; private set; } = [];

    public static (string Icon, string Word, string Href) Shown(Found hit) => hit.Kind switch
    {
        "ask" => ("asks", "Ask", $"/asks/{hit.Record}"),
        "person" => ("people", "Person", $"/people/{hit.Record}"),
        "team" => ("team", "Team", $"/teams/{hit.Record}"),
        "customer" => ("customers", "Customer", $"/customers/{hit.Record}"),
        "sale" => ("sale", "Sale", $"/sales/{hit.Record}"),
        "verbatim" => ("quote", "Customer's words", $"/verbatims/{hit.Record}"),
        "customer_promise" => ("flag", "Promise to a customer", $"/promises/{hit.Record}"),
        "journey" => ("board", "Journey", $"/journeys/{hit.Record}"),
        "chain_template" => ("asks", "Chain", $"/chains/{hit.Record}"),
        "objective" => ("objectives", "Objective", $"/objectives/{hit.Record}"),
        "idea" => ("question", "Idea", $"/ideas/{hit.Record}"),
        "help_wanted" => ("flag", "Help wanted", $"/ideas/wanted/{hit.Record}"),
        "conversation" => ("talk", "Talk", $"/conversations/{hit.Record}"),
        _ => ("heart", "Thanks", $"/thanks/{hit.Record}"),
    };

    public async Task<IActionResult> OnGetAsync()
    {
        Found = await Read(session => Search.Ask(session, Me, Q));
        if (!WantsFragment("found") && !WantsFragment("palette-hits"))
            return Page();
        Response.Headers.Vary = "X-Fragment";
        return Partial("/House/_Found.cshtml", this);
    }
}

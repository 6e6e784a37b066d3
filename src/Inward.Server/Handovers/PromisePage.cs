using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Handovers;

/// <summary>Whoever follows a promise to a customer stands on the page of its sale.</summary>
public sealed class PromisePage : RoomPage
{
    public async Task<IActionResult> OnGetAsync(Id id) =>
        Redirect($"/sales/{await Read(session => session.One<Id?>("select sale from customer_promise where workspace = @Workspace and id = @id", new { Me.Workspace, id })) ?? throw Rule.NotVisible()}/promises#promise-{id}");
}

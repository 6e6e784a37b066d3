using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.House;

public sealed class SignOutPage : RoomPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (House.SignIn.Session(HttpContext) is { } secret)
        {
            await Store.Write(new Storage.Act(Me.Workspace, Me.Person, Now, "page", HttpContext.TraceIdentifier), async unit =>
            {
                unit.EndSession(Me.Person, Keys.Hash(secret));
                unit.Append("session.closed", (await unit.OpenAccount(Me.Person)).Id, new { });
            });
        }
        House.SignIn.Close(HttpContext);
        // Somebody else may sit down here next: the worker, its form with colleagues' names, and what waits go with the session.
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Redirect("/signin");
    }
}

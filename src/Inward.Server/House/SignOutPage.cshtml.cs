using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.House;

public sealed class SignOutPage : RoomPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (Request.Cookies[House.SignIn.CookieName(HttpContext)] is { } secret)
        {
            await Store.Write(new Storage.Act(Me.Workspace, Me.Person, Now, "page", HttpContext.TraceIdentifier), unit =>
            {
                unit.Write("delete from session where workspace = @Workspace and hash = @hash", new { Me.Workspace, hash = Keys.Hash(secret) });
                unit.Append("session.closed", Me.Person, new { });
                return Task.CompletedTask;
            });
        }
        House.SignIn.Close(HttpContext);
        return Redirect("/signin");
    }
}

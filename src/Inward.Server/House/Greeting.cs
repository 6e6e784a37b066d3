using Inward.Server.Demo;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Inward.Server.House;

/// <summary>What the console says when Inward has started: one address, and how to sign in.</summary>
public static class Greeting
{
    public static async Task Say(WebApplication app, Settings settings)
    {
        var first = app.Services.GetRequiredService<FirstRun>();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        if (await first.IsNeeded() && settings.Demo)
            await app.Services.GetRequiredService<Example>().Load(app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        Console.WriteLine(await first.IsNeeded() ? $"Inward is ready. Begin here: {address}/first?code={first.Code}" : $"Inward is ready: {address}");
    }
}

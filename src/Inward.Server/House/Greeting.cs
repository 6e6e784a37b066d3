using Inward.Server.Demo;
using Inward.Server.Storage;
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
        var begin = $"{address}/first?code={first.Code}";
        Console.WriteLine(await first.IsNeeded() ? $"Inward is ready. Begin here: {begin}" : $"Inward is ready: {address}");
        if (!await first.IsNeeded() && await first.IsOpen())
            Console.WriteLine($"Your own company beside the example: {begin}");
        if (await app.Services.GetRequiredService<Store>().Read(session => session.Count("select count(*) from workspace where silent = 1")) > 0)
            Console.WriteLine("It was restored from a backup and sends nothing by itself until `inward silent off`.");
    }
}

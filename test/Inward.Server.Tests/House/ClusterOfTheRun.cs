namespace Inward.Server.Tests.House;

/// <summary>Ends the shared cluster when the last test has run.</summary>
public sealed class ClusterOfTheRun : IAsyncLifetime
{
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await Cluster.StopShared();
}

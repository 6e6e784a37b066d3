using System.Net;
using System.Net.Sockets;

namespace Inward.Server.Tests.House;

/// <summary>The line between a phone and the house: it can be cut, and it can swallow what the house replies.</summary>
public sealed class BadLine : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Uri house;
    private readonly Task carrying;
    private CancellationTokenSource joined = new();

    public BadLine(Uri house)
    {
        this.house = house;
        listener.Start();
        carrying = Carry();
    }

    public Uri Address => new($"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>What the house replies is lost from now on, and then the line is cut.</summary>
    public bool LosesReplies { get; set; }

    public void Cut() => joined.Cancel();

    public void Join() => (joined, LosesReplies) = (new CancellationTokenSource(), false);

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        Cut();
        listener.Stop();
        await carrying;
        joined.Dispose();
        end.Dispose();
    }

    private async Task Carry()
    {
        try
        {
            while (!end.IsCancellationRequested)
                _ = Carry(await listener.AcceptTcpClientAsync(end.Token));
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task Carry(TcpClient phone)
    {
        using var near = phone;
        using var far = new TcpClient();
        var line = joined.Token;
        if (line.IsCancellationRequested)
            return;
        try
        {
            await far.ConnectAsync(house.Host, house.Port, line);
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream(), line), Reply(far, near, line));
        }
        catch (Exception cut) when (cut is IOException or SocketException or OperationCanceledException)
        {
        }
    }

    private async Task Reply(TcpClient far, TcpClient near, CancellationToken line)
    {
        var part = new byte[16 * 1024];
        while (await far.GetStream().ReadAsync(part, line) is > 0 and var read)
        {
            if (LosesReplies)
                Cut();
            await near.GetStream().WriteAsync(part.AsMemory(0, read), line);
        }
    }
}

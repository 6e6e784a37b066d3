using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Inward.Server.Tests.BadInput;

/// <summary>A connection that sends bytes as they are: a client library would tidy up what is wrong with them.</summary>
public sealed class RawConnection(Uri address) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private TcpClient? client;
    private BufferedStream? stream;

    /// <summary>The status that came back; 0 when the server hung up without a word.</summary>
    public async Task<int> Send(byte[] request, bool isHead)
    {
        try
        {
            return await SendOn(request, isHead).WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            Close();
            return -1;
        }
    }

    public void Dispose() => Close();

    private async Task<int> SendOn(byte[] request, bool isHead)
    {
        for (var kept = client is not null; ; kept = false)
        {
            if (client is null)
            {
                client = new TcpClient { NoDelay = true };
                await client.ConnectAsync(address.Host, address.Port);
                stream = new BufferedStream(client.GetStream(), 16 * 1024);
            }
            try
            {
                // The server may refuse before it has read everything: its answer counts, not that it hung up on the rest.
                try
                {
                    await client.GetStream().WriteAsync(request);
                }
                catch (IOException)
                {
                }
                var status = await Read(isHead);
                if (status != 0)
                    return status;
            }
            catch (IOException)
            {
            }
            Close();
            // What was kept open may have been closed meanwhile; a fresh one is asked once.
            if (!kept)
                return 0;
        }
    }

    private async Task<int> Read(bool isHead)
    {
        var (status, length, chunked, close) = (0, -1, false, false);
        while (await Line() is { } line)
        {
            if (status == 0)
            {
                if (line.Length < 12 || !line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
                    return 0;
                status = int.Parse(line.AsSpan(9, 3), provider: CultureInfo.InvariantCulture);
            }
            else if (line.Length == 0 && status == 100)
            {
                status = 0;
            }
            else if (line.Length == 0)
            {
                break;
            }
            else if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                length = int.Parse(line.AsSpan(15).Trim(), provider: CultureInfo.InvariantCulture);
            }
            else if (line.StartsWith("Transfer-Encoding:", StringComparison.OrdinalIgnoreCase))
            {
                chunked = true;
            }
            else if (line.StartsWith("Content-Type: text/event-stream", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Connection: close", StringComparison.OrdinalIgnoreCase))
            {
                close = true;
            }
        }
        if (close || status is 101)
        {
            Close();
            return status;
        }
        if (isHead || status is 204 or 304)
            return status;
        if (chunked)
            await Chunks();
        else if (length > 0)
            await Skip(length);
        return status;
    }

    private async Task Chunks()
    {
        while (await Line() is { } size && int.Parse(size.Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var length)
            await Skip(length + 2);
        await Line();
    }

    private async Task Skip(int length)
    {
        var buffer = new byte[Math.Min(length, 16 * 1024)];
        while (length > 0)
        {
            var read = await stream!.ReadAsync(buffer.AsMemory(0, Math.Min(length, buffer.Length)));
            if (read == 0)
                throw new IOException("The answer ended early.");
            length -= read;
        }
    }

    private async Task<string?> Line()
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream!.ReadAsync(one) == 1)
        {
            if (one[0] == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append((char)one[0]);
        }
        return null;
    }

    private void Close()
    {
        client?.Dispose();
        client = null;
    }
}

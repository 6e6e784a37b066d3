using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Inward.Bench;

/// <summary>A server in a process of its own: where it listens, how much CPU it has used, how much memory it holds.</summary>
internal sealed class Running : IAsyncDisposable
{
    private readonly Process process;
    private bool ended;

    private Running(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    /// <summary>CPU since its start in milliseconds, as the kernel counts it: in steps of ten.</summary>
    public double Cpu => CpuOf(process.Id, children: false);

    /// <summary>Memory it holds now, in megabytes.</summary>
    public double Memory => long.Parse(File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;

    /// <summary>Starts `dotnet PROGRAM WORDS… URL` on a free port; it may not listen yet.</summary>
    public static Running Start(string program, params string[] words)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [program, .. words, $"http://127.0.0.1:{port}"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, _) => { };
        started.ErrorDataReceived += (_, line) => Console.Error.Write(line.Data is null ? "" : line.Data + "\n");
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return new Running(started, port);
    }

    /// <summary>Waits until it listens, looking every two milliseconds.</summary>
    public Line Connect()
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(60) && !process.HasExited; Thread.Sleep(2))
        {
            try
            {
                return new Line(Port);
            }
            catch (SocketException)
            {
            }
        }
        throw new InvalidOperationException("A server did not start.");
    }

    /// <summary>CPU of a process in milliseconds, with what its children use and have used: PostgreSQL works in children.</summary>
    public static double CpuOf(int id, bool children)
    {
        var (own, ended) = Ticks(id);
        var ticks = own + (children ? ended : 0);
        if (children)
        {
            foreach (var child in File.ReadAllText($"/proc/{id}/task/{id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                ticks += Ticks(int.Parse(child, CultureInfo.InvariantCulture)).Own;
        }
        return ticks * 10.0;
    }

    public async ValueTask DisposeAsync()
    {
        if (ended)
            return;
        ended = true;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static (long Own, long Ended) Ticks(int id)
    {
        try
        {
            // The second field is the program's name in brackets and may hold blanks; utime is the twelfth after it.
            var text = File.ReadAllText($"/proc/{id}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            var times = fields[11..15].Select(f => long.Parse(f, CultureInfo.InvariantCulture)).ToArray();
            return (times[0] + times[1], times[2] + times[3]);
        }
        catch (IOException)
        {
            return (0, 0);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>One kept connection that speaks just enough HTTP/1.1, so that asking costs little beside answering.</summary>
internal sealed class Line : IDisposable
{
    private readonly Socket socket;
    private byte[] buffer = new byte[256 * 1024];
    private int length;

    public Line(int port)
    {
        socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, port);
    }

    public int Status { get; private set; }

    /// <summary>The answer's head, as text.</summary>
    public string Head { get; private set; } = "";

    /// <summary>Where the body begins; what is before it is the head.</summary>
    public int BodyAt { get; private set; }

    /// <summary>How many bytes came, head and all.</summary>
    public int Bytes => length;

    /// <summary>The body, with its chunks joined; as it was sent, so it may be compressed.</summary>
    public byte[] Body()
    {
        if (!IsChunked)
            return buffer[BodyAt..length];
        var body = new MemoryStream();
        for (var at = BodyAt; ;)
        {
            var end = buffer.AsSpan(at).IndexOf("\r\n"u8) + at;
            var size = int.Parse(System.Text.Encoding.ASCII.GetString(buffer, at, end - at), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
                return body.ToArray();
            body.Write(buffer, end + 2, size);
            at = end + 2 + size + 2;
        }
    }

    private bool IsChunked => Head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase);

    public void Ask(byte[] request)
    {
        socket.Send(request);
        length = 0;
        BodyAt = 0;
        while (!IsWhole())
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var read = socket.Receive(buffer, length, buffer.Length - length, SocketFlags.None);
            if (read == 0)
                throw new IOException("The server hung up.");
            length += read;
        }
    }

    private bool IsWhole()
    {
        if (BodyAt == 0)
        {
            var end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end < 0)
                return false;
            BodyAt = end + 4;
            Head = System.Text.Encoding.ASCII.GetString(buffer, 0, end + 2);
            Status = int.Parse(Head.AsSpan(9, 3), CultureInfo.InvariantCulture);
        }
        if (IsChunked)
            return buffer.AsSpan(BodyAt - 2, length - BodyAt + 2).EndsWith("\r\n0\r\n\r\n"u8);
        var said = Head.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        var size = said < 0 ? 0 : int.Parse(Head.AsSpan(said + 16, Head.IndexOf('\r', said) - said - 16), CultureInfo.InvariantCulture);
        return length - BodyAt >= size;
    }

    public void Dispose() => socket.Dispose();
}

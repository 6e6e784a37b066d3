using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Inward.Server.Tests.Mail;

/// <summary>A mail server on this machine that keeps what it gets. With a certificate it takes no mail before STARTTLS.</summary>
public sealed class SmtpSink : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2? certificate;
    private readonly ConcurrentQueue<ReceivedMail> unread = new();

    public SmtpSink(X509Certificate2? certificate = null)
    {
        this.certificate = certificate;
        listener.Start();
        _ = Serve();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What the server answers to a letter instead of taking it; null takes it.</summary>
    public Func<string, string?> Refuses { get; set; } = _ => null;

    /// <summary>False once it has the letter means: it is lost from sight before it can say so.</summary>
    public Func<bool> Keeps { get; set; } = () => true;

    /// <summary>The next letter to this address with these words in its subject, taken out of the box.</summary>
    public async Task<ReceivedMail> Next(string to, string about)
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(50))
        {
            if (Take(to, about) is { } mail)
                return mail;
        }
        throw new TimeoutException($"No mail about {about} came to {to}; there are: {string.Join(" | ", unread.Select(m => $"{string.Join(' ', m.To)} {m.Subject}"))}");
    }

    /// <summary>A letter to this address that has come and was not read yet.</summary>
    public ReceivedMail? Take(string to, string about)
    {
        for (var left = unread.Count; left > 0 && unread.TryDequeue(out var mail); left--)
        {
            if (mail.To.Contains(to) && mail.Subject.Contains(about, StringComparison.Ordinal))
                return mail;
            unread.Enqueue(mail);
        }
        return null;
    }

    /// <summary>Everything that has come and was not read yet.</summary>
    public IReadOnlyList<ReceivedMail> TakeAll()
    {
        var all = new List<ReceivedMail>();
        while (unread.TryDequeue(out var mail))
            all.Add(mail);
        return all;
    }

    public void Dispose() => listener.Dispose();

    private async Task Serve()
    {
        try
        {
            while (true)
                _ = Talk(await listener.AcceptTcpClientAsync());
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var _ = client;
        try
        {
            await Converse(client.GetStream());
        }
        catch (Exception gone) when (gone is IOException or AuthenticationException)
        {
            // The other side hung up, as it does when it does not trust this certificate.
        }
    }

    private async Task Converse(System.IO.Stream stream)
    {
        var (reader, writer) = Over(stream);
        var (from, to, login, tls) = ("", new List<string>(), (string?)null, false);
        await Say("220 sink");
        while (await reader.ReadLineAsync() is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            if (verb is "MAIL" or "AUTH" && certificate is not null && !tls)
            {
                await Say("530 5.7.0 Say STARTTLS first");
                continue;
            }
            switch (verb)
            {
                case "EHLO":
                    await Say(certificate is null || tls ? "250-sink\r\n250-SMTPUTF8\r\n250 AUTH LOGIN" : "250-sink\r\n250 STARTTLS");
                    break;
                case "STARTTLS":
                    await Say("220 Go ahead");
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(certificate!);
                    (reader, writer) = Over(secure);
                    tls = true;
                    break;
                case "AUTH":
                    var user = line.Split(' ').ElementAtOrDefault(2) ?? await Asked("334 VXNlcm5hbWU6");
                    login = Plain(user) + " " + Plain(await Asked("334 UGFzc3dvcmQ6"));
                    await Say("235 Welcome");
                    break;
                case "MAIL":
                    (from, to) = (Address(line), []);
                    await Say("250 Fine");
                    break;
                case "RCPT":
                    to.Add(Address(line));
                    await Say(Refuses(to[^1]) ?? "250 Fine");
                    break;
                case "DATA":
                    await Say("354 End with a dot");
                    var mail = ReceivedMail.Read(from, to, await Data(), tls, login);
                    unread.Enqueue(mail);
                    if (!Keeps())
                        return;
                    await Say("250 Kept");
                    break;
                case "QUIT":
                    await Say("221 Bye");
                    return;
                default:
                    await Say(verb is "RSET" or "NOOP" or "HELO" ? "250 Fine" : "502 Not here");
                    break;
            }
        }

        Task Say(string words) => writer.WriteAsync(words + "\r\n");

        async Task<string> Asked(string question)
        {
            await Say(question);
            return await reader.ReadLineAsync() ?? "";
        }

        async Task<string> Data()
        {
            var data = new StringBuilder();
            while (await reader.ReadLineAsync() is { } line && line != ".")
                data.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            return data.ToString();
        }
    }

    // Latin-1 keeps every byte as it came; what the letter means by them is the letter's business.
    private static (StreamReader, StreamWriter) Over(System.IO.Stream stream) =>
        (new StreamReader(stream, Encoding.Latin1), new StreamWriter(stream, Encoding.Latin1) { AutoFlush = true });

    private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    private static string Plain(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}

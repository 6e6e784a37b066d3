using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Mail;

/// <summary>Inward as an operator starts it, set by its environment, with a mail server that speaks TLS and wants a password.</summary>
public sealed class TlsTests
{
    [Fact]
    public async Task Mail_leaves_over_TLS_to_a_server_that_proves_its_name()
    {
        var folder = Directory.CreateTempSubdirectory("inward-tls-").FullName;
        var certificates = Certificates.For("localhost");
        using var sink = new SmtpSink(certificates.Server);
        var authority = Path.Combine(folder, "authority.pem");
        await File.WriteAllTextAsync(authority, certificates.Authority.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await using (var store = new SqliteStore(Path.Combine(folder, "inward.db"), new Bell(), TimeProvider.System))
            await Cast.MoveIn(store);
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using var server = Start(folder, address, sink, authority);
        try
        {
            var marta = new Caller(address, Cast.Marta.Token, []);
            await Answers(marta, server);
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            (await marta.Post("asks", new
            {
                what = "Crate the second pump", performer = Cast.Wanda.Id, reason = "The customer opens on Monday", effect = "They can start",
                conditions = new[] { "It stands on the dock" }, answerBy = today.AddDays(2), neededBy = today.AddDays(9),
            })).Expect(201);
            var mail = await sink.Next(Cast.Wanda.Email, "Crate the second pump");
            mail.Tls.ShouldBeTrue();
            mail.Login.ShouldBe("inward seven small lamps");
            mail.From.ShouldBe("inward@osterfenn.example");
            mail.Text.ShouldContain("https://inward.osterfenn.example/answer?code=");
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(CancellationToken.None);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Process Start(string folder, Uri address, SmtpSink sink, string authority)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Inward.Server.dll"), "--data", folder, "--urls", address.ToString()])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        // What an operator's own certificate authority is told to programs by.
        start.Environment["SSL_CERT_FILE"] = authority;
        start.Environment["Inward__Address"] = "https://inward.osterfenn.example";
        start.Environment["Inward__Mail__Host"] = "localhost";
        start.Environment["Inward__Mail__Port"] = sink.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["Inward__Mail__From"] = "Inward <inward@osterfenn.example>";
        start.Environment["Inward__Mail__User"] = "inward";
        start.Environment["Inward__Mail__Password"] = "seven small lamps";
        var server = Process.Start(start)!;
        server.OutputDataReceived += (_, _) => { };
        server.ErrorDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        return server;
    }

    private static async Task Answers(Caller caller, Process server)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(200))
        {
            try
            {
                (await caller.Get("me")).Expect(200);
                return;
            }
            catch (HttpRequestException) when (patience.Elapsed < TimeSpan.FromSeconds(60) && !server.HasExited)
            {
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

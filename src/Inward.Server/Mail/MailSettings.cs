using System.Globalization;
using System.Net;
using System.Net.Mail;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Inward.Server.Mail;

/// <summary>How mail leaves: `Inward:Mail` in appsettings.json, or variables such as Inward__Mail__Host. Without a host none does.</summary>
/// <param name="Address">Where people reach this Inward (`Inward:Address`), for the links in a mail; null is where it listens.</param>
public sealed record MailSettings(string? Host, int Port, MailAddress From, NetworkCredential? Login, bool Tls, Uri? Address)
{
    public static MailSettings Of(IConfiguration settings)
    {
        var mail = settings.GetSection("Inward:Mail");
        var host = Text(mail["Host"]);
        var tls = Text(mail["Tls"]) is not { } said || (bool.TryParse(said, out var on) ? on : throw Wrong("Tls", said, "true or false"));
        var port = Text(mail["Port"]) is not { } number ? tls ? 587 : 25
            : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and < 65536 ? n : throw Wrong("Port", number, "a port, such as 587");
        var from = MailAddress.TryCreate(Text(mail["From"]) ?? "Inward <inward@localhost>", out var sender) ? sender : throw Wrong("From", mail["From"]!, "an address, such as inward@company.example");
        if (host is not null && Text(mail["From"]) is null)
            throw new ArgumentException("Inward:Mail:Host is set and Inward:Mail:From is not: say which address mail comes from.");
        var login = Text(mail["User"]) is { } user ? new NetworkCredential(user, mail["Password"]) : null;
        if (login is not null && !tls && host is not ("localhost" or "127.0.0.1" or "::1"))
            throw new ArgumentException("Inward:Mail:Tls is off, and the password would travel in the clear. Turn it on, or use a mail server on this machine.");
        var address = Text(settings["Inward:Address"]) is not { } where ? null
            : Uri.TryCreate(where, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : throw new ArgumentException($"Inward:Address is “{where}”; it should be where people reach this Inward, such as https://inward.company.example");
        return new MailSettings(host, port, from, login, tls, address);
    }

    private static ArgumentException Wrong(string name, string said, string meant) => new($"Inward:Mail:{name} is “{said}”; it should be {meant}.");

    private static string? Text(string? said) => string.IsNullOrWhiteSpace(said) ? null : said.Trim();
}

/// <summary>Where people find this Inward. Never the host name a request happens to carry: links in mails must not be led astray.</summary>
public sealed class OwnAddress(MailSettings settings, IServer server)
{
    public Uri To(string path) => new(settings.Address ?? Listening, path);

    private Uri Listening => new(server.Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("://[::]", "://localhost", StringComparison.Ordinal).Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal));
}

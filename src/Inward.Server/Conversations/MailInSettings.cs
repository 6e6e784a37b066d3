using System.Security.Cryptography;
using System.Text;

namespace Inward.Server.Conversations;

/// <summary>How mails come in: `Inward:Inbound` in appsettings.json, or variables such as Inward__Inbound__Domain. Without a domain none does.</summary>
/// <param name="Domain">What stands behind the @ of the addresses.</param>
/// <param name="Secret">What the mail server says when it posts one.</param>
public sealed record MailInSettings(string? Domain, string? Secret)
{
    private const int ShortestSecret = 16;

    public bool IsOpen => Domain is not null;

    public static MailInSettings Of(IConfiguration settings)
    {
        var inbound = settings.GetSection("Inward:Inbound");
        var (domain, secret) = (Text(inbound["Domain"])?.TrimStart('@').ToLowerInvariant(), Text(inbound["Secret"]));
        if (domain is null && secret is null)
            return new MailInSettings(null, null);
        if (domain is null || Uri.CheckHostName(domain) != UriHostNameType.Dns)
            throw new ArgumentException($"Inward:Inbound:Domain is “{domain}”; it should be the domain whose mail comes to Inward, such as in.company.example.");
        if (secret is not { Length: >= ShortestSecret })
            throw new ArgumentException($"Inward:Inbound:Secret should be a secret of {ShortestSecret} letters or more: the mail server says it when it brings a mail.");
        return new MailInSettings(domain, secret);
    }

    /// <summary>Takes the same time however much of it is right.</summary>
    public bool IsSecret(string said) => Secret is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(said)), SHA256.HashData(Encoding.UTF8.GetBytes(Secret)));

    private static string? Text(string? said) => string.IsNullOrWhiteSpace(said) ? null : said.Trim();
}

using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Inward.House;
using Inward.Server.House;

namespace Inward.Server.Conversations;

/// <summary>My secret address for mail, such as talk-0198…@in.company.example: what is sent to it beside a colleague becomes a talk in my name.</summary>
public static partial class MailAddress
{
    // A mailbox has at most 64 letters, and capitals mean nothing there: so it is shorter than other secrets, with 104 bits of chance.
    private const int SecretBytes = 13;

    public static readonly SecretAddress Of = new("mail", workspace => $"talk-{workspace.Value:N}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes))}", WorkspaceOf);

    /// <summary>The secret in an address, whatever domain stands behind it; null when there is none.</summary>
    public static string? SecretOf(string address) => Secret().Match(address) is { Success: true } found ? found.Groups["secret"].Value.ToLowerInvariant() : null;

    private static Id? WorkspaceOf(string secret) => Guid.TryParseExact(secret.AsSpan(5, 32), "N", out var workspace) ? new Id(workspace) : null;

    [GeneratedRegex("^(?<secret>talk-[0-9a-f]{58})(\\+[^@]*)?@", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secret();
}

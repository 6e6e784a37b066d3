using System.Security.Cryptography;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Mail;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Inward.Server.Today;

/// <summary>
/// The address in a brief that ends the briefs, for its reader without sign-in and for mail programs by one click (RFC 8058).
/// It is signed, good for nothing else, and does not wear out: an old letter still unsubscribes.
/// </summary>
public sealed class BriefStop(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("inward.brief.stop");

    public Uri Address(Me me, OwnAddress address) =>
        address.To($"/briefs/stop?code={WebEncoders.Base64UrlEncode(protector.Protect([.. me.Workspace.Value.ToByteArray(), .. me.Person.Value.ToByteArray()]))}");

    /// <summary>Whose briefs this code ends; a made-up one is <see cref="Rule.NotVisible"/>.</summary>
    public (Id Workspace, Id Person) Read(string? code)
    {
        try
        {
            var said = protector.Unprotect(WebEncoders.Base64UrlDecode(code ?? ""));
            return (new Id(new Guid(said.AsSpan(0, 16))), new Id(new Guid(said.AsSpan(16, 16))));
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
            throw Rule.NotVisible();
        }
    }
}

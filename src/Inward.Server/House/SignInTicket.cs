using System.Security.Cryptography;
using System.Text.Json;
using Inward.House;
using Microsoft.AspNetCore.DataProtection;

namespace Inward.Server.House;

/// <summary>
/// Between the right password and the choice of a company, for people who are in several: signed, good for five minutes, and
/// void when the password changes meanwhile.
/// </summary>
public sealed class SignInTicket(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("inward.sign-in.company");

    public string Write(IEnumerable<Try> right) =>
        protector.Protect(JsonSerializer.Serialize(new Ticket(clock.GetUtcNow().AddMinutes(5), [.. right.Select(t => t with { Account = t.Account with { PasswordHash = null } })])));

    public IReadOnlyList<Try> Read(string? ticket)
    {
        try
        {
            return ticket is { Length: > 0 } && JsonSerializer.Deserialize<Ticket>(protector.Unprotect(ticket)) is { } read && read.Until > clock.GetUtcNow() ? read.Right : [];
        }
        catch (Exception failure) when (failure is CryptographicException or JsonException)
        {
            return [];
        }
    }

    private sealed record Ticket(DateTimeOffset Until, List<Try> Right);
}

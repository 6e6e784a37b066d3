using System.Security.Cryptography;
using System.Text;
using Inward.House;

namespace Inward.Server.House;

/// <summary>
/// A reply that holds a new secret is kept for retries like any other, but locked with the token that asked for it, which
/// Inward does not know: whoever reads the store finds nothing.
/// </summary>
public static class Concealed
{
    private const string Mark = "concealed:";

    public static string Conceal(string reply, string token)
    {
        var (nonce, tag, text) = (RandomNumberGenerator.GetBytes(12), new byte[16], Encoding.UTF8.GetBytes(reply));
        using var cipher = new AesGcm(Key(token), tag.Length);
        cipher.Encrypt(nonce, text, text, tag);
        return Mark + Convert.ToBase64String([.. nonce, .. tag, .. text]);
    }

    /// <summary>The reply as it was; one that holds no secret is given back as it stands.</summary>
    public static string? Reveal(string? kept, string token)
    {
        if (kept?.StartsWith(Mark, StringComparison.Ordinal) != true)
            return kept;
        var bytes = Convert.FromBase64String(kept[Mark.Length..]);
        var text = bytes[28..];
        try
        {
            using var cipher = new AesGcm(Key(token), 16);
            cipher.Decrypt(bytes.AsSpan(0, 12), text, bytes.AsSpan(12, 16), text);
            return Encoding.UTF8.GetString(text);
        }
        catch (CryptographicException)
        {
            throw Rule.Invalid("Idempotency-Key", "This Idempotency-Key was used with another token.");
        }
    }

    private static byte[] Key(string token) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(token), 32, info: "inward.idempotency"u8.ToArray());
}

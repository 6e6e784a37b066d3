using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Inward.House;

namespace Inward.Targets;

/// <summary>
/// The leader's number, sealed before any team proposes. Only its commitment is told: whoever is later shown number and salt can see that
/// neither was changed, and without the salt a number cannot be found by trying all.
/// </summary>
/// <param name="Commitment">SHA-256 of salt and number, as 64 hexadecimal digits.</param>
public sealed record SealedHint(string Commitment, Id By, DateTimeOffset At)
{
    public const int SaltLength = 32;

    /// <param name="salt">Random, made for this number alone, and kept as secret as the number.</param>
    public static SealedHint Seal(decimal number, ReadOnlySpan<byte> salt, Id by, DateTimeOffset at) => new(Commit(number, salt), by, at);

    public bool Opens(decimal number, ReadOnlySpan<byte> salt) =>
        salt.Length == SaltLength && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Commitment), Encoding.ASCII.GetBytes(Commit(number, salt)));

    private static string Commit(decimal number, ReadOnlySpan<byte> salt)
    {
        if (salt.Length != SaltLength)
            throw new ArgumentException("A salt has 32 bytes.", nameof(salt));
        // 6 and 6.0 are one number; the salt's length is fixed, so no other pair gives the same bytes.
        return Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.ASCII.GetBytes(number.ToString("0.#############################", CultureInfo.InvariantCulture))]));
    }
}

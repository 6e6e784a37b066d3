using Inward.House;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Inward.Server.House;

/// <summary>
/// Identity's hashing of passwords (PBKDF2, HMAC-SHA512, 210,000 rounds as OWASP asks), a few at a time: a hash is work that
/// anybody may cause. Never inside of a unit, where it would hold up every writer.
/// </summary>
public static class Passwords
{
    private static readonly PasswordHasher<object> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
    private static readonly SemaphoreSlim Gate = new(Environment.ProcessorCount);
    private static readonly Lazy<string> Nobodys = new(() => Hash("nobody has this password"));

    public static string Hash(string password) => Hasher.HashPassword(Nobodys, Password.Normal(password));

    /// <summary>Checks and hashes a new password; a broken rule names <paramref name="field"/>.</summary>
    public static string Hash(string field, string? password, params IReadOnlyList<string?> known)
    {
        var wrong = new List<Wrong>();
        Password.Check(wrong, field, password, known);
        return wrong.Count == 0 ? Hash(password!) : throw Rule.Invalid(wrong);
    }

    /// <summary>Without a hash the same work is done for nothing, so that the time taken does not tell who has an account.</summary>
    public static async Task<PasswordVerificationResult> Verify(string? hash, string password)
    {
        var whole = password.Length <= Password.Longest && Text.IsWhole(password);
        await Gate.WaitAsync();
        try
        {
            var verdict = Hasher.VerifyHashedPassword(Hasher, hash ?? Nobodys.Value, whole ? Password.Normal(password) : "");
            return hash is null || !whole ? PasswordVerificationResult.Failed : verdict;
        }
        finally
        {
            Gate.Release();
        }
    }
}

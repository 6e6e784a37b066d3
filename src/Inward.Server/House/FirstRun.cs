using System.Security.Cryptography;
using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>
/// A new store belongs to whoever holds the one-time code in the address that the console printed, so nobody else on the
/// network can claim the administrator.
/// </summary>
public sealed class FirstRun(Store store)
{
    private bool done;
    private bool founded;

    public string Code { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    public async ValueTask<bool> IsNeeded()
    {
        if (!done)
            done = await store.Read(session => session.Count("select count(*) from workspace")) > 0;
        return !done;
    }

    /// <summary>Whether a company may still be founded with the code: the example company does not count.</summary>
    public async ValueTask<bool> IsOpen()
    {
        if (!founded)
            founded = await store.Read(session => session.Count("select count(*) from workspace where demo = 0")) > 0;
        return !founded;
    }

    public bool Fits(string? code) =>
        code is not null && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(code), System.Text.Encoding.UTF8.GetBytes(Code));
}

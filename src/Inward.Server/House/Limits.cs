using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Inward.Server.House;

/// <summary>
/// How often one network may guess: passwords, codes of links, tokens. Only wrong guesses count, so that a company behind
/// one address can sign in at nine o'clock. Each node counts its own, in memory; no address is written anywhere.
/// </summary>
public sealed class Limits : IDisposable
{
    public const int GuessesAMinute = 30;

    public const int MailsAMinute = 300;

    private readonly PartitionedRateLimiter<string> guesses = PartitionedRateLimiter.Create<string, string>(network =>
        RateLimitPartition.GetFixedWindowLimiter(network, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = GuessesAMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0,
        }));

    private readonly PartitionedRateLimiter<string> mails = PartitionedRateLimiter.Create<string, string>(network =>
        RateLimitPartition.GetFixedWindowLimiter(network, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = MailsAMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0,
        }));

    /// <summary>How long a mail server must wait before it brings the next mail; null when it may, and this one is counted.</summary>
    public TimeSpan? WaitForMail(HttpContext http) => Waiting(mails, http, 1);

    /// <summary>How long this caller must wait before guessing again; null when it may.</summary>
    public TimeSpan? Wait(HttpContext http) => Waiting(guesses, http, 0);

    private static TimeSpan? Waiting(PartitionedRateLimiter<string> limiter, HttpContext http, int permits)
    {
        using var lease = limiter.AttemptAcquire(Network(http), permits);
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.Zero ? wait : TimeSpan.FromMinutes(1);
    }

    public void CountWrongGuess(HttpContext http) => guesses.AttemptAcquire(Network(http)).Dispose();

    /// <summary>Answers 429 with Retry-After, in whole seconds.</summary>
    public static void Refuse(HttpContext http, TimeSpan wait)
    {
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        guesses.Dispose();
        mails.Dispose();
    }

    // An IPv6 site has a /64 to itself: counting addresses would count nothing.
    private static string Network(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString();
    }
}

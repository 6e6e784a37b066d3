using System.Runtime.InteropServices;

namespace Inward.House;

/// <summary>
/// How often somebody failed to sign in, in a row. Ten tries, then a quarter of an hour of rest. A try counts before its
/// password is looked at, so that many at once are no more than ten; the right password forgets them all.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Lockout(int Failures, DateTimeOffset? Until)
{
    public const int Most = 10;

    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    public bool IsOn(DateTimeOffset now) => Until is { } until && now < until && Failures >= Most;

    /// <summary>Whether this was the try that begins a rest, unless its password is right.</summary>
    public bool IsFull => Failures >= Most;

    /// <summary>After one more try; null when there may be none now.</summary>
    public Lockout? Tried(DateTimeOffset now)
    {
        if (IsOn(now))
            return null;
        var failures = IsFull ? 1 : Failures + 1;
        return new Lockout(failures, failures >= Most ? now + Rest : null);
    }
}

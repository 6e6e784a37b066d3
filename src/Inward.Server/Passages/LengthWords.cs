using Inward.Passages;
using Inward.Server.House.Words;

namespace Inward.Server.Passages;

/// <summary>Measured figures in words.</summary>
public static class LengthWords
{
    private const double Minute = 60_000, Hour = 60 * Minute;

    public static string Lasts(this Tongue t, double milliseconds) => milliseconds switch
    {
        < Minute => t["{0} s", Rounded(t, milliseconds / 1000)],
        < 2 * Hour => t["{0} min", Rounded(t, milliseconds / Minute)],
        < 2 * Moment.Day => t["{0} h", Rounded(t, milliseconds / Hour)],
        _ => t["{0} days", Rounded(t, milliseconds / Moment.Day)],
    };

    /// <summary>The interval of a median; a dash where there are too few.</summary>
    public static string Between(this Tongue t, Length length) =>
        length is { Low: { } low, High: { } high } ? t["{0} to {1}", t.Lasts(low), t.Lasts(high)] : t["too few for an interval"];

    public static string Number(this Tongue t, long number) => number.ToString("#,0", t.Culture);

    public static string Percent(this Tongue t, double? share) => share is { } value ? value.ToString("0.#\u00A0%", t.Culture) : "";

    public static string Between(this Tongue t, Share share) => share is { Low: { } low, High: { } high } ? t["{0} to {1}", t.Percent(low), t.Percent(high)] : "";

    private static string Rounded(Tongue t, double number) => number.ToString(number < 100 ? "0.#" : "#,0", t.Culture);
}

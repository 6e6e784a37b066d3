using System.Text.Encodings.Web;
using Inward.Server.House.Words;
using Microsoft.AspNetCore.Html;

namespace Inward.Server.House;

/// <summary>Days and moments as their reader says them, with the exact one on hover and in print. A page says all of them from one moment.</summary>
public sealed class ReadersTime(IHttpContextAccessor asked, TimeProvider clock)
{
    private readonly Tongue t = asked.HttpContext!.Tongue();
    private readonly TimeZoneInfo zone = asked.HttpContext!.Me()?.Clock ?? TimeZoneInfo.Utc;
    private readonly DateTimeOffset now = clock.GetUtcNow();

    /// <summary>Nothing when there is none.</summary>
    /// <param name="due">Marks a day that has passed, for what is still open.</param>
    public IHtmlContent Day(DateOnly? on, bool due = false)
    {
        if (on is not { } day)
            return HtmlString.Empty;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return new HtmlString($"<time datetime=\"{day:yyyy-MM-dd}\" title=\"{day.ToString("dddd, d MMMM yyyy", t.Culture)}\"{(due && day < today ? " class=\"late\"" : "")}>"
            + $"{HtmlEncoder.Default.Encode(Spoken.Day(day, today, t))}</time>");
    }

    /// <summary>Nothing when there is none.</summary>
    public IHtmlContent Moment(DateTimeOffset? at)
    {
        if (at is not { } moment)
            return HtmlString.Empty;
        var there = TimeZoneInfo.ConvertTime(moment, zone);
        return new HtmlString($"<time datetime=\"{moment.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\" title=\"{there.ToString("dddd, d MMMM yyyy HH:mm", t.Culture)}\">"
            + $"{HtmlEncoder.Default.Encode(Spoken.Moment(moment, now, zone, t))}</time>");
    }
}
